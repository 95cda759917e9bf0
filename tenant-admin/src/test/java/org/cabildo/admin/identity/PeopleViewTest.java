package org.cabildo.admin.identity;

import static org.assertj.core.api.Assertions.assertThat;

import com.vaadin.flow.component.UI;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.checkbox.CheckboxGroup;
import com.vaadin.flow.component.confirmdialog.ConfirmDialog;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.notification.Notification;
import com.vaadin.flow.component.textfield.EmailField;
import java.time.Clock;
import java.time.ZoneId;
import java.util.List;
import java.util.Set;
import org.cabildo.admin.As;
import org.cabildo.admin.OfficeViewTest;
import org.cabildo.admin.words.Words;
import org.cabildo.identity.Invitations;
import org.cabildo.identity.People;
import org.cabildo.identity.Profiles;
import org.cabildo.identity.Role;
import org.cabildo.mail.Carrier;
import org.cabildo.mail.MailDelivery;
import org.cabildo.tenancy.TenantScope;
import org.cabildo.testing.Postbag;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

class PeopleViewTest extends OfficeViewTest {

    private static final ZoneId CHILE = ZoneId.of("America/Santiago");

    @Autowired
    People people;

    @Autowired
    Invitations invitations;

    @Autowired
    MailDelivery delivery;

    @Autowired
    Profiles profiles;

    @Test
    void anInvitationIsWrittenAndItsLetterSent() {
        var address = "bea@" + TenantScope.tenant() + ".invalid";
        var view = navigate(path("/personas"), PeopleView.class);

        view.invite.click();
        find(EmailField.class).single().setValue(address);
        press("people.invite.send");

        assertThat(row(view, address).standing(CHILE, Clock.systemUTC()).word()).isEqualTo("Carta en camino");
        assertThat(new Postbag().collect(delivery).letterTo(address)).isPresent();
        assertThat(PersonRow.of(people.colleagues(), invitations.waiting()))
                .filteredOn(one -> one.email().equals(address))
                .singleElement()
                .extracting(one -> one.standing(CHILE, Clock.systemUTC()).word())
                .isEqualTo("Invitación enviada");
    }

    @Test
    void whatIsRefusedIsSaidAtItsFieldAndNothingTypedIsLost() {
        var view = navigate(path("/personas"), PeopleView.class);
        view.invite.click();
        var address = find(EmailField.class).single();
        address.setValue("sin arroba");
        press("people.invite.send");

        assertThat(address.isInvalid()).isTrue();
        assertThat(address.getErrorMessage()).contains("«sin arroba»");
        assertThat(address.getValue()).isEqualTo("sin arroba");
    }

    @Test
    void allThatAnInvitationLacksIsMarkedAtOnce() {
        navigate(path("/personas"), PeopleView.class).invite.click();
        var roles = find(RoleField.class).single();
        assertThat(roles.hasClassName("needed-some")).isTrue();
        roles.clear();

        press("people.invite.send");

        assertThat(roles.isInvalid()).isTrue();
        assertThat(roles.getErrorMessage()).isEqualTo("Marque al menos uno.");
        assertThat(find(EmailField.class).single().isInvalid()).isTrue();
    }

    @Test
    void theWordsOfAMailServerThatRefusesAreShownWithWhatToDo() {
        new Postbag().collect(delivery);
        var address = "nadie@" + TenantScope.tenant() + ".invalid";
        invitations.invite(new Invitations.Draft(address, "Nadie", Set.of(Role.READER), Words.SPANISH));
        delivery.carryOne((_, _) -> {
            throw new Carrier.NotCarried("550 5.1.1 unknown user", true);
        });

        var view = navigate(path("/personas"), PeopleView.class);

        var standing = row(view, address).standing(CHILE, Clock.systemUTC());
        assertThat(standing.word()).isEqualTo("Carta rechazada");
        assertThat(standing.text()).contains("«550 5.1.1 unknown user»", "Revise la dirección");
    }

    @Test
    void anInvitationIsWithdrawnAfterAQuestion() {
        var address = "carla@" + TenantScope.tenant() + ".invalid";
        invitations.invite(new Invitations.Draft(address, "Carla", Set.of(Role.READER), Words.SPANISH));
        var view = navigate(path("/personas"), PeopleView.class);
        assertThat(rows(view)).anyMatch(one -> one.email().equals(address));

        view.withdraw(row(view, address).invited().orElseThrow());
        confirm();

        assertThat(rows(view)).noneMatch(one -> one.email().equals(address));
    }

