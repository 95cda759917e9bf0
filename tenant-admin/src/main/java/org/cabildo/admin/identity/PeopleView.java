package org.cabildo.admin.identity;

import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.checkbox.CheckboxGroup;
import com.vaadin.flow.component.grid.Grid;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.component.icon.VaadinIcon;
import com.vaadin.flow.component.textfield.EmailField;
import com.vaadin.flow.component.textfield.TextField;
import com.vaadin.flow.data.renderer.ComponentRenderer;
import com.vaadin.flow.router.Route;
import jakarta.annotation.security.PermitAll;
import java.util.List;
import java.util.Set;
import org.cabildo.admin.frame.Attempt;
import org.cabildo.admin.frame.Badge;
import org.cabildo.admin.frame.Confirm;
import org.cabildo.admin.frame.Fields;
import org.cabildo.admin.frame.Narrow;
import org.cabildo.admin.frame.Notes;
import org.cabildo.admin.frame.OfficeLayout;
import org.cabildo.admin.frame.Page;
import org.cabildo.admin.frame.Sheet;
import org.cabildo.admin.words.Words;
import org.cabildo.identity.People;
import org.cabildo.identity.People.Colleague;
import org.cabildo.identity.Role;

/** Who works in the tenant and what they may do; administrators invite, change and remove. */
@Route(value = "t/:tenant/personas", layout = OfficeLayout.class)
@PermitAll
class PeopleView extends Page {

    private final transient People people;
    final Grid<Colleague> grid = new Grid<>();
    final Button invite = new Button(Words.of("people.invite"));

    PeopleView(People people) {
        super(Words.of("nav.people"));
        this.people = people;
        lead(Words.of("people.lead"));
        actions(invite);
        invite.addThemeVariants(ButtonVariant.PRIMARY);
        invite.addClickListener(_ -> ask(Words.of("people.invite"), "", "", Set.of(Role.EDITOR)));
        grid.setAllRowsVisible(true);
        grid.getElement().setAttribute("aria-label", Words.of("nav.people"));
        grid.addColumn(new ComponentRenderer<>(PeopleView::name))
                .setHeader(Words.of("people.name"))
                .setFlexGrow(3);
        var roles = grid.addColumn(one -> Words.ofRoles(one.roles()))
                .setHeader(Words.of("people.roles"))
                .setFlexGrow(2);
        grid.addColumn(new ComponentRenderer<>(this::actionsOn))
                .setHeader(Words.of("actions"))
                .setAutoWidth(true)
                .setFlexGrow(0);
        grid.setSelectionMode(Grid.SelectionMode.NONE);
        Narrow.follow(this, narrow -> roles.setVisible(!narrow));
        add(grid);
        show();
    }

    private void show() {
        grid.setItems(people.colleagues());
    }

    private static Div name(Colleague one) {
        var name = new Span(one.name());
        name.addClassName("cell-title");
        var cell = new Div(name);
        if (!one.name().equals(one.email())) {
            var email = new Span(one.email());
            email.addClassName("cell-under");
            cell.add(email);
        }
        if (!one.signedIn()) {
            cell.add(new Badge(Words.of("people.invited"), Badge.Tone.BUSY));
        }
        return cell;
    }

    private Div actionsOn(Colleague one) {
        var change = new Button(
                VaadinIcon.EDIT.create(),
                _ -> ask(Words.of("people.change", one.name()), one.email(), one.name(), one.roles()));
        change.setAriaLabel(Words.of("people.change", one.name()));
        change.setTooltipText(Words.of("people.change", one.name()));
        var remove = new Button(VaadinIcon.TRASH.create(), _ -> remove(one));
        remove.setAriaLabel(Words.of("people.remove", one.name()));
        remove.setTooltipText(Words.of("people.remove", one.name()));
        change.addThemeVariants(ButtonVariant.TERTIARY);
        remove.addThemeVariants(ButtonVariant.TERTIARY);
        var buttons = new Div(change, remove);
        buttons.addClassName("actions");
        return buttons;
    }

    private void remove(Colleague one) {
        Confirm.before(
                Words.of("people.remove", one.name()),
                Words.of("people.remove.text"),
                Words.of("people.remove.yes"),
                () -> {
                    people.remove(one.id());
                    show();
                    Notes.done(Words.of("people.removed", one.name()));
                });
    }

    private void ask(String title, String email, String name, Set<Role> has) {
        var address = new EmailField(Words.of("people.email"));
        address.setValue(email);
        address.setReadOnly(!email.isEmpty());
        address.setRequiredIndicatorVisible(email.isEmpty());
        TextField called = Fields.line(Words.of("people.name"), name, 120);
        called.setVisible(email.isEmpty());
        called.setHelperText(Words.of("people.name.hint"));
        var roles = new CheckboxGroup<Role>(Words.of("people.roles"));
        roles.setItems(List.of(Role.values()));
        roles.setItemLabelGenerator(role -> Words.of("people.role." + role.name()));
        roles.setValue(has);
        Sheet.titled(title)
                .with(address, called)
                .wide(roles)
                .taking(
                        Words.of("save"),
                        () -> Attempt.to(() -> people.give(address.getValue(), called.getValue(), roles.getValue()))
                                .at(address, "identity.address")
                                .at(roles, "identity.role.none", "identity.administrator"),
                        () -> {
                            show();
                            Notes.done(Words.of("people.saved", address.getValue()));
                        })
                .open();
    }
}
