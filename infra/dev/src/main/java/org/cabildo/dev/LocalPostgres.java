package org.cabildo.dev;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.postgresql.PGConnection;

/**
 * A real PostgreSQL 18 on this machine that demands a SCRAM password of everybody, the superuser included.
 *
 * <p>It holds the database {@code cabildo}, owned by a provisioning login that may create roles but is no superuser.
 * {@link #kept} servers last: their data survives, and a server that outlived a killed launcher is taken over.
 * {@link #throwaway} servers end with the JVM that started them, however it ends.
 */
public final class LocalPostgres implements AutoCloseable {

    /** Whether what was committed must survive a failing machine. */
    public enum Durability {
        /** As in production: {@code fsync} and {@code synchronous_commit} on. */
        LASTING,
        /** Quick, for tests: a failing machine may corrupt the data. */
        FORGETFUL
    }

    private static final String SUPERUSER = "postgres";
    private static final String PROVISIONER = "cabildo_provisioner";
    private static final String DATABASE = "cabildo";
    private static final int ATTEMPTS_TO_FIND_A_PORT = 5;

    private final Cluster cluster;
    private final int port;
    private final Login superuser;
    private final Login provisioner;
    private final @Nullable Guard guard; // only a throw-away server has one

    private LocalPostgres(Cluster cluster, int port, Secrets secrets, @Nullable Guard guard) {
        this.cluster = cluster;
        this.port = port;
        this.superuser = superuserOf(secrets);
        this.provisioner = new Login(PROVISIONER, secrets.password(PROVISIONER));
        this.guard = guard;
    }

    /** Starts a quick server on a random port in a folder of its own; both are gone when it is closed or the JVM ends. */
    public static LocalPostgres throwaway() {
        return throwaway(Durability.FORGETFUL, Map.of());
    }

    /**
     * Starts a server on a random port in a folder of its own; both are gone when it is closed or the JVM ends.
     *
     * @param settings more settings of {@code postgresql.conf}, which win over ours
     */
    public static LocalPostgres throwaway(Durability durability, Map<String, String> settings) {
        try {
            var folder = Files.createTempDirectory("cabildo-postgres");
            var secrets = new Secrets(folder.resolve("logins.properties"));
            var cluster = new Cluster(folder);
            cluster.create(superuserOf(secrets), durability);
            var port = startSomewhere(cluster, durability, settings);
            var guard = new Guard(cluster.pidFile(), "QUIT", folder);
            var server = new LocalPostgres(cluster, port, secrets, guard);
            server.furnish();
            return server;
        } catch (IOException e) {
            throw new UncheckedIOException("Could not make a throw-away PostgreSQL", e);
        }
    }

    private static int startSomewhere(Cluster cluster, Durability durability, Map<String, String> settings)
            throws IOException {
        for (var attempt = 1; ; attempt++) {
            var port = Ports.anyFree();
            cluster.configure(settings(port, durability, settings));
            try {
                cluster.start();
                return port;
            } catch (IllegalStateException e) {
                if (attempt == ATTEMPTS_TO_FIND_A_PORT || Ports.isFree(port)) {
                    throw e; // it was not another program that took the port meanwhile
                }
            }
        }
    }

    /**
     * Starts the server of a folder on a port, or takes over the one that still runs there.
     *
     * @param folder made if there is none; the user that runs PostgreSQL must be able to enter its parent
     * @throws CannotStart if another program holds the port
     */
    public static LocalPostgres kept(Path folder, int port) {
        try {
            Files.createDirectories(folder);
            var secrets = new Secrets(folder.resolve("logins.properties"));
            var cluster = new Cluster(folder.toRealPath());
            if (!cluster.exists()) {
                cluster.create(superuserOf(secrets), Durability.LASTING);
            }
            if (cluster.isRunning() && cluster.port().orElse(0) != port) {
                cluster.stop("fast");
            }
            if (!cluster.isRunning()) {
                if (!Ports.isFree(port)) {
                    throw new CannotStart("Port %d is taken by another program.".formatted(port));
                }
                cluster.forgetStaleProcess();
                cluster.configure(settings(port, Durability.LASTING, Map.of()));
                cluster.start();
            }
            var server = new LocalPostgres(cluster, port, secrets, null);
            server.furnish();
            return server;
        } catch (IOException e) {
            throw new UncheckedIOException("Could not keep PostgreSQL in " + folder, e);
        }
    }

    /** Tells whether the server of a kept folder still runs on a port, left behind by a killed launcher. */
    static boolean survives(Path folder, int port) {
        if (Files.notExists(folder.resolve("data/postmaster.pid"))) {
            return false;
        }
        var cluster = new Cluster(folder);
        return cluster.isRunning() && cluster.port().orElse(0) == port;
    }

