package org.cabildo.portal.commitment;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.cabildo.commitment.published.PublishedCommitments.Report;
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

        assertThat(proofs.after(lowered)).contains(twenty);
        assertThat(proofs.after(twenty)).isEmpty();
        assertThat(proofs.isMended(forty)).isTrue();
        assertThat(proofs.isMended(twenty)).isFalse();
    }

    @Test
    void otherEvidenceProvesWhatItTookThePlaceOf() {
        var lowered = report(4, true, 40, 30);
        var again = report(5, true, 30, 30);
        var proofs = new Proofs(List.of(again, lowered, mend, forty, twenty));

        assertThat(proofs.after(lowered)).contains(mend);
        assertThat(proofs.isMended(mend)).isTrue();
        assertThat(proofs.isMended(lowered)).isFalse();
    }

    @Test
    void nothingProvesNothing() {
        var lowered = report(4, true, 40, 0);

        assertThat(new Proofs(List.of(lowered, forty, twenty)).after(lowered)).isEmpty();
    }

    private static Report report(int second, boolean correction, int previous, int reached) {
        return new Report(
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
                "Renca");
    }
}
