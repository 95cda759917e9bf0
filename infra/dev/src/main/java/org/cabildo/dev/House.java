package org.cabildo.dev;

import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Consumer;
import org.cabildo.dev.Surroundings.Place;

/**
 * The whole of Cabildo on this machine: services first, then the applications; it stops the other way round. What ends
 * by itself meanwhile is started again.
 */
final class House implements AutoCloseable {

    private static final Duration PATIENCE = Duration.ofMinutes(5);

    private final Surroundings surroundings;
    private final DataFolder data;
    private final Consumer<String> log;
    private final Leftovers leftovers;
    private final Deque<AutoCloseable> inside = new ArrayDeque<>();
    private final Watch watch;
    private boolean closing;

    House(Surroundings surroundings, DataFolder data, Consumer<String> log) {
        this.surroundings = surroundings;
        this.data = data;
        this.log = log;
        this.leftovers = new Leftovers(data.programs());
        this.watch = new Watch(this::say);
    }

    /**
     * Starts everything and waits until it answers.
     *
     * @throws CannotStart if a port is taken or a program fails; {@link #close} then stops what runs already
     */
    void open() {
        leftovers.clear();
        demandFreePorts();
        var services = Services.of(surroundings, data, this::moveIn, this::say);
        var environment = new Environment(surroundings, data.secrets(), services, data.files());

        var worker = start("worker", jar("infra/worker"), "512m", environment.worker());
        worker.awaitHealthy(URI.create("http://127.0.0.1:" + surroundings.port(Place.HEALTH) + "/health"), PATIENCE);
        say("ready", "worker");
        var office = start("office", jar("tenant-admin"), "768m", environment.office());
        var portal = start("portal", jar("public-portal"), "512m", environment.portal());
        for (var web : Map.of(office, Place.OFFICE, portal, Place.PORTAL).entrySet()) {
            web.getKey()
                    .awaitHealthy(
                            URI.create("http://localhost:" + surroundings.port(web.getValue()) + "/health"), PATIENCE);
            say("ready", web.getKey().name());
        }
        if (surroundings.watches()) {
            watch.begin();
        }
    }

    private void demandFreePorts() {
        for (var place : Place.values()) {
            var port = surroundings.port(place);
            var needed = switch (place) {
                case PORTAL, OFFICE, HEALTH -> true;
                case IDENTITY -> surroundings.hasOwnIdentity();
                case MAIL -> surroundings.hasOwnMail();
                case DATABASE -> surroundings.hasOwnDatabase() && !LocalPostgres.survives(data.postgres(), port);
                case REDIS -> surroundings.hasOwnRedis() && !LocalRedis.survives(data.redis(), port);
            };
            if (needed && !Ports.isFree(port)) {
                throw new CannotStart(surroundings
                        .words()
                        .say("port.taken", Integer.toString(port), surroundings.named(place), place.variable()));
            }
        }
    }

    private Program start(String name, Path jar, String memory, Map<String, String> environment) {
        say("starting", name);
        var command = command(jar, memory);
        var program = run(name, command, environment);
        var running = new AtomicReference<>(program);
        watch.over(name, () -> !running.get().ended().isDone(), () -> {
            moveOut(running.get());
            running.set(run(name, command, environment));
        });
        return program;
    }

    private Program run(String name, List<String> command, Map<String, String> environment) {
        var program = Program.start(name, command, environment, surroundings.words(), log);
        leftovers.remember(program.handle());
        moveIn(program);
        return program;
    }

    /** How a jar of the build is run: its words in UTF-8, whatever the terminal's locale says of itself. */
    static List<String> command(Path jar, String memory) {
        return List.of(
                java(),
                "-Xmx" + memory,
                "-Dstdout.encoding=UTF-8",
                "-Dstderr.encoding=UTF-8",
                "--enable-native-access=ALL-UNNAMED",
                "-jar",
                jar.toString());
    }

    static String java() {
        return Path.of(System.getProperty("java.home", ""), "bin", "java").toString();
    }

    private Path jar(String module) {
        return jar(surroundings, module);
    }

    /** Finds the runnable jar that the build left in a module. */
    static Path jar(Surroundings surroundings, String module) {
        var name = module.substring(module.lastIndexOf('/') + 1) + "-0.1.0-SNAPSHOT-exec.jar";
        var jar = surroundings.project().resolve(module).resolve("target").resolve(name);
        if (Files.notExists(jar)) {
            throw new CannotStart(surroundings.words().say("jar.missing", jar));
        }
        return jar;
    }

    /** Remembers what must be stopped; if the house closes already, stops it at once. */
    private void moveIn(AutoCloseable resident) {
        synchronized (inside) {
            if (!closing) {
                inside.push(resident);
                lookAfter(resident);
                return;
            }
        }
        leave(resident);
        throw new IllegalStateException("The house is closing");
    }

    private void lookAfter(AutoCloseable resident) {
        switch (resident) {
            case LocalPostgres postgres -> watch.over("postgres", postgres::runs, postgres::start);
            case LocalRedis redis -> watch.over("redis", redis::runs, redis::start);
            default -> {} // the others live in this process, or are programs
        }
    }

    private void moveOut(AutoCloseable resident) {
        synchronized (inside) {
            inside.remove(resident);
        }
    }

    /** Completes with a sentence when something ends again and again. */
    CompletableFuture<String> givenUp() {
        return watch.givenUp().thenApply(name -> surroundings.words().say("died", name));
    }

    /** Tells whether nothing has been started. */
    boolean isEmpty() {
        synchronized (inside) {
            return inside.isEmpty();
        }
    }

    /** Tells whether {@link #close} has been called. */
    boolean isClosing() {
        synchronized (inside) {
            return closing;
        }
    }

    /** Stops everything, last started first. */
    @Override
    public void close() {
        watch.close();
        List<AutoCloseable> residents;
        synchronized (inside) {
            closing = true;
            residents = List.copyOf(inside);
            inside.clear();
        }
        residents.forEach(this::leave);
        leftovers.clear();
    }

    private void leave(AutoCloseable resident) {
        try {
            resident.close();
        } catch (Exception e) {
            log.accept(Program.prefix("cabildo") + e); // the others must be stopped all the same
        }
    }

    private void say(String key, String name) {
        log.accept(Program.prefix("cabildo") + surroundings.words().say(key, name));
    }
}
