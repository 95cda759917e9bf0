package org.cabildo.admin.commitment;

import static org.assertj.core.api.Assertions.assertThat;

import com.vaadin.flow.component.ComponentUtil;
import com.vaadin.flow.component.UI;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.combobox.ComboBoxBase;
import com.vaadin.flow.component.details.Details;
import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.component.textfield.TextArea;
import com.vaadin.flow.data.value.ValueChangeMode;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;
import org.cabildo.admin.As;
import org.cabildo.admin.OfficeViewTest;
import org.cabildo.admin.frame.Badge;
import org.cabildo.admin.frame.Sheet;
import org.cabildo.comment.Comments;
import org.cabildo.identity.Officer;
import org.cabildo.identity.People;
import org.cabildo.identity.PersonId;
import org.cabildo.identity.Role;
import org.cabildo.identity.Roster;
import org.cabildo.tenancy.TenantScope;
import org.cabildo.testing.Promises;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

class TalkPanelTest extends OfficeViewTest {

    @Autowired
    Promises promises;

    @Autowired
    Comments comments;

    @Autowired
    People people;

    private Promises.Made made;

    @BeforeEach
    void aPromise() {
        var drafter = fresh.officer(TenantScope.tenant(), Role.ADMINISTRATOR);
        made = drafter.act(() -> promises.drafted("Plan abierto"));
    }

    @Test
    void saysThatThePublicNeverReadsItAndThatNobodyWroteYet() {
        var panel = open();

        assertThat(sentences(panel)).anyMatch(said -> said.contains("El público nunca la ve"));
        assertThat(sentences(panel)).anyMatch(said -> said.startsWith("Nadie ha escrito todavía."));
        assertThat(lines(panel)).isEmpty();
    }

    @Test
    void aCommitmentThatIsNotThereYetHasNoTalk() {
        var view = navigate(path("/planes/" + made.plan() + "/compromisos/nuevo"), CommitmentEditor.class);
        assertThat(view.talk.isVisible()).isFalse();

        test(Objects.requireNonNull(view.form).title).setValue("Plazas que se deciden juntos");
        assertThat(view.talk.isVisible()).isTrue();
    }

    @Test
    @As(Role.READER)
    void whoeverReadsWritesTooAndWhatIsSaidIsTextWithItsLinesAndAddresses() {
        var panel = open();
        panel.form.text.setValue("Mire <b>esto</b>:\n(https://ejemplo.cl/acta?a=1&b=2).\njavascript:alert(1)");
        panel.form.send.click();

        assertThat(panel.form.text.getValue()).isEmpty();
        var said = find(Said.class, panel).single();
        assertThat(said.getElement().getTextRecursively())
                .isEqualTo("Mire <b>esto</b>:\n(https://ejemplo.cl/acta?a=1&b=2).\njavascript:alert(1)");
        assertThat(find(Anchor.class, said).all()).singleElement().satisfies(link -> {
            assertThat(link.getHref()).isEqualTo("https://ejemplo.cl/acta?a=1&b=2");
            assertThat(link.getElement().getAttribute("rel")).isEqualTo("noopener noreferrer");
        });
        assertThat(acts(panel)).containsExactly("Corregir", "Retirar");
        assertThat(badges(panel)).containsExactly("1 comentario abierto");
    }

    @Test
    void nothingAndTooMuchAreRefusedAtTheFieldAndStay() {
        var panel = open();
        panel.form.text.setValue("x".repeat(4_001));
        panel.form.send.click();

        assertThat(panel.form.text.isInvalid()).isTrue();
        assertThat(panel.form.text.getErrorMessage()).contains("1 a 4.000", "escribió 4.001");
        assertThat(panel.form.text.getValue()).hasSize(4_001);
        panel.form.text.setValue(" ");
        panel.form.send.click();
        assertThat(panel.form.text.isInvalid()).isTrue();
        assertThat(lines(panel)).isEmpty();
    }

