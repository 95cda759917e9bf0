package org.cabildo.operation;

import static org.cabildo.operation.Finding.Advice.ANNOUNCEMENTS_SLOW;
import static org.cabildo.operation.Finding.Advice.ANNOUNCEMENTS_STUCK;
import static org.cabildo.operation.Finding.Advice.ANNOUNCEMENTS_UNKNOWN;
import static org.cabildo.operation.Finding.Advice.ANNOUNCEMENTS_WELL;
import static org.cabildo.operation.Finding.Advice.DATABASE_FULL;
import static org.cabildo.operation.Finding.Advice.DATABASE_WELL;
import static org.cabildo.operation.Finding.Advice.LEDGERS_REWRITTEN;
import static org.cabildo.operation.Finding.Advice.LEDGERS_SLOW;
import static org.cabildo.operation.Finding.Advice.LEDGERS_WELL;
import static org.cabildo.operation.Finding.Advice.MAIL_NO_SERVER;
import static org.cabildo.operation.Finding.Advice.MAIL_REFUSED;
import static org.cabildo.operation.Finding.Advice.MAIL_SLOW;
import static org.cabildo.operation.Finding.Advice.MAIL_WELL;
import static org.cabildo.operation.Finding.Advice.OFFICE_AWAY;
import static org.cabildo.operation.Finding.Advice.OFFICE_LOST;
import static org.cabildo.operation.Finding.Advice.OFFICE_WELL;
import static org.cabildo.operation.Finding.Advice.ORDERS_FAILED;
import static org.cabildo.operation.Finding.Advice.ORDERS_NONE;
import static org.cabildo.operation.Finding.Advice.ORDERS_SLOW;
import static org.cabildo.operation.Finding.Advice.ORDERS_UNDER_WAY;
import static org.cabildo.operation.Finding.Advice.POOLS_FULL;
import static org.cabildo.operation.Finding.Advice.POOLS_REFUSED;
import static org.cabildo.operation.Finding.Advice.POOLS_WELL;
import static org.cabildo.operation.Finding.Advice.PORTAL_AWAY;
import static org.cabildo.operation.Finding.Advice.PORTAL_LOST;
import static org.cabildo.operation.Finding.Advice.PORTAL_UNKNOWN;
import static org.cabildo.operation.Finding.Advice.PORTAL_WELL;
import static org.cabildo.operation.Finding.Advice.REDIS_AWAY;
import static org.cabildo.operation.Finding.Advice.REDIS_PARTLY;
import static org.cabildo.operation.Finding.Advice.REDIS_WELL;
import static org.cabildo.operation.Finding.Advice.RELEASE_MIXED;
import static org.cabildo.operation.Finding.Advice.RELEASE_ONE;
import static org.cabildo.operation.Finding.Advice.WORKER_AWAY;
import static org.cabildo.operation.Finding.Advice.WORKER_LOST;
import static org.cabildo.operation.Finding.Advice.WORKER_WELL;
import static org.cabildo.operation.Finding.Condition.ATTENTION;
import static org.cabildo.operation.Finding.Condition.DOWN;
import static org.cabildo.operation.Finding.Condition.GOOD;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.cabildo.operation.Finding.Advice;
import org.cabildo.operation.Finding.Part;
import org.cabildo.tenancy.Heartbeat;
import org.cabildo.tenancy.VitalSigns;

/** Judges what was counted. The marks are those of docs/operations.md. */
record Diagnosis(HealthFacts facts) {

    /** After how long without a sign of life a process counts as gone: four beats. */
    static final Duration SILENCE = Duration.ofSeconds(20);

    private static final Duration LONG = Duration.ofMinutes(5);
    private static final Duration LONG_FOR_MAIL = Duration.ofMinutes(15);
    private static final Duration LATELY = Duration.ofMinutes(10);
    private static final double NEARLY_ALL = 0.9;

    List<Finding> findings() {
        return List.of(
                processes(Part.WORKER, Heartbeat.Kind.WORKER, WORKER_WELL, WORKER_LOST, WORKER_AWAY),
                processes(Part.OFFICE, Heartbeat.Kind.OFFICE, OFFICE_WELL, OFFICE_LOST, OFFICE_AWAY),
                facts.redis()
                        ? processes(Part.PORTAL, Heartbeat.Kind.PORTAL, PORTAL_WELL, PORTAL_LOST, PORTAL_AWAY)
                        : Finding.of(Part.PORTAL, ATTENTION, PORTAL_UNKNOWN),
                release(),
                orders(),
                announcements(),
                mail(),
                pools(),
                database(),
                redis(),
                ledgers());
    }

    static boolean isAlive(Heartbeat one, Instant now) {
        return one.seenAt().plus(SILENCE).isAfter(now);
    }

    private List<Heartbeat> alive() {
        return facts.heartbeats().stream()
                .filter(one -> isAlive(one, facts.now()))
                .toList();
    }

    private Finding processes(Part part, Heartbeat.Kind kind, Advice well, Advice lost, Advice away) {
        long living = alive().stream().filter(one -> one.kind() == kind).count();
        long known =
                facts.heartbeats().stream().filter(one -> one.kind() == kind).count();
        if (living == 0) {
            return Finding.of(part, DOWN, away);
        }
        return known > living
                ? Finding.of(part, ATTENTION, lost, known - living, living)
                : Finding.of(part, GOOD, well, living);
    }

