package org.cabildo.tenancy;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Optional;
import java.util.UUID;
import org.cabildo.kernel.Ids;
import org.cabildo.testing.FreshTenants;
import org.cabildo.testing.RoomTest;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.dao.DataAccessException;
import org.springframework.data.redis.core.StringRedisTemplate;
import tools.jackson.databind.json.JsonMapper;

@RoomTest
class HeartTest {

    @Autowired
    FreshTenants fresh;

    @Autowired
    Heart heart;

    @Autowired
    Heartbeats heartbeats;

    @Autowired
    KeyedPool pool;

    @Autowired
    Wakeups wakeups;

    @Autowired
    ObjectProvider<VitalSigns> noWork;

    @Autowired
    Sql sql;

    @Autowired
    StringRedisTemplate redis;

    @Autowired
    JsonMapper json;

    @Autowired
    Clock clock;

    @Test
    void aProcessIsSeenWithItsConnectionsUntilItGoes() {
        heart.beat();
        heart.beat();

        var seen = found(heart.now().instance()).orElseThrow();
        assertThat(seen.kind()).isEqualTo(Heartbeat.Kind.OFFICE);
        assertThat(seen.pool().open()).isPositive();
        assertThat(seen.pool().ceiling()).isGreaterThanOrEqualTo(seen.pool().open());
        assertThat(seen.redis()).isTrue();
        assertThat(seen.work()).isNull();

        heartbeats.forget(Heartbeat.Kind.OFFICE, seen.instance());
        assertThat(found(seen.instance())).isEmpty();
    }

    @Test
    void howeverFastItsThreadIsItBeatsAtOnceAndIsForgottenAtItsEnd() {
        for (int i = 0; i < 300; i++) {
            var one = new Heart(
                    new HeartbeatSettings(Duration.ofHours(1), Heartbeat.Kind.OFFICE, "prueba"),
                    pool,
                    heartbeats,
                    wakeups,
                    noWork,
                    clock);
            var instance = one.now().instance();
            one.start();
            await().atMost(Duration.ofSeconds(20))
                    .pollInterval(Duration.ofMillis(2))
                    .until(() -> found(instance).isPresent());
            one.stop();
            assertThat(found(instance)).isEmpty();
        }
    }

    @Test
    void whatAWorkerTellsOfItsWorkIsKept() {
        var at = Instant.parse("2026-11-28T12:00:00Z");
        var work = new VitalSigns.Work(12, true, 3, at, 1, at.plusSeconds(9));
        var beat = beat(Heartbeat.Kind.WORKER, clock.instant(), work);

        heartbeats.keep(beat);

        assertThat(found(beat.instance()))
                .hasValueSatisfying(seen -> assertThat(seen.work()).isEqualTo(work));
    }

    @Test
    void aPortalIsSeenThoughItsLoginWritesNothing() {
        var beat = beat(Heartbeat.Kind.PORTAL, clock.instant(), null);

        heartbeats.keep(beat);

        assertThat(found(beat.instance())).hasValue(beat);
        assertThat(TenantScope.platform(() -> sql.of("select count(*)::int from process_heartbeat where instance = ?")
                        .param(beat.instance())
                        .query(Integer.class)
                        .single()))
                .isZero();
    }

    @Test
    void whatWasSilentForAQuarterOfAnHourIsForgotten() {
        var old = clock.instant().minus(Duration.ofMinutes(16));
        var worker = beat(Heartbeat.Kind.WORKER, old, null);
        var portal = beat(Heartbeat.Kind.PORTAL, old, null);
        heartbeats.keep(worker);
        heartbeats.keep(portal);

        assertThat(found(worker.instance())).isEmpty();
        assertThat(found(portal.instance())).isEmpty();
        assertThat(redis.opsForHash()
                        .hasKey("cabildo:heartbeats", portal.instance().toString()))
                .isFalse();
    }

    @Test
    void whatARedisOfAnotherReleaseHoldsHarmsNothing() {
        redis.opsForHash().put("cabildo:heartbeats", "fremd", "{\"x\":");

        assertThat(heartbeats.all()).noneMatch(beat -> beat.version().isEmpty());
        assertThat(redis.opsForHash().hasKey("cabildo:heartbeats", "fremd")).isFalse();
    }

    @Test
    void noTenantSeesOrWritesSignsOfLife() {
        var renca = fresh.municipality("renca");

        assertThatThrownBy(() -> TenantScope.in(
                        renca,
                        () -> sql.of("select count(*)::int from process_heartbeat")
                                .query(Integer.class)
                                .single()))
                .isInstanceOf(DataAccessException.class);
        assertThatThrownBy(() -> sql.of("delete from process_heartbeat").update())
                .isInstanceOf(RuntimeException.class);
        assertThat(new Heartbeats(sql, redis, json, clock).all()).isNotNull();
    }

    private Optional<Heartbeat> found(UUID instance) {
        return heartbeats.all().stream()
                .filter(beat -> beat.instance().equals(instance))
                .findFirst();
    }

    private static Heartbeat beat(Heartbeat.Kind kind, Instant seen, VitalSigns.@Nullable Work work) {
        return new Heartbeat(
                Ids.next(),
                kind,
                "prueba",
                Instant.parse("2026-11-28T11:00:00Z"),
                seen.truncatedTo(ChronoUnit.MICROS),
                new Heartbeat.Pool(3, 60, 0, null),
                true,
                work);
    }
}