    @Test
    void whoeverIsMentionedIsFoundByNameWithoutAccentsAndToldOnce() {
        var bea = employed("Bea Ñúñez");
        var panel = open();
        assertThat(panel.form.whom.isVisible()).isTrue();
        assertThat(offered(panel, "nunez")).containsExactly("Bea Ñúñez");

        panel.form.text.setValue("Vea esto");
        panel.form.whom.setValue(only(panel, "Bea Ñúñez"));
        panel.form.send.click();

        assertThat(panel.form.whom.getValue()).isEmpty();
        assertThat(sentences(panel)).contains("Avisó a: Bea Ñúñez");
        bea.act(() -> {
            assertThat(badges(open()))
                    .containsExactly("1 comentario abierto", "1 comentario nuevo le avisa a usted", "Le avisa a usted");
            assertThat(badges(open())).containsExactly("1 comentario abierto");
            return true;
        });
    }

    @Test
    void aNameThatIsTypedAndNotPickedIsTakenIfItIsOnesAloneAndElseTold() {
        employed("Bea Ñúñez");
        employed("Beatriz Soto");
        var panel = open();

        types(panel, "nunez");
        assertThat(panel.form.whom.getValue()).extracting(Roster.Line::name).containsExactly("Bea Ñúñez");
        assertThat(panel.form.whom.isInvalid()).isFalse();

        types(panel, "Bea");
        assertThat(panel.form.whom.isInvalid()).isTrue();
        assertThat(panel.form.whom.getErrorMessage())
                .isEqualTo("Con «Bea» hay más de una persona: elija a quién en la lista.");
        types(panel, "Zoila");
        assertThat(panel.form.whom.getErrorMessage())
                .isEqualTo("Nadie de aquí se llama «Zoila»: no se eligió a nadie.");
        panel.form.whom.setValue(only(panel, "Bea Ñúñez", "Beatriz Soto"));
        assertThat(panel.form.whom.isInvalid()).isFalse();
    }

    private static void types(TalkPanel panel, String name) {
        ComponentUtil.fireEvent(panel.form.whom, new ComboBoxBase.CustomValueSetEvent<>(panel.form.whom, true, name));
    }

    @Test
    void whatIsTypedIsSentAtOnceWhereItsPageIsLeft() {
        assertThat(open().form.text.getValueChangeMode()).isEqualTo(ValueChangeMode.ON_CHANGE);
    }

    @Test
    void whoLeftMeanwhileIsSaidAndWhatWasTypedStays() {
        var bea = employed("Bea");
        var panel = open();
        panel.form.text.setValue("Vea esto");
        panel.form.whom.setValue(only(panel, "Bea"));
        people.remove(bea.person());

        panel.form.send.click();

        assertThat(panel.form.text.getValue()).isEqualTo("Vea esto");
        assertThat(panel.form.whom.getValue()).isEmpty();
        assertThat(lines(panel)).isEmpty();
        panel.form.send.click();
        assertThat(lines(panel)).hasSize(1);
    }

    @Test
    @As(Role.READER)
    void whatIsTypedAndNotSentIsKeptForThePersonAlone() {
        var bea = fresh.officer(TenantScope.tenant(), Role.EDITOR);
        var panel = open();
        test(panel.form.text).setValue("A medio escribir");
        assertThat(panel.form.status.getText()).startsWith("Lo escrito se conserva (");

        var again = open();
        assertThat(again.form.text.getValue()).isEqualTo("A medio escribir");
        assertThat(again.form.status.getText()).startsWith("Aquí sigue lo que escribió el ");
        assertThat(bea.act(() -> open().form.text.getValue())).isEmpty();
        again = open();
        again.form.send.click();
        assertThat(open().form.text.getValue()).isEmpty();
        test(open().form.text).setValue("Otra cosa");
        test(open().form.text).setValue("");
        assertThat(open().form.status.getText()).isEmpty();
    }

    @Test
    void whatIsResolvedIsFoldedAndComesBackWhenItIsReopened() {
        said("Lo primero");
        said("Lo segundo");
        var panel = open();

        find(Button.class, panel)
                .withText("Marcar como resuelto")
                .all()
                .getFirst()
                .click();
        var folded = find(Details.class, panel).single();
        assertThat(folded.isOpened()).isFalse();
        assertThat(folded.getSummaryText()).isEqualTo("Resueltos (1)");
        assertThat(badges(panel)).containsExactly("1 comentario abierto");

        folded.setOpened(true);
        find(Button.class, panel).withText("Reabrir").single().click();
        assertThat(find(Details.class, panel).all()).isEmpty();
        assertThat(lines(panel)).containsExactly("Lo primero", "Lo segundo");
    }

