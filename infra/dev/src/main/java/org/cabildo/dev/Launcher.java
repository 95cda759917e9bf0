package org.cabildo.dev;

import java.io.FileDescriptor;
import java.io.FileOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.List;
import org.cabildo.dev.Surroundings.Place;

/** Runs the whole of Cabildo on this machine, or asks its worker about the tenants; {@code ./cabildo} calls it. */
public final class Launcher {

    private Launcher() {}

    /**
     * Does what the first word says: {@code run} (with {@code --fresh} to forget all kept data) or {@code tenants}.
     *
     * <p>Ends with code 1 and one sentence if something of the surroundings prevents it. The system property
     * {@code cabildo.project} names the project's folder; without it, it is the current one.
     */
    public static void main(String... args) {
        System.setOut(new PrintStream(new FileOutputStream(FileDescriptor.out), true, StandardCharsets.UTF_8));
        System.setErr(new PrintStream(new FileOutputStream(FileDescriptor.err), true, StandardCharsets.UTF_8));
        try {
            var project = Path.of(System.getProperty("cabildo.project", ""));
            var surroundings = new Surroundings(System.getenv(), project);
            var words = List.of(args);
            if (words.equals(List.of("run")) || words.equals(List.of("run", "--fresh"))) {
                run(surroundings, words.contains("--fresh"));
            } else if (!words.isEmpty() && words.getFirst().equals("tenants")) {
                System.exit(tenants(surroundings, words));
            } else {
                throw new CannotStart(surroundings.words().say("usage"));
            }
        } catch (CannotStart e) {
            System.err.println(e.getMessage());
            System.exit(1);
        } catch (RuntimeException | Error e) {
            e.printStackTrace();
            System.exit(1); // threads of the identity provider would keep this process alive
        }
    }

    private static void run(Surroundings surroundings, boolean fresh) {
        var words = surroundings.words();
        if (fresh && !surroundings.hasOwnDatabase()) {
            throw new CannotStart(words.say("fresh.external")); // the keys here open what is kept there
        }
        var data = DataFolder.take(DataFolder.find(surroundings, Launcher::print), words);
        if (fresh) {
            forget(surroundings, data);
        }
        var house = new House(surroundings, data, Launcher::print);
        Runtime.getRuntime().addShutdownHook(new Thread(() -> stop(house, data, words), "stop"));
        try {
            house.open();
            print(new Welcome(surroundings, data).text());
            throw new CannotStart(house.givenUp().join());
        } catch (RuntimeException e) {
            if (!house.isClosing()) { // else it is Ctrl-C that ends one program after another
                throw e;
            }
        }
    }

    private static void forget(Surroundings surroundings, DataFolder data) {
        new Leftovers(data.programs()).clear();
        LocalPostgres.stopSurvivor(data.postgres());
        LocalRedis.stopSurvivor(data.redis(), surroundings.port(Place.REDIS));
        data.empty();
        print(surroundings.words().say("fresh.done", data));
    }

    private static void stop(House house, DataFolder data, Words words) {
        if (house.isEmpty()) {
            return;
        }
        print(words.say("stopping"));
        house.close();
        print(words.say("stopped", data));
        data.close();
    }

    /** Hands the words to the worker's own command line, with the secrets it needs; starts the database if it rests. */
    private static int tenants(Surroundings surroundings, List<String> arguments) {
        var folder = DataFolder.find(surroundings, System.err::println);
        var data = DataFolder.shared(folder);
        if (surroundings.hasOwnDatabase() && Files.notExists(data.postgres())) {
            throw new CannotStart(surroundings.words().say("tenants.none", folder));
        }
        var running = surroundings.hasOwnDatabase()
                && LocalPostgres.survives(data.postgres(), surroundings.port(Place.DATABASE));
        var started = new ArrayDeque<AutoCloseable>();
        try {
            var database = Services.database(surroundings, data, started::push, (key, name) -> {});
            return ask(surroundings, data, database, arguments);
        } finally {
            if (!running) {
                started.forEach(Launcher::close);
            }
        }
    }

    private static int ask(
            Surroundings surroundings, DataFolder data, Services.Database database, List<String> arguments) {
        var command = new ArrayList<>(House.command(House.jar(surroundings, "infra/worker"), "512m"));
        command.addAll(arguments);
        var builder = new ProcessBuilder(command).inheritIO();
        builder.environment().clear();
        builder.environment().putAll(Environment.inherited(System.getenv()));
        builder.environment().putAll(Environment.provisioning(surroundings, data.secrets(), database.provisioner()));
        builder.environment().put("CABILDO_DB_URL", database.url());
        builder.environment()
                .put(
                        "CABILDO_REDIS_URL",
                        surroundings
                                .value("CABILDO_REDIS_URL")
                                .orElse("redis://127.0.0.1:" + surroundings.port(Place.REDIS)));
        builder.environment().put("CABILDO_PORTAL_ADDRESS", surroundings.portalAddress());
        builder.environment().put("CABILDO_OFFICE_ADDRESS", surroundings.officeAddress());
        try {
            return builder.start().waitFor();
        } catch (IOException e) {
            throw new UncheckedIOException("Could not start the worker", e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return 1;
        }
    }

    private static void close(AutoCloseable service) {
        try {
            service.close();
        } catch (Exception e) {
            System.err.println(e);
        }
    }

    private static void print(String line) {
        System.out.println(line);
    }
}
