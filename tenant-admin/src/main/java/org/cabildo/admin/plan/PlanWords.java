package org.cabildo.admin.plan;

import com.vaadin.flow.component.html.Div;
import java.util.Locale;
import org.cabildo.admin.frame.Badge;
import org.cabildo.admin.words.Words;
import org.cabildo.plan.Fact;
import org.cabildo.plan.PlanStage;
import org.cabildo.plan.Plans;

/** How plans and facts are said on screen. */
final class PlanWords {

    private PlanWords() {}

    static String under(Plans.Line plan) {
        var period = plan.said().period();
        var framework = Words.of(plan.said().framework());
        return period == null
                ? Words.of("plans.under.open", framework, plan.commitments())
                : Words.of("plans.under", framework, period.start(), period.end(), plan.commitments());
    }

    /** @param unread whether the public reads something else of it, and no version waits */
    static Div badges(Plans.Line plan, boolean unread) {
        var badges = new Div();
        badges.addClassName("badges");
        if (plan.published() != null) {
            badges.add(new Badge(Words.of("plans.published", plan.published()), Badge.Tone.GOOD));
        }
        if (plan.proposed() != null && plan.takesVersions()) {
            badges.add(new Badge(Words.of("plans.proposed", plan.proposed()), Badge.Tone.BUSY));
        }
        if (!isSaid(plan)
                && !(plan.stage() == PlanStage.PREPARATION && plan.said().inPreparation())) {
            badges.add(badge(plan.stage()));
        }
        if (plan.said().inPreparation()) {
            badges.add(new Badge(Words.of("plans.preparation"), Badge.Tone.BUSY));
        }
        if (unread) {
            badges.add(new Badge(Words.of("commitment.changed"), Badge.Tone.BUSY));
        }
        return badges;
    }

    /** Whether the versions say already where the plan is. */
    private static boolean isSaid(Plans.Line plan) {
        return (plan.stage() == PlanStage.APPROVED && plan.published() != null)
                || (plan.stage() == PlanStage.PREPARATION && plan.proposed() != null);
    }

    static Badge badge(PlanStage stage) {
        return new Badge(
                Words.of(stage),
                switch (stage) {
                    case PREPARATION, DIAGNOSIS, CLOSED, EVALUATED -> Badge.Tone.PLAIN;
                    case COCREATION, CONSULTATION, SUBMITTED -> Badge.Tone.BUSY;
                    case APPROVED, IN_FORCE -> Badge.Tone.GOOD;
                    case ABANDONED -> Badge.Tone.BAD;
                });
    }

    static String day(Fact fact) {
        var day = fact.happened();
        if (day == null) {
            return Words.of("Precision.UNDATED").toLowerCase(Locale.ROOT);
        }
        return switch (fact.precision()) {
            case DAY, UNDATED -> Words.of(day);
            case MONTH -> Words.month(day);
            case YEAR -> String.valueOf(day.getYear());
        };
    }
}
