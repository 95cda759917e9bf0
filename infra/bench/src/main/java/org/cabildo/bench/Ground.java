package org.cabildo.bench;

import java.security.SecureRandom;
import java.sql.SQLException;
import java.util.Base64;
import java.util.HashMap;
import java.util.Map;
import java.util.concurrent.locks.LockSupport;
import org.cabildo.dev.LocalPostgres;
import org.cabildo.dev.LocalRedis;
import org.cabildo.tenancy.Tenant;
import org.springframework.context.ConfigurableApplicationContext;

/** A PostgreSQL of its own, durable as in production, with the tenants that a measurement needs. */
final class Ground implements AutoCloseable {

    private static final LocalRedis REDIS = LocalRedis.throwaway();
    private static final String OFFICE_KEY = key();
    private static final String PORTAL_KEY = key();
    private static final long MEGABYTE = 1 << 20;
    private final LocalPostgres postgres;

    Ground() {
        postgres = LocalPostgres.throwaway(
                LocalPostgres.Durability.LASTING,
                Map.of(
                        "shared_preload_libraries", "pg_stat_statements",
                        "pg_stat_statements.max", "10000",
                        "pg_stat_statements.track", "none",
                        "max_connections", "1600")); // two pools, and twice as many bare ones beside them
        run("create schema counting; create extension pg_stat_statements schema counting");
    }

    LocalPostgres postgres() {
        return postgres;
    }

    /** The rooms as the back office and the worker have them. */
    ConfigurableApplicationContext asWorker() {
        var settings = new HashMap<>(environment());
        settings.put("cabildo.tenancy.login-kind", "OFFICE");
        settings.put("cabildo.tenancy.provisioner.user", postgres.provisioner().user());
        settings.put(
                "cabildo.tenancy.provisioner.password", postgres.provisioner().password());
        return Rooms.open(settings);
    }

    /** The rooms as the portal has them, with its ceilings. */
    ConfigurableApplicationContext asPortal() {
        var settings = new HashMap<>(environment());
        settings.put("cabildo.tenancy.login-kind", "PORTAL");
        settings.put("cabildo.tenancy.pool.total", "400");
        return Rooms.open(settings);
    }

    /** What an application of its own process is told; more than one of them needs. */
    Map<String, String> environment() {
        return Map.of(
                "CABILDO_DB_URL", postgres.jdbcUrl(),
                "CABILDO_DB_USER", postgres.provisioner().user(),
                "CABILDO_DB_PASSWORD", postgres.provisioner().password(),
                "CABILDO_OFFICE_KEY", OFFICE_KEY,
                "CABILDO_PORTAL_KEY", PORTAL_KEY,
                "CABILDO_REDIS_URL", REDIS.url());
    }

    /** Counts from now on what every session asks. */
    void count() {
        track("top");
        run("select counting.pg_stat_statements_reset()");
    }

    /** Stops counting: it costs a little. */
    void uncount() {
        track("none");
    }

    private void track(String what) {
        run("alter system set pg_stat_statements.track = '" + what + "'");
        run("select pg_reload_conf()");
        LockSupport.parkNanos(300_000_000L); // until all sessions have heard of it
    }

    /** How many statements were asked since, by others than the one who asks now, whose text is like this. */
    long counted(String like) {
        return number(
                "select coalesce(sum(calls), 0) from counting.pg_stat_statements"
                        + " where userid <> current_user::regrole and query ilike ?",
                like);
    }

    /** What was asked since, by others than the one who asks now: how often each statement. */
    Map<String, Long> asked() {
        try (var connection = postgres.connect(postgres.superuser());
                var statement = connection.createStatement();
                var rows = statement.executeQuery("select query, sum(calls) from counting.pg_stat_statements"
                        + " where userid <> current_user::regrole group by query")) {
            var asked = new HashMap<String, Long>();
            while (rows.next()) {
                asked.put(rows.getString(1), rows.getLong(2));
            }
            return asked;
        } catch (SQLException e) {
            throw new IllegalStateException("pg_stat_statements", e);
        }
    }

    /** Size of the database on disk, in MB. */
    double megabytes() {
        return (double) number("select pg_database_size(current_database()) + length(?)", "") / MEGABYTE;
    }

    void run(String sql) {
        try (var connection = postgres.connect(postgres.superuser());
                var statement = connection.createStatement()) {
            statement.execute(sql);
        } catch (SQLException e) {
            throw new IllegalStateException(sql, e);
        }
    }

    /** The opaque name of a tenant's schema. */
    String schemaOf(Tenant tenant) {
        return text("select key from platform.tenant where slug = ?", tenant.slug());
    }

    private long number(String question, String value) {
        return Long.parseLong(text(question, value));
    }

    /** The first value of the first row. */
    String text(String question, String value) {
        try (var connection = postgres.connect(postgres.superuser());
                var query = connection.prepareStatement(question)) {
            query.setString(1, value);
            try (var row = query.executeQuery()) {
                row.next();
                return row.getString(1);
            }
        } catch (SQLException e) {
            throw new IllegalStateException(question, e);
        }
    }

    private static String key() {
        var bytes = new byte[32];
        new SecureRandom().nextBytes(bytes);
        return Base64.getEncoder().encodeToString(bytes);
    }

    @Override
    public void close() {
        postgres.close();
    }
}
