package org.cabildo.dev;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.SecureRandom;
import java.util.Base64;
import java.util.HexFormat;
import java.util.Properties;
import java.util.function.Supplier;

/** Random secrets that are made once and kept in one file that only its owner may read (mode 0600). */
final class Secrets {

    private static final SecureRandom RANDOM = new SecureRandom();

    private final Path file;
    private final Properties kept = new Properties();

    Secrets(Path file) {
        this.file = file;
        if (Files.exists(file)) {
            try (var in = Files.newBufferedReader(file)) {
                kept.load(in);
            } catch (IOException e) {
                throw new UncheckedIOException("Could not read " + file, e);
            }
        }
    }

    /** Gives the password of that name: 48 hexadecimal digits. */
    String password(String name) {
        return keep(name, () -> HexFormat.of().formatHex(random(24)));
    }

    /** Gives the key of that name: 32 bytes in base64. */
    String key(String name) {
        return keep(name, () -> Base64.getEncoder().encodeToString(random(32)));
    }

    /** Gives the secret of that name, made by {@code fresh} if there is none yet. */
    String keep(String name, Supplier<String> fresh) {
        var known = kept.getProperty(name);
        if (known != null) {
            return known;
        }
        var made = fresh.get();
        kept.setProperty(name, made);
        save();
        return made;
    }

    private void save() {
        try {
            var onlyOwner = PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------"));
            var next = Files.createTempFile(file.toAbsolutePath().getParent(), "secrets", ".new", onlyOwner);
            try (var out = Files.newBufferedWriter(next)) {
                kept.store(out, "Cabildo on this machine; lose this file and the data beside it is lost");
            }
            Files.move(next, file, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
        } catch (IOException e) {
            throw new UncheckedIOException("Could not keep " + file, e);
        }
    }

    private static byte[] random(int length) {
        var bytes = new byte[length];
        RANDOM.nextBytes(bytes);
        return bytes;
    }
}