    @Test
    void aCommentIsCorrectedInASheetAndTakenBackAfterAQuestion() {
        var panel = open();
        panel.form.text.setValue("El lunes");
        panel.form.send.click();

        find(Button.class, panel).withText("Corregir").single().click();
        find(TextArea.class, find(Sheet.class).single()).single().setValue("El martes");
        find(Button.class, find(Sheet.class).single())
                .withText("Guardar")
                .single()
                .click();
        assertThat(lines(panel)).containsExactly("El martes");
        assertThat(find(Span.class, panel).all())
                .anyMatch(span -> span.getText().startsWith("corregido el "));

        find(Button.class, panel).withText("Retirar").single().click();
        assertThat(question()).isEqualTo("¿Retirar este comentario?");
        confirm();
        assertThat(lines(panel)).isEmpty();
        assertThat(sentences(panel)).anyMatch(said -> said.startsWith("Comentario retirado por Ana de vista"));
        assertThat(acts(panel)).isEmpty();
    }

    @Test
    void anAdministratorTakesBackWhatAnotherWroteAndDoesNotCorrectIt() {
        said("Lo de otra persona");

        assertThat(acts(open())).containsExactly("Marcar como resuelto", "Retirar");
    }

    @Test
    @As(Role.APPROVER)
    void whoeverOnlyApprovesDoesNothingToWhatOthersWrote() {
        said("Lo de otra persona");

        assertThat(acts(open())).isEmpty();
    }

    @Test
    void deletingTheDraftSaysThatTheTalkGoesToo() {
        said("Uno");
        said("Dos");
        var view = navigate(address(), CommitmentEditor.class);

        view.delete.click();

        assertThat(consequence()).contains("2 comentarios de su conversación interna");
        confirm();
    }

    private String address() {
        return path("/planes/" + made.plan() + "/compromisos/" + made.commitment());
    }

    private TalkPanel open() {
        UI.getCurrent().navigate(path("/planes"));
        return navigate(address(), CommitmentEditor.class).talk;
    }

    private void said(String text) {
        fresh.officer(TenantScope.tenant(), Role.READER).act(() -> comments.say(made.commitment(), text, Set.of()));
    }

    private Officer employed(String name) {
        var email = name.replaceAll("\\W", "").toLowerCase(Locale.ROOT) + "@" + TenantScope.tenant() + ".invalid";
        people.give(email, name, Set.of(Role.READER));
        PersonId person = people.byEmail(email).orElseThrow().person();
        return people.enter(person, TenantScope.tenant());
    }

    private static List<String> offered(TalkPanel panel, String typed) {
        return panel.form
                .whom
                .getListDataView()
                .getItems()
                .filter(one -> panel.form.whom.isFound(one, typed))
                .map(Roster.Line::name)
                .toList();
    }

    private static Set<Roster.Line> only(TalkPanel panel, String... names) {
        return panel.form
                .whom
                .getListDataView()
                .getItems()
                .filter(one -> Arrays.asList(names).contains(one.name()))
                .collect(Collectors.toSet());
    }

    private List<String> lines(TalkPanel panel) {
        return find(Said.class, panel).all().stream()
                .map(said -> said.getElement().getTextRecursively())
                .toList();
    }

    private List<String> sentences(TalkPanel panel) {
        return find(Paragraph.class, panel).all().stream()
                .map(Paragraph::getText)
                .toList();
    }

    private List<String> badges(TalkPanel panel) {
        return find(Badge.class, panel).all().stream().map(Badge::getText).toList();
    }

    private List<String> acts(TalkPanel panel) {
        return find(CommentLine.class, panel).all().stream()
                .flatMap(line -> find(Button.class, line).all().stream())
                .map(Button::getText)
                .toList();
    }
}
