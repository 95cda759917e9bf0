package org.cabildo.admin.plan;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.UI;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H2;
import com.vaadin.flow.component.html.ListItem;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.component.html.UnorderedList;
import com.vaadin.flow.component.icon.VaadinIcon;
import com.vaadin.flow.router.BeforeEnterEvent;
import com.vaadin.flow.router.BeforeEnterObserver;
import com.vaadin.flow.router.Route;
import jakarta.annotation.security.PermitAll;
import java.util.Map;
import java.util.concurrent.atomic.AtomicReference;
import org.cabildo.admin.frame.Asked;
import org.cabildo.admin.frame.Attempt;
import org.cabildo.admin.frame.Beginnings;
import org.cabildo.admin.frame.Confirm;
import org.cabildo.admin.frame.Here;
import org.cabildo.admin.frame.Notes;
import org.cabildo.admin.frame.OfficeLayout;
import org.cabildo.admin.frame.Page;
import org.cabildo.admin.frame.Quiet;
import org.cabildo.admin.frame.Sheet;
import org.cabildo.admin.frame.Under;
import org.cabildo.admin.frame.Unsaved;
import org.cabildo.admin.words.Words;
import org.cabildo.begun.Beginning;
import org.cabildo.commitment.DraftChanges;
import org.cabildo.identity.Officer;
import org.cabildo.identity.Role;
import org.cabildo.plan.PlanId;
import org.cabildo.plan.Plans;

/** The plans of a tenant, and the dated facts of its membership. */
@Route(value = "t/:tenant/planes", layout = OfficeLayout.class)
@PermitAll
class PlansView extends Page implements BeforeEnterObserver {

    private final transient Plans plans;
    private final transient DraftChanges changes;
    private static final String NEW = "nuevo"; // in the address: whoever follows it wants to begin one
    private final transient Here here;
    final Button begin = new Button(Words.of("plans.new"));
    final UnorderedList list = new UnorderedList();
    private final Div none = new Div();
    private final Div facts = new Div();
    private final Unsaved begun;

    PlansView(Plans plans, DraftChanges changes, Here here, Beginnings beginnings) {
        super(Words.of("nav.plans"));
        this.plans = plans;
        this.changes = changes;
        this.here = here;
        lead(Words.of("plans.lead"));
        begin.addThemeVariants(ButtonVariant.PRIMARY);
        begin.setVisible(Officer.current().may(Role.EDITOR));
        begin.addClickListener(_ -> ask());
        actions(begin);
        begun = beginnings.of(Beginning.plan(), "title", this::ask);
        list.addClassName("cards");
        add(begun, none, list, facts);
        show();
    }

    /** Whoever comes to begin a plan is asked at once. */
    @Override
    public void beforeEnter(BeforeEnterEvent event) {
        if (!Asked.of(event).text(NEW).isEmpty()) {
            Asked.tell(here.path("planes"), Map.of());
            if (begin.isVisible()) {
                ask();
            }
        }
    }

    private void show() {
        list.removeAll();
        none.removeAll();
        var all = plans.all();
        all.forEach(plan -> list.add(new ListItem(card(plan))));
        if (all.isEmpty()) {
            none.add(none());
        }
        showFacts();
    }

    private static Component none() {
        var empty = new Div(new H2(Words.of("plans.none")), new Paragraph(Words.of("plans.none.text")));
        empty.addClassName("empty");
        if (Officer.current().may(Role.EDITOR)) {
            empty.add(new Paragraph(Words.of("plans.none.how")));
        }
        return empty;
    }

    private Component card(Plans.Line plan) {
        var title = new Span(plan.said().title());
        title.addClassName("card-title");
        var card = new Anchor(here.path("planes/" + plan.id()), title, new Span(PlanWords.under(plan)));
        card.add(PlanWords.badges(plan, changes.isUnread(plan)));
        card.addClassName("card");
        return card;
    }

    private void ask() {
        var form = PlanForm.blank(plans.facts());
        var made = new AtomicReference<PlanId>();
        Sheet.titled(Words.of("plans.new"))
                .wide(form.title, form.framework)
                .with(form.start, form.end)
                .wide(form.summary, form.source, form.inPreparation)
                .remembering(begun, form.typed())
                .taking(
                        Words.of("save"),
                        () -> form.placed(Attempt.to(() -> made.set(plans.draft(form.said())))),
                        () -> UI.getCurrent().navigate(here.path("planes/" + made.get())))
                .open();
    }

    private void showFacts() {
        facts.removeAll();
        facts.addClassName("panel");
        var head = new Div(new H2(Words.of("facts.title")));
        head.addClassName("panel-head");
        var approver = Officer.current().may(Role.APPROVER);
        if (approver) {
            head.add(new Button(Words.of("facts.add"), _ -> askFact()));
        }
        facts.add(head, new Quiet(Words.of("facts.lead")));
        var lines = new UnorderedList();
        lines.addClassName("plain-list");
        for (var line : plans.facts()) {
            var item = new ListItem(fact(line));
            if (approver) {
                var remove = new Button(VaadinIcon.TRASH.create(), _ -> withdraw(line));
                remove.addThemeVariants(ButtonVariant.TERTIARY);
                remove.setAriaLabel(Words.of("facts.remove", line.fact().statement()));
                remove.setTooltipText(Words.of("facts.remove", line.fact().statement()));
                item.add(remove);
            }
            item.addClassName("panel-head");
            lines.add(item);
        }
        facts.add(lines.getComponentCount() == 0 ? new Quiet(Words.of("facts.none")) : lines);
    }

    private static Component fact(Plans.FactLine line) {
        var fact = line.fact();
        var what = new Span(fact.statement());
        what.addClassName("cell-title");
        var under = new Under(Words.of("facts.line", Words.of(fact.kind()), PlanWords.day(fact), fact.source()));
        return new Div(what, under);
    }

    private void askFact() {
        var form = new FactForm();
        Sheet.titled(Words.of("facts.add"))
                .with(form.kind, form.happened, form.precision)
                .wide(form.statement, form.source)
                .taking(
                        Words.of("facts.add"),
                        () -> form.placed(Attempt.to(() -> plans.state(form.said()))),
                        this::show)
                .open();
    }

    private void withdraw(Plans.FactLine line) {
        Confirm.losing(
                Words.of("facts.remove.ask", line.fact().statement()),
                Words.of("facts.remove.text"),
                Words.of("facts.remove.yes"),
                () -> {
                    plans.withdrawFact(line.id());
                    show();
                    Notes.done(Words.of("facts.removed"), () -> {
                        if (Attempt.to(() -> plans.state(line.fact())).succeeds()) {
                            show();
                        }
                    });
                });
    }
}
