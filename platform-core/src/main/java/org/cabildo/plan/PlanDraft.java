package org.cabildo.plan;

import org.cabildo.kernel.Period;
import org.cabildo.kernel.Refused;
import org.cabildo.kernel.Texts;
import org.jspecify.annotations.Nullable;

/**
 * What officers say of a plan.
 *
 * @param title 3 to 200 characters
 * @param period null while it is not known; needed to publish
 * @param summary in plain words, for the public
 * @param source where its facts are written; empty when they are the tenant's own
 * @param inPreparation whether the public sees that it is being prepared
 */
public record PlanDraft(
        String title,
        Framework framework,
        @Nullable Period period,
        String summary,
        String source,
        boolean inPreparation) {

    /** Longer titles are none. */
    public static final int LONGEST_TITLE = 200;

    /** Longer summaries are none. */
    public static final int LONGEST_SUMMARY = 5_000;

    /** Longer sources are none. */
    public static final int LONGEST_SOURCE = 500;

    public PlanDraft {
        title = title.strip();
        if (title.length() < 3 || title.length() > LONGEST_TITLE) {
            throw new Refused(
                    "plan.title", "A plan's title has 3 to 200 characters but was «%s».".formatted(title), title);
        }
        summary = Texts.within(LONGEST_SUMMARY, "plan.summary.long", summary);
        source = Texts.within(LONGEST_SOURCE, "plan.source.long", source);
    }
}
