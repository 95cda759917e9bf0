package org.cabildo.commitment;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.IntStream;
import org.cabildo.commitment.published.PlanGlance;
import org.cabildo.commitment.published.PlanGlance.Share;
import org.cabildo.commitment.published.PublishedCommitments.Due;
import org.cabildo.commitment.published.PublishedCommitments.Line;
import org.cabildo.commitment.published.PublishedCommitments.Named;
import org.cabildo.commitment.published.Status;
import org.cabildo.kernel.Ids;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class PlanGlanceTest {

    private static final LocalDate TODAY = LocalDate.of(2026, 11, 20);

    @Test
    void tellsTheWholeByPillarByWhoAnswersAndByWhoLeads() {
        var glance = PlanGlance.of(
                List.of(
                        line(1, 90, Status.IN_PROGRESS, "SECPLA", "Renca", "Transparencia", "Ética"),
                        line(2, 45, Status.LATE, "SECPLA", null, "Transparencia"),
                        line(3, 100, Status.COMPLETED, "DIDECO", "Santiago"),
                        withdrawn("Aseo", "Renca", "Ética")),
                List.of(),
                TODAY);

        assertThat(glance.standing()).isEqualTo(3);
        assertThat(glance.progress()).isEqualTo(78);
        assertThat(glance.statuses())
                .isEqualTo(Map.of(Status.IN_PROGRESS, 1, Status.LATE, 1, Status.COMPLETED, 1, Status.WITHDRAWN, 1));
        assertThat(glance.pillars())
                .containsExactly(
                        share("Ética", 90, 0, 1), // as people look it up, not after Z
                        share("Transparencia", 67, 1, 1, 2),
                        share("", 100, 0, 3));
        assertThat(glance.responsible()).containsExactly(share("SECPLA", 67, 1, 1, 2), share("DIDECO", 100, 0, 3));
        assertThat(glance.leads())
                .containsExactly(share("Renca", 90, 0, 1), share("Santiago", 100, 0, 3), share("", 45, 1, 2));
    }

    @Test
    void tellsNothingApartThatNobodyNames() {
        var glance = PlanGlance.of(List.of(line(1, 10, Status.IN_PROGRESS, "SECPLA", null)), List.of(), TODAY);

        assertThat(glance.pillars()).isEmpty();
        assertThat(glance.leads()).isEmpty();
        assertThat(glance.responsible()).hasSize(1);
    }

    @Test
    void whatIsDueTodayIsNotLate() {
        var glance =
                PlanGlance.of(List.of(), List.of(due(TODAY.minusDays(1)), due(TODAY), due(TODAY.plusDays(30))), TODAY);

        assertThat(glance.late()).extracting(Due::ends).containsExactly(TODAY.minusDays(1));
        assertThat(glance.soon()).extracting(Due::ends).containsExactly(TODAY, TODAY.plusDays(30));
        assertThat(glance.progress()).isZero();
    }

    private static Due due(LocalDate ends) {
        return new Due(new UUID(0, 1), 1, "Compromiso", 1, "Hito", ends, 0, null);
    }

    private static Share share(String name, int progress, int late, int... numbers) {
        var promises = IntStream.of(numbers)
                .mapToObj(number -> new Named(number, "Compromiso"))
                .toList();
        return new Share(name, numbers.length, progress, late, promises);
    }

    private static Line line(
            int number, int progress, Status status, String responsible, @Nullable String lead, String... pillars) {
        return whole(number, progress, status, responsible, lead, null, pillars);
    }

    private static Line withdrawn(String responsible, String lead, String... pillars) {
        return whole(4, 100, Status.WITHDRAWN, responsible, lead, "Ya no hace falta", pillars);
    }

    private static Line whole(
            int number,
            int progress,
            Status status,
            String responsible,
            @Nullable String lead,
            @Nullable String withdrawn,
            String... pillars) {
        return new Line(
                Ids.next(),
                "plan",
                "Plan",
                1,
                number,
                "Compromiso",
                responsible,
                lead,
                null,
                TODAY,
                TODAY,
                progress,
                1,
                0,
                List.of(pillars),
                withdrawn,
                status);
    }
}
