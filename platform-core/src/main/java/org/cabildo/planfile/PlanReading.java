package org.cabildo.planfile;

import java.util.List;
import org.cabildo.commitment.Commitments.Whole;
import org.cabildo.kernel.Refused;

/**
 * What a file would add to a plan, or all that is wrong with it. Nothing is changed by reading.
 *
 * @param commitments in the file's order; what can be taken when nothing is wrong
 * @param texts what it says of the plan itself
 * @param completed the plan as it would say of itself then
 * @param problems in the order of the file's cells
 */
public record PlanReading(
        List<Whole> commitments, PlanTexts texts, PlanTexts.Completed completed, List<Problem> problems) {

    public PlanReading {
        commitments = List.copyOf(commitments);
        problems = List.copyOf(problems);
    }

    /**
     * What is wrong with a cell.
     *
     * @param sheet its name; empty in a file that has none
     * @param cell as spreadsheets name it, such as {@code C5}, or a row's number
     */
    public record Problem(String sheet, String cell, Refused refusal) {}

    public boolean isSound() {
        return problems.isEmpty();
    }

    /** Whether it would add anything. */
    public boolean isNews() {
        return !commitments.isEmpty() || completed.isNews();
    }

    /** How many milestones all commitments have. */
    public int milestones() {
        return commitments.stream().mapToInt(one -> one.milestones().size()).sum();
    }
}
