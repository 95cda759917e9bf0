package org.cabildo.admin.plan;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.function.SerializableFunction;
import java.time.Duration;
import java.util.List;
import org.cabildo.admin.frame.Pulse;
import org.cabildo.admin.words.Words;
import org.cabildo.plan.PlanId;
import org.cabildo.plan.Plans;
import org.cabildo.plan.VersionState;
import org.jspecify.annotations.Nullable;

/** Tells whoever has a page of a plan open what somebody else decided meanwhile about the version that waited. */
public final class PlanWatch extends Div {

    private static final Duration OFTEN = Duration.ofSeconds(20);
    private final transient Plans plans;
    private final SerializableFunction<Plans.VersionLine, Component> more;
    private final Pulse pulse = new Pulse(this, OFTEN, this::look);
    private @Nullable PlanId plan;
    private transient Plans.@Nullable VersionLine seen;

    /** @param more what the page offers whoever is told, for the newest version */
    public PlanWatch(Plans plans, SerializableFunction<Plans.VersionLine, Component> more) {
        this.plans = plans;
        this.more = more;
        getElement().setAttribute("role", "status");
        addClassName("watch");
    }

    /**
     * Begins anew with what the page shows now; only a version that waits is worth watching.
     *
     * @param versions newest first
     */
    public void watch(PlanId id, List<Plans.VersionLine> versions) {
        removeAll();
        plan = id;
        seen = versions.stream().findFirst().orElse(null);
        pulse.goOn(seen != null && seen.state() == VersionState.PROPOSED);
    }

    private void look() {
        if (plan == null) {
            return;
        }
        var now = plans.versions(plan).getFirst();
        if (!now.equals(seen)) {
            pulse.goOn(false);
            var panel = new Div(
                    new Paragraph(Words.of("plan.meanwhile." + now.state(), now.number())), new Div(more.apply(now)));
            panel.addClassNames("panel", "meanwhile");
            add(panel);
        }
    }
}
