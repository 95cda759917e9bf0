package org.cabildo.planfile;

import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Objects;
import java.util.stream.Collectors;
import org.cabildo.kernel.Period;
import org.cabildo.plan.PlanDraft;
import org.cabildo.plan.published.ApprovalAct;
import org.cabildo.plan.published.Foundation;
import org.cabildo.plan.published.VisionPart;
import org.jspecify.annotations.Nullable;

/**
 * What a file says of the plan itself, beside its commitments.
 *
 * @param title empty: it says none
 * @param framework as files name it; empty: it says none
 * @param period null: it says none
 */
public record PlanTexts(
        String title, String framework, @Nullable Period period, String summary, String source, Foundation foundation) {

    /** A file of commitments only. */
    public static final PlanTexts NONE = new PlanTexts("", "", null, "", "", Foundation.NONE);

    /**
     * A plan completed from a file: what it says already stays as it is.
     *
     * @param added what comes from the file
     * @param kept what the file says otherwise, in vain
     * @param endorsers who is added to those who stand behind it
     */
    public record Completed(
            PlanDraft draft,
            Foundation foundation,
            List<PlanField> added,
            List<PlanField> kept,
            List<String> endorsers) {

        /** Whether the file adds anything to what the plan says of itself. */
        public boolean isNews() {
            return !added.isEmpty() || !endorsers.isEmpty();
        }
    }

    /** The plan with what it does not say yet. */
    public Completed completing(PlanDraft draft, Foundation now) {
        var added = new ArrayList<PlanField>();
        var kept = new ArrayList<PlanField>();
        if (!title.isEmpty() && !Folded.of(title).equals(Folded.of(draft.title()))) {
            kept.add(PlanField.TITLE);
        }
        if (!framework.isEmpty() && !Folded.of(framework).equals(PlanSheet.FRAMEWORKS.get(draft.framework()))) {
            kept.add(PlanField.FRAMEWORK);
        }
        var days = choice(PlanField.START, draft.period(), period, added, kept);
        var brief = text(PlanField.SUMMARY, draft.summary(), summary, added, kept);
        var written = text(PlanField.SOURCE, draft.source(), source, added, kept);
        var vision = new EnumMap<VisionPart, String>(VisionPart.class);
        for (var field : PlanField.values()) {
            field.part()
                    .ifPresent(part ->
                            vision.put(part, text(field, said(now, part), said(foundation, part), added, kept)));
        }
        var act = choice(PlanField.ACT_KIND, now.act(), foundation.act(), added, kept, PlanTexts::isSame);
        var body = choice(PlanField.BODY_NAME, now.body(), foundation.body(), added, kept);
        var there =
                now.endorsements().stream().map(one -> Folded.of(one.actor())).collect(Collectors.toSet());
        var endorsements = new ArrayList<>(now.endorsements());
        var endorsers = new ArrayList<String>();
        for (var one : foundation.endorsements()) {
            if (there.add(Folded.of(one.actor()))) {
                endorsements.add(one);
                endorsers.add(one.actor());
            }
        }
        return new Completed(
                new PlanDraft(draft.title(), draft.framework(), days, brief, written, draft.inPreparation()),
                new Foundation(vision, act, body, List.copyOf(endorsements)),
                List.copyOf(added),
                List.copyOf(kept),
                List.copyOf(endorsers));
    }

    private static String said(Foundation foundation, VisionPart part) {
        return foundation.vision().getOrDefault(part, "");
    }

    private static String text(PlanField field, String now, String file, List<PlanField> added, List<PlanField> kept) {
        var chosen = choice(field, now.isBlank() ? null : now, file.isBlank() ? null : file, added, kept);
        return chosen == null ? "" : chosen;
    }

    private static <T> @Nullable T choice(
            PlanField field, @Nullable T now, @Nullable T file, List<PlanField> added, List<PlanField> kept) {
        return choice(field, now, file, added, kept, Objects::equals);
    }

    private interface Sameness<T> {
        boolean of(T one, T other);
    }

    private static <T> @Nullable T choice(
            PlanField field,
            @Nullable T now,
            @Nullable T file,
            List<PlanField> added,
            List<PlanField> kept,
            Sameness<T> same) {
        if (file == null) {
            return now;
        }
        if (now == null) {
            added.add(field);
            return file;
        }
        if (!same.of(now, file)) {
            kept.add(field);
        }
        return now;
    }

    /** A file that was put in here cannot stand in a cell. */
    private static boolean isSame(ApprovalAct one, ApprovalAct other) {
        return one.kind() == other.kind()
                && one.number().equals(other.number())
                && one.day().equals(other.day());
    }
}