    /** Stops the server of a kept folder if one still runs. */
    static void stopSurvivor(Path folder) {
        if (Files.exists(folder.resolve("data/postmaster.pid"))) {
            new Cluster(folder).stop("fast");
        }
    }

    private static Login superuserOf(Secrets secrets) {
        return new Login(SUPERUSER, secrets.password(SUPERUSER));
    }

    private static Map<String, String> settings(int port, Durability durability, Map<String, String> more) {
        var lasts = durability == Durability.LASTING;
        var on = lasts ? "on" : "off";
        var settings = new HashMap<>(Map.of(
                "listen_addresses", "127.0.0.1",
                "port", Integer.toString(port),
                "unix_socket_directories", "",
                "password_encryption", "scram-sha-256",
                "max_connections", "900",
                "max_locks_per_transaction", "128", // one transaction makes a whole tenant; many run at once
                "shared_buffers", lasts ? "256MB" : "128MB",
                "timezone", "UTC",
                "log_timezone", "UTC",
                "log_line_prefix", "%m [%p] %u "));
        settings.putAll(Map.of("fsync", on, "synchronous_commit", on, "full_page_writes", on));
        if (Files.isDirectory(Path.of("/proc/self"))) {
            settings.put("recovery_init_sync_method", "syncfs"); // Linux only; tens of thousands of files otherwise
        }
        settings.putAll(more);
        return settings;
    }

    /** Makes the database and its provisioning login where they are missing. Runs again without harm. */
    private void furnish() {
        try (var admin = connect("postgres", superuser)) {
            if (!asks(admin, "select exists (select from pg_roles where rolname = 'cabildo_provisioner')")) {
                run(admin, "create role cabildo_provisioner nologin");
            }
            run(admin, "alter role cabildo_provisioner login createrole nosuperuser nocreatedb");
            run(admin, "alter role cabildo_provisioner set createrole_self_grant = 'set, inherit'");
            admin.unwrap(PGConnection.class)
                    .alterUserPassword(
                            provisioner.user(), provisioner.password().toCharArray(), "scram-sha-256");
            if (!asks(admin, "select exists (select from pg_database where datname = 'cabildo')")) {
                run(admin, "create database cabildo owner cabildo_provisioner template template0 encoding 'UTF8'");
            }
            run(admin, "revoke all on database postgres, template1 from public");
            run(admin, "revoke all on database cabildo from public");
            run(admin, "grant connect on database cabildo to public");
        } catch (SQLException e) {
            throw new IllegalStateException("PostgreSQL runs, but could not be prepared", e);
        }
    }

    private static boolean asks(Connection connection, String question) throws SQLException {
        try (var statement = connection.createStatement();
                var answer = statement.executeQuery(question)) {
            return answer.next() && answer.getBoolean(1);
        }
    }

    private static void run(Connection connection, String sql) throws SQLException {
        try (var statement = connection.createStatement()) {
            statement.execute(sql);
        }
    }

    /** The address of the database {@code cabildo}, without user and password. */
    public String jdbcUrl() {
        return jdbcUrl(DATABASE);
    }

    private String jdbcUrl(String database) {
        return "jdbc:postgresql://127.0.0.1:%d/%s".formatted(port, database);
    }

    public int port() {
        return port;
    }

    /** The owner of the database {@code cabildo}: creates roles and schemas, and is no superuser. */
    public Login provisioner() {
        return provisioner;
    }

    /** The superuser, for tests that look at everything; no application ever gets it. */
    public Login superuser() {
        return superuser;
    }

    /** Opens a connection to the database {@code cabildo}. */
    public Connection connect(Login login) throws SQLException {
        return connect(DATABASE, login);
    }

    private Connection connect(String database, Login login) throws SQLException {
        return DriverManager.getConnection(jdbcUrl(database), login.user(), login.password());
    }

    /** Stops the server and keeps its data; open connections are cut. */
    public void stop() {
        cluster.stop("fast");
    }

    /** Ends the server as a power failure would: the next {@link #start} recovers. */
    public void crash() {
        cluster.stop("immediate");
    }

    /** Tells whether the server's process lives; asks nothing of it. */
    boolean runs() {
        return cluster.lives();
    }

    /** Starts the stopped server again, on the same port. */
    public void start() {
        if (!cluster.isRunning()) {
            cluster.start();
        }
    }

    /** Stops the server and starts it again, on the same port. */
    public void restart() {
        stop();
        start();
    }

    /** Stops the server; a throw-away one takes its data with it. */
    @Override
    public void close() {
        Optional.ofNullable(guard).ifPresentOrElse(Guard::close, this::stop);
    }
}
