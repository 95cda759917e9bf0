package org.cabildo.dev;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Comparator;
import java.util.HexFormat;
import java.util.List;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/** The folder where all that must outlive the launcher is kept; one launcher at a time holds it. */
final class DataFolder implements AutoCloseable {

    /** All that is ever written here, so that starting afresh deletes nothing else in a folder somebody chose. */
    private static final List<String> CONTENTS =
            List.of("postgres", "redis", "identity", "files", "mail", "secrets.properties", "programs");

    private final Path folder;
    private final @Nullable FileChannel lock; // none: only looking

    private DataFolder(Path folder, @Nullable FileChannel lock) {
        this.folder = folder;
        this.lock = lock;
    }

    /**
     * Finds the folder: the one chosen, else {@code .cabildo} in the project; if the database user may not enter it,
     * one under {@code /var/tmp}.
     *
     * @param notices told in one sentence when data is not where one would look
     */
    static Path find(Surroundings surroundings, Consumer<String> notices) {
        var wanted = surroundings
                .dataFolder()
                .orElse(surroundings.project().resolve(".cabildo"))
                .toAbsolutePath()
                .normalize();
        if (!Files.isWritable(made(wanted))) {
            throw new CannotStart(surroundings.words().say("data.foreign", wanted));
        }
        if (!surroundings.hasOwnDatabase()) {
            return wanted;
        }
        var user = DatabaseUser.find();
        if (user.mayEnter(wanted)) {
            return wanted;
        }
        var hash = HexFormat.of().toHexDigits(wanted.toString().hashCode());
        var fallback = made(Path.of("/var/tmp/cabildo-" + hash));
        if (!isOurs(fallback) || !user.mayEnter(fallback)) {
            throw new CannotStart(surroundings.words().say("data.closed", fallback));
        }
        notices.accept(surroundings.words().say("data.moved", wanted, fallback));
        return fallback;
    }

    private static Path made(Path folder) {
        try {
            if (Files.notExists(folder)) {
                Files.createDirectories(folder);
                // others may pass through, as the database user does, and see nothing
                Files.setPosixFilePermissions(folder, PosixFilePermissions.fromString("rwx--x--x"));
            }
            return folder;
        } catch (IOException e) {
            throw new CannotStart("Could not make the folder %s: %s".formatted(folder, e.getMessage()), e);
        }
    }

    private static boolean isOurs(Path folder) {
        try {
            var probe = Files.createTempFile(folder, "probe", "");
            var ours = Files.getOwner(folder, LinkOption.NOFOLLOW_LINKS).equals(Files.getOwner(probe));
            Files.delete(probe);
            return ours;
        } catch (IOException e) {
            return false; // not ours to write
        }
    }

    /**
     * Takes the folder for this launcher.
     *
     * @throws CannotStart if another launcher holds it
     */
    static DataFolder take(Path folder, Words words) {
        try {
            var lock = FileChannel.open(
                    folder.resolve("launcher.lock"), StandardOpenOption.CREATE, StandardOpenOption.WRITE);
            if (lock.tryLock() == null) {
                lock.close();
                throw new CannotStart(words.say("running", folder));
            }
            return new DataFolder(folder, lock);
        } catch (IOException e) {
            throw new UncheckedIOException("Could not lock " + folder, e);
        }
    }

    /** Looks into the folder while a launcher may hold it. */
    static DataFolder shared(Path folder) {
        return new DataFolder(folder, null);
    }

    Path postgres() {
        return folder.resolve("postgres");
    }

    Path redis() {
        return folder.resolve("redis");
    }

    Path mail() {
        return folder.resolve("mail");
    }

    Path identity() {
        return folder.resolve("identity");
    }

    Path files() {
        return folder.resolve("files");
    }

    Secrets secrets() {
        return new Secrets(folder.resolve("secrets.properties"));
    }

    Path programs() {
        return folder.resolve("programs");
    }

    /** Deletes what is kept here. Its servers must have stopped. */
    void empty() {
        try {
            for (var name : CONTENTS) {
                delete(folder.resolve(name));
            }
        } catch (IOException e) {
            throw new UncheckedIOException("Could not empty " + folder, e);
        }
    }

    private static void delete(Path path) throws IOException {
        if (Files.notExists(path, LinkOption.NOFOLLOW_LINKS)) {
            return;
        }
        try (var all = Files.walk(path)) {
            for (var each : all.sorted(Comparator.reverseOrder()).toList()) {
                Files.delete(each);
            }
        }
    }

    @Override
    public void close() {
        try {
            if (lock != null) {
                lock.close();
            }
        } catch (IOException e) {
            throw new UncheckedIOException("Could not unlock " + folder, e);
        }
    }

    @Override
    public String toString() {
        return folder.toString();
    }
}
