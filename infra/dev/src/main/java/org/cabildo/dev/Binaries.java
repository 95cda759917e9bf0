package org.cabildo.dev;

import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.FileSystemException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;
import org.apache.commons.compress.archivers.tar.TarArchiveEntry;
import org.apache.commons.compress.archivers.tar.TarArchiveInputStream;
import org.tukaani.xz.XZInputStream;

/** The programs that travel inside jars, unpacked once per machine and user. */
final class Binaries {

    private static final String POSTGRES_VERSION = "18.6.0";
    private static final String REDIS_VERSION = "7.0.15";
    private static final String COUNT = ".count"; // of files: a folder that a cleaner thinned out is unpacked again

    private Binaries() {}

    /** Finds the folder that holds PostgreSQL's {@code bin}, {@code lib} and {@code share}. */
    static Path postgres(DatabaseUser user) {
        var archive = "/postgres-%s-%s.txz".formatted(system(), machine("x86_64", "arm_64"));
        return unpacked("postgres-" + POSTGRES_VERSION, user, folder -> untar(archive, folder));
    }

    /** Finds the Redis server program. */
    static Path redis(DatabaseUser user) {
        var resource = "/redis-server-%s-%s-%s".formatted(REDIS_VERSION, system(), machine("amd64", "arm64"));
        return unpacked("redis-" + REDIS_VERSION, user, folder -> {
                    var program = folder.resolve("redis-server");
                    try (var in = open(resource)) {
                        Files.copy(in, program);
                    }
                    Files.setPosixFilePermissions(program, PosixFilePermissions.fromString("rwxr-xr-x"));
                })
                .resolve("redis-server");
    }

    private static String system() {
        var name = System.getProperty("os.name", "").toLowerCase(Locale.ROOT);
        if (name.contains("linux")) {
            return "linux";
        }
        if (name.contains("mac")) {
            return "darwin";
        }
        throw new CannotStart("The embedded servers run on Linux and macOS, and this is %s.".formatted(name));
    }

    private static String machine(String intel, String arm) {
        return switch (System.getProperty("os.arch", "")) {
            case "amd64", "x86_64" -> intel;
            case "aarch64", "arm64" -> arm;
            case String other ->
                throw new CannotStart(
                        "The embedded servers need an x86-64 or ARM64 processor, and this is %s.".formatted(other));
        };
    }

    private static InputStream open(String resource) {
        var in = Binaries.class.getResourceAsStream(resource);
        if (in == null) {
            throw new IllegalStateException("No jar on the class path holds " + resource);
        }
        return new BufferedInputStream(in, 1 << 16);
    }

    @FunctionalInterface
    private interface Unpacking {
        void into(Path folder) throws IOException;
    }

    private static Path unpacked(String name, DatabaseUser user, Unpacking unpacking) {
        try {
            var folder = home(user).resolve(name);
            if (isWhole(folder)) {
                return folder;
            }
            var fresh = Files.createTempDirectory(folder.getParent(), name + ".");
            unpacking.into(fresh);
            Files.setPosixFilePermissions(fresh, PosixFilePermissions.fromString("rwxr-xr-x"));
            Files.writeString(fresh.resolve(COUNT), Long.toString(files(fresh)));
            return put(fresh, folder);
        } catch (IOException e) {
            throw new UncheckedIOException("Could not unpack " + name, e);
        }
    }

    /** Moves the fresh folder to its place; whoever was first wins, a broken one makes room. */
    private static Path put(Path fresh, Path folder) throws IOException {
        if (Files.exists(folder) && !isWhole(folder)) {
            Files.move(
                    folder,
                    Files.createTempDirectory(folder.getParent(), "old.").resolve("old"));
        }
        try {
            return Files.move(fresh, folder, StandardCopyOption.ATOMIC_MOVE);
        } catch (FileAlreadyExistsException e) {
            return folder;
        } catch (FileSystemException e) {
            if (isWhole(folder)) {
                return folder;
            }
            throw e;
        }
    }

    private static boolean isWhole(Path folder) throws IOException {
        var count = folder.resolve(COUNT);
        return Files.exists(count) && Files.readString(count).equals(Long.toString(files(folder)));
    }

    private static long files(Path folder) throws IOException {
        try (Stream<Path> all = Files.walk(folder)) {
            return all.filter(path -> !path.endsWith(COUNT)).count();
        }
    }

    /** Finds a folder of ours that the database user may enter. */
    private static Path home(DatabaseUser user) throws IOException {
        var cache = Optional.ofNullable(System.getenv("XDG_CACHE_HOME"))
                .map(Path::of)
                .orElseGet(() -> Path.of(System.getProperty("user.home", "/"), ".cache"));
        var shared = Path.of("/var/tmp/cabildo-" + System.getProperty("user.name", "user"));
        for (var home : List.of(cache.resolve("cabildo"), shared)) {
            if (home.isAbsolute() && isUsable(home, user)) {
                return home;
            }
        }
        throw new CannotStart("Neither %s nor %s can hold the embedded servers: make one of them writable."
                .formatted(cache.resolve("cabildo"), shared));
    }

    private static boolean isUsable(Path home, DatabaseUser user) throws IOException {
        try {
            Files.createDirectories(home);
            var probe = Files.createTempFile(home, "probe", "");
            var ours = Files.getOwner(home, LinkOption.NOFOLLOW_LINKS).equals(Files.getOwner(probe));
            Files.delete(probe);
            return ours && user.mayEnter(home);
        } catch (FileSystemException e) {
            return false; // not ours to write
        }
    }

    private static void untar(String archive, Path folder) throws IOException {
        try (var tar = new TarArchiveInputStream(new XZInputStream(open(archive)))) {
            for (var entry = tar.getNextEntry(); entry != null; entry = tar.getNextEntry()) {
                write(entry, tar, folder.resolve(entry.getName()).normalize());
            }
        }
    }

    private static void write(TarArchiveEntry entry, TarArchiveInputStream tar, Path target) throws IOException {
        if (entry.isDirectory()) {
            Files.createDirectories(target);
            return;
        }
        Files.createDirectories(target.getParent());
        if (entry.isSymbolicLink()) {
            Files.createSymbolicLink(target, Path.of(entry.getLinkName()));
        } else {
            Files.copy(tar, target);
            var executable = (entry.getMode() & 0100) != 0;
            Files.setPosixFilePermissions(
                    target, PosixFilePermissions.fromString(executable ? "rwxr-xr-x" : "rw-r--r--"));
        }
    }
}
