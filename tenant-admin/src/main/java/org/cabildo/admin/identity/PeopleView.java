package org.cabildo.admin.identity;

import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.grid.Grid;
import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.component.icon.VaadinIcon;
import com.vaadin.flow.data.renderer.ComponentRenderer;
import com.vaadin.flow.router.Route;
import com.vaadin.flow.shared.Registration;
import jakarta.annotation.security.PermitAll;
import java.time.Clock;
import java.util.List;
import org.cabildo.admin.frame.Badge;
import org.cabildo.admin.frame.Confirm;
import org.cabildo.admin.frame.Here;
import org.cabildo.admin.frame.Narrow;
import org.cabildo.admin.frame.Notes;
import org.cabildo.admin.frame.OfficeLayout;
import org.cabildo.admin.frame.Page;
import org.cabildo.admin.frame.Under;
import org.cabildo.admin.words.Words;
import org.cabildo.identity.Invitations;
import org.cabildo.identity.Officer;
import org.cabildo.identity.People;
import org.cabildo.identity.People.Colleague;
import org.cabildo.identity.Role;
import org.jspecify.annotations.Nullable;

/** Who works in the tenant and what they may do; administrators invite, change and remove. */
@Route(value = "t/:tenant/personas", layout = OfficeLayout.class)
@PermitAll
class PeopleView extends Page {

    private static final int OFTEN = 2_000; // ms
    private final transient People people;
    private final transient Invitations invitations;
    private final transient Here here;
    private final transient Clock clock;
    private @Nullable Registration polling; // only while a letter is on its way
    private boolean narrow;
    final Grid<PersonRow> grid = new Grid<>();
    final Button invite = new Button(Words.of("people.invite"));

    PeopleView(People people, Invitations invitations, Here here, Clock clock) {
        super(Words.of("nav.people"));
        Officer.require(Role.ADMINISTRATOR); // before the page takes its place in the frame
        this.people = people;
        this.invitations = invitations;
        this.here = here;
        this.clock = clock;
        lead(Words.of("people.lead"));
        actions(invite);
        invite.addThemeVariants(ButtonVariant.PRIMARY);
        invite.addClickListener(_ -> new InviteSheet(invitations).open(address -> {
            show();
            Notes.done(Words.of("people.invited.done", address));
        }));
        grid.setAllRowsVisible(true);
        grid.getElement().setAttribute("aria-label", Words.of("nav.people"));
        grid.addColumn(new ComponentRenderer<>(this::name))
                .setHeader(Words.of("people.name"))
                .setFlexGrow(3);
        var roles = grid.addColumn(one -> Words.ofRoles(one.roles()))
                .setHeader(Words.of("people.roles"))
                .setFlexGrow(2);
        var standing = grid.addColumn(new ComponentRenderer<>(this::standing))
                .setHeader(Words.of("people.standing"))
                .setFlexGrow(3);
        var acts = grid.addColumn(new ComponentRenderer<>(this::actionsOn))
                .setHeader(Words.of("actions"))
                .setAutoWidth(true)
                .setFlexGrow(0);
        grid.setSelectionMode(Grid.SelectionMode.NONE);
        Narrow.follow(this, now -> {
            narrow = now;
            roles.setVisible(!narrow);
            standing.setVisible(!narrow);
            acts.setVisible(!narrow);
            show();
        });
        add(grid);
        addDetachListener(_ -> stopLooking());
    }

    private void show() {
        var rows = PersonRow.of(people.colleagues(), invitations.waiting());
        grid.setItems(rows);
        if (rows.stream().anyMatch(PersonRow::isOnTheWay)) {
            keepLooking();
        } else {
            stopLooking();
        }
    }

    private void keepLooking() {
        getUI().filter(_ -> polling == null).ifPresent(ui -> {
            ui.setPollInterval(OFTEN);
            polling = ui.addPollListener(_ -> show());
        });
    }

    private void stopLooking() {
        if (polling != null) {
            polling.remove();
            polling = null;
            getUI().ifPresent(ui -> ui.setPollInterval(-1));
        }
    }