    private Finding release() {
        var versions =
                alive().stream().map(Heartbeat::version).distinct().sorted().toList();
        return versions.size() > 1
                ? Finding.of(Part.RELEASE, ATTENTION, RELEASE_MIXED, String.join(", ", versions))
                : Finding.of(Part.RELEASE, GOOD, RELEASE_ONE, versions.isEmpty() ? "–" : versions.getFirst());
    }

    private Finding orders() {
        if (facts.oldestOrder().filter(this::isLongAgo).isPresent()) {
            return Finding.of(
                    Part.ORDERS,
                    ATTENTION,
                    ORDERS_SLOW,
                    facts.ordersWaiting(),
                    since(facts.oldestOrder().get()));
        }
        if (facts.ordersFailed() > 0) {
            return Finding.of(Part.ORDERS, ATTENTION, ORDERS_FAILED, facts.ordersFailed());
        }
        return facts.ordersWaiting() > 0
                ? Finding.of(Part.ORDERS, GOOD, ORDERS_UNDER_WAY, facts.ordersWaiting())
                : Finding.of(Part.ORDERS, GOOD, ORDERS_NONE);
    }

    private Finding announcements() {
        VitalSigns.Work newest = null;
        for (var one : alive()) {
            var work = one.work();
            if (work != null
                    && work.sweptAt() != null
                    && (newest == null
                            || newest.sweptAt() == null
                            || work.sweptAt().isAfter(newest.sweptAt()))) {
                newest = work;
            }
        }
        if (newest == null) {
            return Finding.of(Part.ANNOUNCEMENTS, ATTENTION, ANNOUNCEMENTS_UNKNOWN);
        }
        if (newest.stuck() > 0) {
            return Finding.of(Part.ANNOUNCEMENTS, ATTENTION, ANNOUNCEMENTS_STUCK, newest.stuck());
        }
        var oldest = newest.oldest();
        return oldest != null && isLongAgo(oldest)
                ? Finding.of(Part.ANNOUNCEMENTS, ATTENTION, ANNOUNCEMENTS_SLOW, newest.waiting(), since(oldest))
                : Finding.of(Part.ANNOUNCEMENTS, GOOD, ANNOUNCEMENTS_WELL, newest.waiting());
    }

    private Finding mail() {
        var mail = facts.mail();
        boolean hasNoServer = alive().stream().map(Heartbeat::work).anyMatch(work -> work != null && !work.mailServer())
                && alive().stream().map(Heartbeat::work).noneMatch(work -> work != null && work.mailServer());
        if (mail.waiting() > 0 && hasNoServer) {
            return Finding.of(Part.MAIL, ATTENTION, MAIL_NO_SERVER, mail.waiting());
        }
        var oldest = mail.oldest();
        if (oldest != null && oldest.plus(LONG_FOR_MAIL).isBefore(facts.now())) {
            return Finding.of(Part.MAIL, ATTENTION, MAIL_SLOW, mail.waiting(), since(oldest));
        }
        return mail.refused() > 0
                ? Finding.of(Part.MAIL, ATTENTION, MAIL_REFUSED, mail.refused())
                : Finding.of(Part.MAIL, GOOD, MAIL_WELL, mail.waiting());
    }

    private Finding pools() {
        for (var one : alive()) {
            var at = one.pool().refusedAt();
            if (at != null && at.plus(LATELY).isAfter(facts.now())) {
                return Finding.of(Part.POOLS, ATTENTION, POOLS_REFUSED, one.kind(), since(at));
            }
        }
        for (var one : alive()) {
            if (one.pool().open() > one.pool().ceiling() * NEARLY_ALL) {
                return Finding.of(
                        Part.POOLS,
                        ATTENTION,
                        POOLS_FULL,
                        one.kind(),
                        one.pool().open(),
                        one.pool().ceiling());
            }
        }
        return Finding.of(
                Part.POOLS,
                GOOD,
                POOLS_WELL,
                alive().stream().mapToInt(one -> one.pool().open()).sum(),
                alive().stream().mapToInt(one -> one.pool().ceiling()).sum());
    }

    private Finding database() {
        boolean full = facts.connections() > facts.mostConnections() * NEARLY_ALL;
        return Finding.of(
                Part.DATABASE,
                full ? ATTENTION : GOOD,
                full ? DATABASE_FULL : DATABASE_WELL,
                facts.connections(),
                facts.mostConnections());
    }

    private Finding redis() {
        if (!facts.redis()) {
            return Finding.of(Part.REDIS, ATTENTION, REDIS_AWAY);
        }
        long without = alive().stream().filter(one -> !one.redis()).count();
        return without > 0
                ? Finding.of(Part.REDIS, ATTENTION, REDIS_PARTLY, without)
                : Finding.of(Part.REDIS, GOOD, REDIS_WELL);
    }

    private Finding ledgers() {
        var ledgers = facts.ledgers();
        if (ledgers.broken() > 0) {
            return Finding.of(Part.LEDGERS, ATTENTION, LEDGERS_REWRITTEN, ledgers.broken());
        }
        return ledgers.overdue() > 0
                ? Finding.of(Part.LEDGERS, ATTENTION, LEDGERS_SLOW, ledgers.overdue())
                : Finding.of(Part.LEDGERS, GOOD, LEDGERS_WELL);
    }

    private boolean isLongAgo(Instant moment) {
        return moment.plus(LONG).isBefore(facts.now());
    }

    private Duration since(Instant moment) {
        return Duration.between(moment, facts.now());
    }
}
