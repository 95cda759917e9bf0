package org.cabildo.admin.copying;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.UI;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.router.BeforeEnterEvent;
import com.vaadin.flow.router.BeforeEnterObserver;
import com.vaadin.flow.router.Route;
import jakarta.annotation.security.PermitAll;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Collectors;
import org.cabildo.admin.frame.Asked;
import org.cabildo.admin.frame.Attempt;
import org.cabildo.admin.frame.Here;
import org.cabildo.admin.frame.Notes;
import org.cabildo.admin.frame.OfficeLayout;
import org.cabildo.admin.frame.Page;
import org.cabildo.admin.frame.Portals;
import org.cabildo.admin.frame.Quiet;
import org.cabildo.admin.words.Words;
import org.cabildo.commitment.CommitmentId;
import org.cabildo.commitment.CommitmentOrigins;
import org.cabildo.commitment.Commitments;
import org.cabildo.commitment.published.Origin;
import org.cabildo.copying.Copying;
import org.cabildo.copying.Preview;
import org.cabildo.identity.Officer;
import org.cabildo.identity.Role;
import org.cabildo.kernel.Refused;
import org.cabildo.pillar.Pillars;
import org.cabildo.plan.PlanId;
import org.cabildo.plan.Plans;
import org.jspecify.annotations.Nullable;

/** All that would be copied into a plan, and from where, before it is. */
@Route(value = "t/:tenant/planes/:plan/copiar/:offer", layout = OfficeLayout.class)
@PermitAll
class CopyView extends Page implements BeforeEnterObserver {

    private final transient Copying copying;
    private final transient CommitmentOrigins origins;
    private final transient Commitments commitments;
    private final transient Plans plans;
    private final transient Pillars pillars;
    private final transient Portals portals;
    private final transient Here here;
    final Button copy = new Button(Words.of("copy.take"));
    final Div content = new Div();
    private final Div way = new Div();
    private @Nullable PlanId plan;
    private transient @Nullable Preview seen;

    CopyView(
            Copying copying,
            CommitmentOrigins origins,
            Commitments commitments,
            Plans plans,
            Pillars pillars,
            Portals portals,
            Here here) {
        super("");
        this.copying = copying;
        this.origins = origins;
        this.commitments = commitments;
        this.plans = plans;
        this.pillars = pillars;
        this.portals = portals;
        this.here = here;
        way.addClassName("actions");
        under(way);
        content.addClassNames("stack", "wide");
        copy.addThemeVariants(ButtonVariant.PRIMARY);
        copy.setDisableOnClick(true);
        copy.addClickListener(_ -> take());
        actions(copy);
        add(content);
    }

    @Override
    public void beforeEnter(BeforeEnterEvent event) {
        plan = Places.plan(event);
        var to = plans.require(plan());
        var asked = Asked.of(event);
        var back = Places.with(
                here.path("planes/" + plan() + "/copiar"),
                Map.of(
                        "q", asked.text("q"),
                        "de", asked.text("de"),
                        "region", asked.text("region"),
                        "tipo", asked.text("tipo")));
        way.removeAll();
        way.add(
                new Anchor(back, Words.of("copy.back")),
                new Anchor(here.path("planes/" + plan()), to.said().title()));
        content.removeAll();
        copy.setVisible(false);
        try {
            var found =
                    copying.look(plan(), event.getRouteParameters().get("offer").orElse(""));
            seen = found;
            show(found);
        } catch (Refused refused) {
            title(Words.of("copy.gone"));
            var why = new Paragraph(Words.of(refused));
            why.getElement().setAttribute("role", "alert");
            content.add(why);
        }
    }

    private PlanId plan() {
        return Objects.requireNonNull(plan);
    }

    private void show(Preview found) {
        title(Words.of("copy.of", found.origin().title()));
        var may = Officer.current().may(Role.EDITOR);
        copy.setVisible(may);
        if (!may) {
            content.add(new Quiet(Words.of("copy.reader")));
        }
        origins.of(plan()).entrySet().stream()
                .filter(entry -> isSame(entry.getValue(), found))
                .map(Map.Entry::getKey)
                .findFirst()
                .ifPresent(there -> content.add(again(there)));
        content.add(new PreviewPanels(found, pillars.all(), portals));
    }

    private static boolean isSame(Origin there, Preview found) {
        var origin = found.origin();
        return there.kind() == origin.kind()
                && Objects.equals(there.source(), origin.source())
                && there.code().equals(origin.code());
    }

    private Component again(CommitmentId there) {
        var line = new Paragraph(Words.of("copy.again") + " ");
        line.add(new Anchor(
                here.path("planes/" + plan() + "/compromisos/" + there),
                commitments.require(there).said().title()));
        return line;
    }

    private void take() {
        if (!Attempt.to(this::copied).succeeds()) {
            copy.setEnabled(true);
        }
    }

    private void copied() {
        var found = Objects.requireNonNull(seen);
        var id = copying.copy(plan(), found);
        var lacks = found.lacks().stream().map(Words::of).collect(Collectors.joining(", "));
        UI.getCurrent().navigate(here.path("planes/" + plan() + "/compromisos/" + id));
        Notes.done(lacks.isEmpty() ? Words.of("copy.done") : Words.of("copy.done.lacks", lacks), () -> undo(id));
    }

    private void undo(CommitmentId id) {
        if (Attempt.to(() -> commitments.delete(id)).succeeds()) {
            UI.getCurrent().navigate(here.path("planes/" + plan()));
            Notes.done(Words.of("copy.undone"));
        }
    }
}
