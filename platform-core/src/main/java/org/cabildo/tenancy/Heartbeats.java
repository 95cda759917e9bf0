package org.cabildo.tenancy;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.dao.DataAccessException;
import org.springframework.data.redis.core.StringRedisTemplate;
import org.springframework.stereotype.Component;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.json.JsonMapper;

/**
 * The last signs of life of all processes. The worker and the offices write a row each; portals, whose login writes
 * nothing in the platform, leave theirs in Redis. What was not heard of for a quarter of an hour is forgotten.
 */
@Component
public class Heartbeats {

    /** How long a process that went silent is remembered. */
    public static final Duration KEPT = Duration.ofMinutes(15);

    private static final String PORTALS = "cabildo:heartbeats";
    private final Sql sql;
    private final StringRedisTemplate redis;
    private final JsonMapper json;
    private final Clock clock;

    Heartbeats(Sql sql, StringRedisTemplate redis, JsonMapper json, Clock clock) {
        this.sql = sql;
        this.redis = redis;
        this.json = json;
        this.clock = clock;
    }

    void keep(Heartbeat beat) {
        if (beat.kind() == Heartbeat.Kind.PORTAL) {
            redis.opsForHash().put(PORTALS, beat.instance().toString(), json.writeValueAsString(beat));
            redis.expire(PORTALS, KEPT);
        } else {
            TenantScope.runPlatform(() -> write(beat));
        }
    }

    private void write(Heartbeat beat) {
        var work = beat.work();
        sql.of("delete from process_heartbeat where seen_at < ?")
                .param(Timestamp.from(clock.instant().minus(KEPT)))
                .update();
        sql.of("""
                        insert into process_heartbeat (instance, kind, version, started_at, seen_at, pool_open, pool_ceiling,
                          pool_refused, pool_refused_at, redis, orders_worked, mail_server, announcements_waiting,
                          announcements_oldest, announcements_stuck, swept_at)
                        values (:instance, :kind, :version, :started, :seen, :open, :ceiling, :refused, :refusedAt, :redis,
                          :orders, :mail, :waiting, :oldest, :stuck, :swept)
                        on conflict (instance) do update set seen_at = excluded.seen_at, pool_open = excluded.pool_open,
                          pool_refused = excluded.pool_refused, pool_refused_at = excluded.pool_refused_at,
                          redis = excluded.redis, orders_worked = excluded.orders_worked,
                          mail_server = excluded.mail_server, announcements_waiting = excluded.announcements_waiting,
                          announcements_oldest = excluded.announcements_oldest,
                          announcements_stuck = excluded.announcements_stuck, swept_at = excluded.swept_at
                        """)
                .param("instance", beat.instance())
                .param("kind", beat.kind().name())
                .param("version", beat.version())
                .param("started", Timestamp.from(beat.startedAt()))
                .param("seen", Timestamp.from(beat.seenAt()))
                .param("open", beat.pool().open())
                .param("ceiling", beat.pool().ceiling())
                .param("refused", beat.pool().refused())
                .param("refusedAt", moment(beat.pool().refusedAt()))
                .param("redis", beat.redis())
                .param("orders", work == null ? null : work.ordersWorked())
                .param("mail", work == null ? null : work.mailServer())
                .param("waiting", work == null ? null : work.waiting())
                .param("oldest", work == null ? null : moment(work.oldest()))
                .param("stuck", work == null ? null : work.stuck())
                .param("swept", work == null ? null : moment(work.sweptAt()))
                .update();
    }

    void forget(Heartbeat.Kind kind, UUID instance) {
        if (kind == Heartbeat.Kind.PORTAL) {
            redis.opsForHash().delete(PORTALS, instance.toString());
        } else {
            TenantScope.runPlatform(() -> sql.of("delete from process_heartbeat where instance = ?")
                    .param(instance)
                    .update());
        }
    }

    /** Every process heard of within a quarter of an hour; portals only while Redis answers. By kind, then by start. */
    public List<Heartbeat> all() {
        var all =
                new ArrayList<>(TenantScope.platform(() -> sql.of("select * from process_heartbeat where seen_at >= ?")
                        .param(Timestamp.from(clock.instant().minus(KEPT)))
                        .query(Heartbeats::row)
                        .list()));
        all.addAll(portals());
        all.sort(Comparator.comparing(Heartbeat::kind).thenComparing(Heartbeat::startedAt));
        return List.copyOf(all);
    }

    private List<Heartbeat> portals() {
        var found = new ArrayList<Heartbeat>();
        try {
            for (var entry : redis.<String, String>opsForHash().entries(PORTALS).entrySet()) {
                var beat = read(entry.getValue());
                if (beat == null || beat.seenAt().isBefore(clock.instant().minus(KEPT))) {
                    redis.opsForHash().delete(PORTALS, entry.getKey());
                } else {
                    found.add(beat);
                }
            }
        } catch (DataAccessException e) {
            return List.of(); // nothing is known of them; whoever asks also sees that Redis is away
        }
        return found;
    }

    /** Null for what another release wrote and this one does not understand. */
    private @Nullable Heartbeat read(String text) {
        try {
            return json.readValue(text, Heartbeat.class);
        } catch (JacksonException e) {
            return null;
        }
    }

    private static @Nullable Timestamp moment(@Nullable Instant at) {
        return at == null ? null : Timestamp.from(at);
    }

    private static Heartbeat row(ResultSet row, int number) throws SQLException {
        return new Heartbeat(
                row.getObject("instance", UUID.class),
                Heartbeat.Kind.valueOf(row.getString("kind")),
                row.getString("version"),
                row.getTimestamp("started_at").toInstant(),
                row.getTimestamp("seen_at").toInstant(),
                new Heartbeat.Pool(
                        row.getInt("pool_open"),
                        row.getInt("pool_ceiling"),
                        row.getLong("pool_refused"),
                        instant(row, "pool_refused_at")),
                row.getBoolean("redis"),
                work(row));
    }

    private static VitalSigns.@Nullable Work work(ResultSet row) throws SQLException {
        if (row.getObject("orders_worked") == null) {
            return null;
        }
        return new VitalSigns.Work(
                row.getLong("orders_worked"),
                row.getBoolean("mail_server"),
                row.getLong("announcements_waiting"),
                instant(row, "announcements_oldest"),
                row.getLong("announcements_stuck"),
                instant(row, "swept_at"));
    }

    private static @Nullable Instant instant(ResultSet row, String column) throws SQLException {
        var at = row.getTimestamp(column);
        return at == null ? null : at.toInstant();
    }
}