    @Test
    void rolesOfAnInvitationAreChangedAndItsLetterStays() {
        var address = "elsa@" + TenantScope.tenant() + ".invalid";
        invitations.invite(new Invitations.Draft(address, "Elsa", Set.of(Role.READER), Words.SPANISH));
        var view = navigate(path("/personas"), PeopleView.class);

        view.change(row(view, address).invited().orElseThrow());
        assertThat(roles().getHelperText()).startsWith("El enlace de la carta sigue valiendo.");
        roles().setValue(Set.of());
        press("save");
        assertThat(roles().getErrorMessage()).isEqualTo("Elija al menos un rol para esta persona.");
        roles().setValue(Set.of(Role.EDITOR));
        press("save");

        assertThat(row(view, address).roles()).containsExactly(Role.EDITOR);
        assertThat(row(view, address).invited()).isPresent();
    }

    @Test
    void theLastAdministratorIsNotAskedAboutBeforeTheRefusal() {
        var first = "primera@" + TenantScope.tenant() + ".invalid";
        var second = "segunda@" + TenantScope.tenant() + ".invalid";
        people.give(first, "Primera", Set.of(Role.ADMINISTRATOR));
        people.colleagues().stream()
                .filter(one ->
                        one.roles().contains(Role.ADMINISTRATOR) && !one.email().equals(first))
                .forEach(one -> people.remove(one.id()));
        var view = navigate(path("/personas"), PeopleView.class);

        view.remove(row(view, first).colleague().orElseThrow());

        assertThat(find(ConfirmDialog.class).exists()).isFalse();
        assertThat(find(Notification.class).single().getElement().getTextRecursively())
                .contains("Es la última persona con rol de administración");

        people.give(second, "Segunda", Set.of(Role.ADMINISTRATOR));
        view.remove(row(view, first).colleague().orElseThrow());
        assertThat(find(ConfirmDialog.class).single().isOpened()).isTrue();
    }

    @Test
    void rolesOfAColleagueAreChanged() {
        var address = "dario@" + TenantScope.tenant() + ".invalid";
        people.give(address, "Darío", Set.of(Role.READER));
        var view = navigate(path("/personas"), PeopleView.class);

        view.change(row(view, address).colleague().orElseThrow());
        roles().setValue(Set.of(Role.EDITOR));
        press("save");

        assertThat(people.colleagues())
                .filteredOn(one -> one.email().equals(address))
                .singleElement()
                .extracting(People.Colleague::roles)
                .isEqualTo(Set.of(Role.EDITOR));
    }

    @Test
    void aProfileShowsItsNameAndKeepsANewOne() {
        var email = "ana@" + TenantScope.tenant() + ".invalid";
        var me = people.officer(people.signedIn(new People.SignIn("https://id.invalid", email, email, "Ana")));
        TenantScope.runPlatform(() -> me.act(() -> {
            renames();
            return true;
        }));

        assertThat(profiles.of(me.person()).name()).isEqualTo("Ana María");
    }

    private void renames() {
        var view = navigate("perfil", ProfileView.class);
        view.name.setValue("  ");
        view.save.click();
        assertThat(view.name.isInvalid()).isTrue();

        view.name.setValue("Ana María");
        view.save.click();
    }

    private PersonRow row(PeopleView view, String email) {
        return rows(view).stream()
                .filter(one -> one.email().equals(email))
                .findFirst()
                .orElseThrow();
    }

    private static List<PersonRow> rows(PeopleView view) {
        return view.grid.getListDataView().getItems().toList();
    }

    private void press(String key) {
        find(Button.class).withText(Words.of(key)).single().click();
    }

    @SuppressWarnings("unchecked") // a component is found by its raw class; this one holds roles
    private CheckboxGroup<Role> roles() {
        return find(CheckboxGroup.class).single();
    }

    @Test
    @As(Role.EDITOR)
    void whoMayNotSeeThePeopleIsToldWhichRoleItTakes() {
        UI.getCurrent().navigate(path("/personas"));

        assertThat(find(Paragraph.class).all())
                .extracting(Paragraph::getText)
                .anyMatch(text -> text.startsWith("Esto requiere el rol de administración"));
    }
}
