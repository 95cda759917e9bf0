package org.cabildo.admin.commitment;

import com.vaadin.flow.component.checkbox.CheckboxGroup;
import com.vaadin.flow.component.textfield.TextArea;
import com.vaadin.flow.component.textfield.TextField;
import java.time.LocalDate;
import java.util.Map;
import java.util.stream.Collectors;
import org.cabildo.admin.frame.Attempt;
import org.cabildo.admin.frame.DayField;
import org.cabildo.admin.frame.Fields;
import org.cabildo.admin.frame.Sheet;
import org.cabildo.admin.frame.Suggestions;
import org.cabildo.admin.frame.Typed;
import org.cabildo.admin.frame.WholeField;
import org.cabildo.admin.words.Words;
import org.cabildo.commitment.MilestoneDraft;
import org.cabildo.kernel.Period;
import org.jspecify.annotations.Nullable;

/** What officers say of a milestone, as fields. */
final class MilestoneForm {

    private final TextField activity;
    private final TextArea deliverable;
    private final TextField responsible;
    private final WholeField weight;
    private final DayField start;
    private final DayField end;
    private final CheckboxGroup<String> follows = new CheckboxGroup<>();

    /**
     * @param said null for a new one
     * @param planned the commitment's period, which a new milestone begins with
     * @param answering who answers for the commitment, and for a new milestone too at first
     * @param others that it may wait for: their activities by place
     */
    MilestoneForm(
            @Nullable MilestoneDraft said, @Nullable Period planned, String answering, Map<Integer, String> others) {
        activity = Fields.line(Words.of("milestone.activity"), said == null ? "" : said.activity(), 300);
        activity.setRequiredIndicatorVisible(true);
        deliverable = Fields.text(
                Words.of("milestone.deliverable"),
                Words.of("milestone.deliverable.hint"),
                said == null ? "" : said.deliverable());
        deliverable.setRequiredIndicatorVisible(true);
        responsible =
                Fields.line(Words.of("milestone.responsible"), said == null ? answering : said.responsible(), 250);
        Suggestions.in(responsible, CommitmentForm.RESPONSIBLES);
        weight = Fields.whole(Words.of("milestone.weight"), said == null ? 1 : said.weight(), 1);
        weight.setHelperText(Words.of("milestone.weight.hint"));
        var period = said == null ? offered(planned) : said.period();
        start = day("plan.start", period == null ? null : period.start());
        end = day("milestone.due", period == null ? null : period.end());
        start.setRequiredIndicatorVisible(true);
        end.setRequiredIndicatorVisible(true);
        if (planned != null) {
            var sentence = Words.of("refused.milestone.period", planned.start(), planned.end());
            start.liesWithin(planned, sentence);
            end.liesWithin(planned, sentence);
        }
        end.endsWhatBegins(start);
        follows.setLabel(Words.of("milestone.follows"));
        follows.setHelperText(Words.of("milestone.follows.hint"));
        follows.setItems(others.keySet().stream().map(String::valueOf).toList());
        follows.setItemLabelGenerator(place -> Words.of(
                "commitment.numbered", Integer.valueOf(place), others.getOrDefault(Integer.valueOf(place), "–")));
        follows.setVisible(!others.isEmpty());
        if (said != null) {
            follows.setValue(said.follows().stream().map(String::valueOf).collect(Collectors.toSet()));
        }
    }

    /** As much of the commitment's period as can be followed: what lasts longer is to be divided. */
    private static @Nullable Period offered(@Nullable Period planned) {
        if (planned == null) {
            return null;
        }
        var year = planned.start().plusMonths(MilestoneDraft.MONTHS).minusDays(1);
        return year.isBefore(planned.end()) ? new Period(planned.start(), year) : planned;
    }

    private static DayField day(String label, @Nullable LocalDate day) {
        return Fields.day(Words.of(label), day);
    }

    Sheet sheet(String title) {
        return Sheet.titled(title)
                .wide(activity, deliverable)
                .with(responsible, weight, start, end)
                .wide(follows);
    }

    Typed typed() {
        return new Typed()
                .text("activity", activity)
                .text("deliverable", deliverable)
                .text("responsible", responsible)
                .whole("weight", weight)
                .day("start", start)
                .day("end", end)
                .several("follows", follows);
    }

    MilestoneDraft said() {
        return new MilestoneDraft(
                activity.getValue(),
                deliverable.getValue(),
                responsible.getValue(),
                Fields.requiredPeriod(start, end),
                weight.whole(),
                follows.getValue().stream().map(Integer::valueOf).toList());
    }

    Attempt placed(Attempt attempt) {
        return attempt.needing(activity, deliverable, start, end)
                .judging(weight, () -> MilestoneDraft.requireWeight(weight.whole()))
                .at(activity, "milestone.activity")
                .at(deliverable, "milestone.deliverable")
                .at(start, "period.start")
                .at(end, "period.end", "period.backwards", "milestone.period")
                .at(weight, "milestone.weight", "number.")
                .at(follows, "milestone.circle", "milestone.follows");
    }
}
