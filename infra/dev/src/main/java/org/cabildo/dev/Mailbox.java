package org.cabildo.dev;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.regex.Pattern;

/** The letters that the local mail server received, a file each; beyond {@value #MOST} the oldest are forgotten. */
final class Mailbox {

    private static final int MOST = 1000;
    private static final Pattern NAME = Pattern.compile("(\\d{13})-[0-9a-f-]{36}");
    private final Path folder;

    Mailbox(Path folder) throws IOException {
        this.folder = Files.createDirectories(
                folder, PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rwx------")));
    }

    /** Keeps a letter as it came: whole, or not at all. */
    void keep(InputStream letter) throws IOException {
        var half = Files.createTempFile(folder, "half", "");
        Files.copy(letter, half, StandardCopyOption.REPLACE_EXISTING);
        var name = "%013d-%s.eml".formatted(Instant.now().toEpochMilli(), UUID.randomUUID());
        Files.move(half, folder.resolve(name), StandardCopyOption.ATOMIC_MOVE);
        for (var old : ids().stream().skip(MOST).toList()) {
            Files.deleteIfExists(file(old));
        }
    }

    /** All letters, the newest first. */
    List<ReceivedLetter> all() {
        return ids().stream().flatMap(id -> find(id).stream()).toList();
    }

    /** One letter. */
    Optional<ReceivedLetter> find(String id) {
        var name = NAME.matcher(id);
        if (!name.matches() || Files.notExists(file(id))) {
            return Optional.empty();
        }
        try (var in = Files.newInputStream(file(id))) {
            return Optional.of(ReceivedLetter.read(id, Instant.ofEpochMilli(Long.parseLong(name.group(1))), in));
        } catch (IOException e) {
            throw new UncheckedIOException("Could not read a letter in " + folder, e);
        }
    }

    private List<String> ids() {
        try (var files = Files.list(folder)) {
            return files.map(file -> file.getFileName().toString())
                    .filter(name -> name.endsWith(".eml"))
                    .map(name -> name.substring(0, name.length() - 4))
                    .filter(name -> NAME.matcher(name).matches())
                    .sorted(Comparator.reverseOrder())
                    .toList();
        } catch (IOException e) {
            throw new UncheckedIOException("Could not list " + folder, e);
        }
    }

    private Path file(String id) {
        return folder.resolve(id + ".eml");
    }
}
