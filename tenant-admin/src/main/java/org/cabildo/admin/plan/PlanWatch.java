package org.cabildo.admin.plan;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.function.SerializableFunction;
import com.vaadin.flow.function.SerializablePredicate;
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

    /** What the address of a commitment names to be brought to. */
    public static final String PART = "parte";

    /** What the address of a commitment names to go on with a change of that milestone. */
    public static final String MILESTONE = "hito";

    /** What the address of a commitment names to go on with another form of that milestone. */
    public static final String FORM = "forma";

    private static final Duration OFTEN = Duration.ofSeconds(20);
    private final transient Plans plans;
    private final SerializablePredicate<Plans.VersionLine> outrun;
    private final SerializableFunction<Plans.VersionLine, Component> more;
    private final Pulse pulse = new Pulse(this, OFTEN, this::look);
    private @Nullable PlanId plan;
    private transient Plans.@Nullable VersionLine seen;
    private boolean outrunTold;

    /** Where the plan is written: that the draft changes there is no news. */
    public PlanWatch(Plans plans, SerializableFunction<Plans.VersionLine, Component> more) {
        this(plans, _ -> false, more);
    }

    /**
     * @param outrun whether the draft says something else than the version that waits
     * @param more what the page offers whoever is told, for the newest version
     */
    PlanWatch(
            Plans plans,
            SerializablePredicate<Plans.VersionLine> outrun,
            SerializableFunction<Plans.VersionLine, Component> more) {
        this.plans = plans;
        this.outrun = outrun;
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
        watch(id, versions, false);
    }

    /** @param told whether the page says already that the draft says something else than the version that waits */
    void watch(PlanId id, List<Plans.VersionLine> versions, boolean told) {
        removeAll();
        plan = id;
        seen = versions.stream().findFirst().orElse(null);
        outrunTold = told;
        pulse.goOn(seen != null && seen.state() == VersionState.PROPOSED);
    }

    private void look() {
        if (plan == null) {
            return;
        }
        var now = plans.versions(plan).getFirst();
        if (!now.equals(seen)) {
            tell(Words.of("plan.meanwhile." + now.state(), now.number()), now);
        } else if (!outrunTold && outrun.test(now)) {
            tell(Words.of("plan.outrun", now.number()), now);
        }
    }

    private void tell(String sentence, Plans.VersionLine now) {
        pulse.goOn(false);
        var panel = new Div(new Paragraph(sentence), new Div(more.apply(now)));
        panel.addClassNames("panel", "meanwhile");
        add(panel);
    }
}
