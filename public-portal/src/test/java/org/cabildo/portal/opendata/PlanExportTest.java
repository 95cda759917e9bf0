package org.cabildo.portal.opendata;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.EnumSet;
import org.cabildo.plan.Framework;
import org.cabildo.plan.PlanStage;
import org.junit.jupiter.api.Test;

class PlanExportTest {

    /** Stages of plans that have no version in force. */
    private static final EnumSet<PlanStage> UNPUBLISHED = EnumSet.of(
            PlanStage.PREPARATION,
            PlanStage.DIAGNOSIS,
            PlanStage.COCREATION,
            PlanStage.CONSULTATION,
            PlanStage.ABANDONED);

    @Test
    void everyFrameworkAndEveryStageOfAPublishedPlanHasItsWord() {
        assertThat(PlanExport.FRAMEWORKS.keySet())
                .containsExactlyInAnyOrderElementsOf(
                        Arrays.stream(Framework.values()).map(Enum::name).toList());
        assertThat(PlanExport.STAGES.keySet())
                .containsExactlyInAnyOrderElementsOf(EnumSet.complementOf(UNPUBLISHED).stream()
                        .map(Enum::name)
                        .toList());
    }
}
