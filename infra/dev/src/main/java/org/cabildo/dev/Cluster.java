package org.cabildo.dev;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.TreeMap;

/** A PostgreSQL data folder and the programs that make, start and stop a server on it. */
final class Cluster {

    private static final String OURS = "cabildo.conf";
    private static final String ACCESS = """
            # Everybody proves a password, the superuser too. There is no Unix socket.
            host all all 127.0.0.1/32 scram-sha-256
            """;

    private final Path folder;
    private final Path data;
    private final Path log;
    private final DatabaseUser user;
    private final Path programs;

    /**
     * @param folder holds the data and the log; must exist
     */
    Cluster(Path folder) {
        this.folder = folder;
        this.data = folder.resolve("data");
        this.log = folder.resolve("postgres.log");
        this.user = DatabaseUser.find(data);
        this.programs = Binaries.postgres(user).resolve("bin");
    }

    Path data() {
        return data;
    }

    Path pidFile() {
        return data.resolve("postmaster.pid");
    }

    boolean exists() {
        return Files.exists(data.resolve("PG_VERSION"));
    }

    /** Makes the data folder; a kill in between leaves nothing that looks like one. */
    void create(Login superuser, LocalPostgres.Durability durability) throws IOException {
        user.own(folder);
        var half = Files.createTempDirectory(folder, "making");
        var passwordFile = Files.createTempFile(folder, "password", "");
        try {
            Files.writeString(passwordFile, superuser.password());
            user.own(passwordFile);
            user.own(half);
            var words = new ArrayList<>(List.of(
                    program("initdb"),
                    "--pgdata=" + half,
                    "--username=" + superuser.user(),
                    "--pwfile=" + passwordFile,
                    "--auth=scram-sha-256",
                    "--encoding=UTF8",
                    "--locale-provider=builtin",
                    "--locale=C.UTF-8",
                    "--no-instructions"));
            if (durability == LocalPostgres.Durability.FORGETFUL) {
                words.add("--no-sync");
            }
            Command.run(user.as(words)).orFail();
            Files.writeString(half.resolve("pg_hba.conf"), ACCESS);
            Files.writeString(
                    half.resolve("postgresql.conf"),
                    Files.readString(half.resolve("postgresql.conf")) + "\ninclude '" + OURS + "'\n");
            Files.move(half, data, StandardCopyOption.ATOMIC_MOVE);
        } finally {
            Files.deleteIfExists(passwordFile);
        }
    }

    /** Writes the settings that the next start will read. */
    void configure(Map<String, String> settings) throws IOException {
        var lines = new StringBuilder("# Written anew by Cabildo's launcher at each start\n");
        new TreeMap<>(settings).forEach((name, value) -> lines.append("%s = '%s'%n".formatted(name, value)));
        Files.writeString(data.resolve(OURS), lines);
        user.own(data);
    }

    /** Starts the server and waits until it answers. */
    void start() {
        try {
            if (Files.notExists(log)) {
                Files.createFile(
                        log, PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------")));
            }
        } catch (IOException e) {
            throw new UncheckedIOException("Could not create " + log, e);
        }
        user.own(log);
        var started = control("start", "-w", "-t", "120", "-s", "-l", log.toString());
        if (!started.worked()) {
            throw new IllegalStateException(
                    "PostgreSQL did not start: %s%n%s".formatted(started.said(), String.join("\n", lastWords())));
        }
    }

    /**
     * Stops the server if it runs, and waits until it has.
     *
     * @param mode how PostgreSQL's {@code pg_ctl} calls it: {@code fast}, or {@code immediate} as if the power failed
     */
    void stop(String mode) {
        if (isRunning()) {
            control("stop", "-w", "-t", "120", "-s", "-m", mode).orFail();
        }
    }

    /** Tells whether a server of this folder runs, perhaps one that outlived an earlier launcher. */
    boolean isRunning() {
        if (!exists() || Files.notExists(pidFile())) {
            return false;
        }
        if (isSomebodyElse()) {
            return false;
        }
        return control("status").worked();
    }

    /** Tells whether the process lives that wrote the server's id: quicker than asking it. */
    boolean lives() {
        return pidLine(0)
                .flatMap(pid -> ProcessHandle.of(Long.parseLong(pid)))
                .filter(ProcessHandle::isAlive)
                .isPresent();
    }

    /** Forgets a process id that the machine has since given to another program, as happens to containers. */
    void forgetStaleProcess() throws IOException {
        if (Files.exists(pidFile()) && isSomebodyElse()) {
            Files.delete(pidFile());
        }
    }

    private boolean isSomebodyElse() {
        return pidLine(0)
                .flatMap(pid -> ProcessHandle.of(Long.parseLong(pid)))
                .flatMap(process -> process.info().command())
                .filter(command -> !command.endsWith("/postgres"))
                .isPresent();
    }

    /** Gives the port that the running server listens on. */
    OptionalInt port() {
        return pidLine(3).map(Integer::parseInt).map(OptionalInt::of).orElseGet(OptionalInt::empty);
    }

    private Optional<String> pidLine(int number) {
        try {
            var lines = Files.readAllLines(pidFile());
            return lines.size() > number && !lines.get(number).isBlank()
                    ? Optional.of(lines.get(number).strip())
                    : Optional.empty();
        } catch (IOException e) {
            return Optional.empty(); // it stopped meanwhile
        }
    }

    private List<String> lastWords() {
        try {
            var lines = Files.readAllLines(log);
            return lines.subList(Math.max(0, lines.size() - 8), lines.size());
        } catch (IOException e) {
            return List.of("(no log: " + e.getMessage() + ")");
        }
    }

    private Command control(String... words) {
        var all = new ArrayList<>(List.of(program("pg_ctl"), "-D", data.toString()));
        all.addAll(List.of(words));
        return Command.run(user.as(all));
    }

    private String program(String name) {
        return programs.resolve(name).toString();
    }
}
