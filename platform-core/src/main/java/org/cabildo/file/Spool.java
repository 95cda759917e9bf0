package org.cabildo.file;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import org.cabildo.kernel.Refused;

/** A folder of its own for one file while it is judged; nothing of it is left when it is closed. */
final class Spool implements AutoCloseable {

    private final Path folder;

    Spool() {
        try {
            folder = Files.createTempDirectory("cabildo-file");
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /**
     * Takes in what arrives.
     *
     * @param most bytes that are taken
     * @throws Refused if it is empty, larger, or ends too early
     */
    Path take(Arrival arrival, long most) {
        if (arrival.bytes() > most) {
            throw tooLarge(arrival.bytes(), most);
        }
        var arrived = folder.resolve("arrived");
        long count;
        try (var out = Files.newOutputStream(arrived)) {
            count = copy(arrival.content(), out, most);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        if (count > most) {
            throw tooLarge(count, most);
        }
        if (count < arrival.bytes()) {
            throw cut();
        }
        if (count == 0) {
            throw new Refused("file.empty", "The file is empty. Choose the one that holds something.");
        }
        return arrived;
    }

    /** Copies until the end, or until there is one byte too many. */
    private static long copy(InputStream in, OutputStream out, long most) throws IOException {
        var buffer = new byte[1 << 16];
        long count = 0;
        while (count <= most) {
            int read = read(in, buffer, (int) Math.min(buffer.length, most + 1 - count));
            if (read < 0) {
                break;
            }
            out.write(buffer, 0, read);
            count += read;
        }
        return count;
    }

    private static int read(InputStream in, byte[] buffer, int length) {
        try {
            return in.read(buffer, 0, length);
        } catch (IOException _) {
            throw cut(); // whoever sends it left, or the connection did
        }
    }

    /** A place for what is made of the file. */
    Path redrawn() {
        return folder.resolve("redrawn");
    }

    /** The name of a file by its content. */
    static FileId idOf(Path file) {
        try (var in = Files.newInputStream(file)) {
            var sha = MessageDigest.getInstance("SHA-256");
            var buffer = new byte[1 << 16];
            for (int read = in.read(buffer); read >= 0; read = in.read(buffer)) {
                sha.update(buffer, 0, read);
            }
            return new FileId(HexFormat.of().formatHex(sha.digest()));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("SHA-256 is missing", e);
        }
    }

    private static Refused tooLarge(long given, long most) {
        return new Refused(
                "file.size",
                "The file has %,d bytes, and at most %,d are accepted. Make it smaller, or publish it elsewhere and give the link."
                        .formatted(given, most),
                given,
                most);
    }

    private static Refused cut() {
        return new Refused(
                "file.cut",
                "The file arrived only in part, and nothing of it was kept. Look at your connection and upload it again.");
    }

    @Override
    public void close() {
        try {
            for (var name : new String[] {"arrived", "redrawn"}) {
                Files.deleteIfExists(folder.resolve(name));
            }
            Files.deleteIfExists(folder);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
