package org.cabildo.operation;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.cabildo.kernel.Ids;
import org.cabildo.ledger.LedgerChecks;
import org.cabildo.mail.MailQueue;
import org.cabildo.operation.Finding.Advice;
import org.cabildo.operation.Finding.Condition;
import org.cabildo.operation.Finding.Part;
import org.cabildo.tenancy.Heartbeat;
import org.cabildo.tenancy.VitalSigns;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class DiagnosisTest {

    private static final Instant NOW = Instant.parse("2026-11-28T12:00:00Z");
    private static final MailQueue.Standing NO_MAIL = new MailQueue.Standing(0, null, 0);
    private static final LedgerChecks.Standing WHOLE = new LedgerChecks.Standing(0, 0);
    private static final VitalSigns.Work WELL = new VitalSigns.Work(7, true, 0, null, 0, NOW);

    @Test
    void whenAllIsWellNothingAsksForAnything() {
        var findings = with(house(WELL)).findings();

        assertThat(findings).extracting(Finding::part).containsExactly(Part.values());
        assertThat(findings).extracting(Finding::condition).containsOnly(Condition.GOOD);
        assertThat(new HealthReport(NOW, findings, List.of()).worst()).isEqualTo(Condition.GOOD);
    }

    @Test
    void withoutAWorkerTheHouseIsDown() {
        var house = new ArrayList<>(house(WELL));
        house.set(0, beat(Heartbeat.Kind.WORKER, Duration.ofSeconds(21), "1", WELL, 1, null));

        var diagnosis = with(house);

        assertThat(found(diagnosis, Part.WORKER)).isEqualTo(Advice.WORKER_AWAY);
        assertThat(found(diagnosis, Part.ANNOUNCEMENTS)).isEqualTo(Advice.ANNOUNCEMENTS_UNKNOWN);
        assertThat(new HealthReport(NOW, diagnosis.findings(), house).worst()).isEqualTo(Condition.DOWN);
    }

    @Test
    void oneOfTwoThatWentSilentAsksForAttention() {
        var house = new ArrayList<>(house(WELL));
        house.add(beat(Heartbeat.Kind.PORTAL, Duration.ofMinutes(3), "1", null, 1, null));

        assertThat(found(with(house), Part.PORTAL)).isEqualTo(Advice.PORTAL_LOST);
    }

    @Test
    void twoReleasesAtOnceAreSaid() {
        var house = new ArrayList<>(house(WELL));
        house.add(beat(Heartbeat.Kind.OFFICE, Duration.ZERO, "2", null, 1, null));

        assertThat(with(house).findings())
                .filteredOn(finding -> finding.part() == Part.RELEASE)
                .singleElement()
                .satisfies(finding -> {
                    assertThat(finding.advice()).isEqualTo(Advice.RELEASE_MIXED);
                    assertThat(finding.facts()).containsExactly("1, 2");
                });
    }

    @Test
    void announcementsAreSlowAfterFiveMinutesAndStuckAtOnce() {
        var fresh = new VitalSigns.Work(0, true, 3, NOW.minusSeconds(299), 0, NOW);
        var slow = new VitalSigns.Work(0, true, 3, NOW.minusSeconds(301), 0, NOW);
        var stuck = new VitalSigns.Work(0, true, 3, NOW.minusSeconds(1), 1, NOW);

        assertThat(found(with(house(fresh)), Part.ANNOUNCEMENTS)).isEqualTo(Advice.ANNOUNCEMENTS_WELL);
        assertThat(found(with(house(slow)), Part.ANNOUNCEMENTS)).isEqualTo(Advice.ANNOUNCEMENTS_SLOW);
        assertThat(found(with(house(stuck)), Part.ANNOUNCEMENTS)).isEqualTo(Advice.ANNOUNCEMENTS_STUCK);
    }

    @Test
    void lettersWithoutAServerAreSaidBeforeTheyAreSlow() {
        var deaf = house(new VitalSigns.Work(0, false, 0, null, 0, NOW));
        var waiting = new MailQueue.Standing(2, NOW.minus(Duration.ofHours(1)), 1);

        assertThat(found(diagnosis(deaf, true, 10, 0, waiting), Part.MAIL)).isEqualTo(Advice.MAIL_NO_SERVER);
        assertThat(found(diagnosis(house(WELL), true, 10, 0, waiting), Part.MAIL))
                .isEqualTo(Advice.MAIL_SLOW);
        assertThat(found(diagnosis(house(WELL), true, 10, 0, new MailQueue.Standing(0, null, 1)), Part.MAIL))
                .isEqualTo(Advice.MAIL_REFUSED);
        assertThat(found(with(deaf), Part.MAIL)).isEqualTo(Advice.MAIL_WELL);
    }

    @Test
    void connectionsNearTheirCeilingAskForAttention() {
        var full = new ArrayList<>(house(WELL));
        full.add(beat(Heartbeat.Kind.OFFICE, Duration.ZERO, "1", null, 91, null));
        var refusing = new ArrayList<>(house(WELL));
        refusing.add(beat(Heartbeat.Kind.OFFICE, Duration.ZERO, "1", null, 1, NOW.minusSeconds(60)));

        assertThat(found(with(full), Part.POOLS)).isEqualTo(Advice.POOLS_FULL);
        assertThat(found(with(refusing), Part.POOLS)).isEqualTo(Advice.POOLS_REFUSED);
        assertThat(found(diagnosis(house(WELL), true, 91, 0, NO_MAIL), Part.DATABASE))
                .isEqualTo(Advice.DATABASE_FULL);
    }

    @Test
    void withoutRedisNothingIsDownAndNothingIsKnownOfThePortals() {
        var diagnosis = diagnosis(house(WELL), false, 10, 0, NO_MAIL);

        assertThat(found(diagnosis, Part.REDIS)).isEqualTo(Advice.REDIS_AWAY);
        assertThat(found(diagnosis, Part.PORTAL)).isEqualTo(Advice.PORTAL_UNKNOWN);
        assertThat(new HealthReport(NOW, diagnosis.findings(), List.of()).worst())
                .isEqualTo(Condition.ATTENTION);
    }

    @Test
    void aLedgerThatWasRewrittenIsSaidBeforeOneThatIsOverdue() {
        assertThat(found(ledgers(1, 4), Part.LEDGERS)).isEqualTo(Advice.LEDGERS_REWRITTEN);
        assertThat(found(ledgers(0, 4), Part.LEDGERS)).isEqualTo(Advice.LEDGERS_SLOW);
    }

    private static Diagnosis ledgers(int broken, int overdue) {
        return new Diagnosis(new HealthFacts(
                NOW,
                house(WELL),
                true,
                10,
                100,
                0,
                Optional.empty(),
                0,
                NO_MAIL,
                new LedgerChecks.Standing(broken, overdue)));
    }

    @Test
    void ordersThatFailedAreSaid() {
        assertThat(found(diagnosis(house(WELL), true, 10, 2, NO_MAIL), Part.ORDERS))
                .isEqualTo(Advice.ORDERS_FAILED);
    }

    private static Advice found(Diagnosis diagnosis, Part part) {
        return diagnosis.findings().stream()
                .filter(finding -> finding.part() == part)
                .findFirst()
                .orElseThrow()
                .advice();
    }

    private static Diagnosis with(List<Heartbeat> house) {
        return diagnosis(house, true, 10, 0, NO_MAIL);
    }

    private static Diagnosis diagnosis(
            List<Heartbeat> house, boolean redis, int connections, int failed, MailQueue.Standing mail) {
        return new Diagnosis(
                new HealthFacts(NOW, house, redis, connections, 100, 0, Optional.empty(), failed, mail, WHOLE));
    }

    private static List<Heartbeat> house(VitalSigns.Work work) {
        return List.of(
                beat(Heartbeat.Kind.WORKER, Duration.ZERO, "1", work, 1, null),
                beat(Heartbeat.Kind.OFFICE, Duration.ofSeconds(5), "1", null, 1, null),
                beat(Heartbeat.Kind.PORTAL, Duration.ofSeconds(19), "1", null, 1, null));
    }

    private static Heartbeat beat(
            Heartbeat.Kind kind,
            Duration ago,
            String version,
            VitalSigns.@Nullable Work work,
            int open,
            @Nullable Instant refusedAt) {
        return new Heartbeat(
                Ids.next(),
                kind,
                version,
                NOW.minusSeconds(3_600),
                NOW.minus(ago),
                new Heartbeat.Pool(open, 100, 0, refusedAt),
                true,
                work);
    }
}