    private Div name(PersonRow one) {
        var name = new Span(one.name());
        name.addClassName("cell-title");
        var cell = new Div(name);
        if (!one.name().equals(one.email())) {
            cell.add(new Under(one.email()));
        }
        var roles = new Under(Words.ofRoles(one.roles()));
        var standing = standing(one);
        roles.addClassName("only-narrow");
        standing.addClassName("only-narrow");
        cell.add(roles, standing);
        if (narrow) { // an address has the whole width
            cell.add(actionsOn(one));
        }
        return cell;
    }

    private Div standing(PersonRow one) {
        var standing = one.standing(here.zone(), clock);
        var cell = new Div(new Badge(standing.word(), standing.tone()));
        if (!standing.text().isEmpty()) {
            cell.add(new Under(standing.text()));
        }
        return cell;
    }

    private Div actionsOn(PersonRow one) {
        var buttons = new Div();
        buttons.addClassName("actions");
        one.invited()
                .ifPresent(line -> buttons.add(
                        button(VaadinIcon.EDIT, Words.of("people.change", one.name()), () -> change(line)),
                        button(VaadinIcon.ENVELOPE, Words.of("people.resend", one.name()), () -> resend(line)),
                        button(VaadinIcon.BAN, Words.of("people.withdraw", one.name()), () -> withdraw(line))));
        one.colleague()
                .filter(_ -> one.invited().isEmpty())
                .ifPresent(colleague -> buttons.add(
                        history(colleague),
                        button(VaadinIcon.EDIT, Words.of("people.change", one.name()), () -> change(colleague)),
                        button(VaadinIcon.TRASH, Words.of("people.remove", one.name()), () -> remove(colleague))));
        return buttons;
    }

    private Anchor history(Colleague one) {
        var link = new Anchor(here.path("personas/" + one.id().value() + "/historia"), Words.of("history.title"));
        link.setAriaLabel(Words.of("history.of", one.name()));
        link.addClassName("cell-link");
        return link;
    }

    private static Button button(VaadinIcon icon, String words, Runnable work) {
        var button = new Button(icon.create(), _ -> work.run());
        button.setAriaLabel(words);
        button.setTooltipText(words);
        button.addThemeVariants(ButtonVariant.TERTIARY);
        return button;
    }

    void change(Colleague one) {
        change(RolesSheet.of(one, people));
    }

    void change(Invitations.Line line) {
        change(RolesSheet.of(line, invitations));
    }

    private void change(RolesSheet sheet) {
        sheet.open(() -> {
            show();
            Notes.done(Words.of("people.saved", sheet.name()));
        });
    }

    /** Nobody is asked about what cannot be done. */
    void remove(Colleague one) {
        if (isLastAdministrator(one)) {
            Notes.refused(Words.of("refused.identity.administrator.last"));
            return;
        }
        Confirm.losing(
                Words.of("people.remove.ask", one.name()),
                Words.of(one.id().equals(Officer.current().person()) ? "people.remove.self" : "people.remove.text"),
                Words.of("people.remove.yes"),
                () -> {
                    people.remove(one.id());
                    show();
                    Notes.done(Words.of("people.removed", one.name()));
                });
    }

    private boolean isLastAdministrator(Colleague one) {
        return people.colleagues().stream()
                .filter(each -> each.roles().contains(Role.ADMINISTRATOR))
                .map(Colleague::id)
                .toList()
                .equals(List.of(one.id()));
    }

    private void resend(Invitations.Line line) {
        var address = line.invitation().email();
        Confirm.before(
                Words.of("people.resend.ask", address),
                Words.of("people.resend.text"),
                Words.of("people.resend.yes"),
                () -> {
                    invitations.resend(line.invitation().id());
                    show();
                    Notes.done(Words.of("people.invited.done", address));
                });
    }

    void withdraw(Invitations.Line line) {
        var address = line.invitation().email();
        Confirm.losing(
                Words.of("people.withdraw.ask", address),
                Words.of("people.withdraw.text"),
                Words.of("people.withdraw.yes"),
                () -> {
                    invitations.withdraw(line.invitation().id());
                    show();
                    Notes.done(Words.of("people.withdrawn", address));
                });
    }
}
