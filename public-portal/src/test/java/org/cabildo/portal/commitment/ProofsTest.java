package org.cabildo.portal.commitment;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.cabildo.commitment.published.PublishedCommitments.Report;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class ProofsTest {

    private static final UUID MILESTONE = UUID.randomUUID();
    private final Report twenty = report(1, false, 0, 20);
    private final Report forty = report(2, false, 20, 40);
    private final Report mend = report(3, true, 40, 40);

    @Test
    void whatIsLeftIsProvedByTheReportThatReachedIt() {
        var lowered = report(4, true, 40, 15);
        var proofs = new Proofs(List.of(lowered, mend, forty, twenty));

        assertThat(proofs.after(lowered)).containsExactly(twenty);
        assertThat(proofs.after(twenty)).isEmpty();
        assertThat(proofs.isMended(forty)).isTrue();
        assertThat(proofs.isMended(twenty)).isFalse();
    }

    @Test
    void otherEvidenceProvesWhatItTookThePlaceOf() {
        var lowered = report(4, true, 40, 30);
        var again = report(5, true, 30, 30);
        var proofs = new Proofs(List.of(again, lowered, mend, forty, twenty));

        assertThat(proofs.after(lowered)).containsExactly(mend);
        assertThat(proofs.isMended(mend)).isTrue();
        assertThat(proofs.isMended(lowered)).isFalse();
    }

    @Test
    void anEarlierReportIsMendedInItsPlace() {
        var earlier = mending(4, 40, twenty);
        var lowered = report(5, true, 40, 15);
        var proofs = new Proofs(List.of(lowered, earlier, forty, twenty));

        assertThat(proofs.isMended(twenty)).isTrue();
        assertThat(proofs.isMended(forty)).isFalse();
        assertThat(proofs.mendedBy(earlier)).contains(twenty);
        assertThat(proofs.mendedBy(lowered)).isEmpty();
        assertThat(proofs.after(earlier)).as("what proves 40 % beside it").containsExactly(forty);
        assertThat(proofs.after(lowered)).containsExactly(earlier);
    }

    @Test
    void whatProvedNothingAnyMoreProvesNothingOnceItIsMended() {
        var lowered = report(4, true, 40, 20);
        var late = mending(5, 20, forty);
        var lower = report(6, true, 20, 10);
        var proofs = new Proofs(List.of(lower, late, lowered, forty, twenty));

        assertThat(proofs.isMended(forty)).isTrue();
        assertThat(proofs.after(late)).containsExactly(twenty);
        assertThat(proofs.after(lower)).containsExactly(twenty);
    }

    @Test
    void moreEvidenceProvesTheSameStretch() {
        var more = report(3, false, 40, 40);
        var still = report(4, false, 40, 40);
        var sixty = report(5, false, 40, 60);
        var exactly = report(6, true, 60, 40);
        var below = report(7, true, 40, 20);
        var proofs = new Proofs(List.of(below, exactly, sixty, still, more, forty, twenty));

        assertThat(proofs.after(still)).containsExactly(more, forty);
        assertThat(proofs.after(sixty)).isEmpty();
        assertThat(proofs.after(exactly)).containsExactly(still, more, forty);
        assertThat(proofs.after(below)).containsExactly(twenty);
    }

    @Test
    void nothingProvesNothing() {
        var lowered = report(4, true, 40, 0);

        assertThat(new Proofs(List.of(lowered, forty, twenty)).after(lowered)).isEmpty();
    }

    private static Report report(int second, boolean correction, int previous, int reached) {
        return report(second, correction, previous, reached, null);
    }

    private static Report mending(int second, int progress, Report mended) {
        return report(second, true, progress, progress, mended.id());
    }

    private static Report report(int second, boolean correction, int previous, int reached, @Nullable UUID mends) {
        return new Report(
                UUID.randomUUID(),
                MILESTONE,
                "Publicar 2026",
                correction,
                previous,
                reached,
                null,
                null,
                "",
                "",
                Instant.ofEpochSecond(second),
                "Renca",
                mends);
    }
}
