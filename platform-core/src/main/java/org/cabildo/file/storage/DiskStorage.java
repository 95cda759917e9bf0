package org.cabildo.file.storage;

import java.io.IOException;
import java.io.InputStream;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import org.cabildo.kernel.Ids;
import org.springframework.dao.DataAccessResourceFailureException;

/** Keeps files in a folder: each is written beside its place, forced to disk, and moved there in one step. */
public final class DiskStorage implements Storage {

    private final Path folder;

    /** @param folder made when the first file is kept */
    public DiskStorage(Path folder) {
        this.folder = folder.toAbsolutePath().normalize();
    }

    @Override
    public void keep(Place place, Path content) {
        var home = folder.resolve(place.folder());
        var target = target(place);
        var part = home.resolve(Ids.next() + ".part");
        try {
            Files.createDirectories(home);
            try {
                Files.copy(content, part);
                try (var written = FileChannel.open(part, StandardOpenOption.WRITE)) {
                    written.force(true);
                }
                Files.move(part, target, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
            } finally {
                Files.deleteIfExists(part);
            }
        } catch (IOException e) {
            throw away(e);
        }
    }

    @Override
    public InputStream open(Place place) {
        try {
            return Files.newInputStream(target(place));
        } catch (IOException e) {
            throw away(e);
        }
    }

    @Override
    public void forget(Place place) {
        try {
            Files.deleteIfExists(target(place));
        } catch (IOException e) {
            throw away(e);
        }
    }

    private Path target(Place place) {
        return folder.resolve(place.path());
    }

    private static DataAccessResourceFailureException away(IOException cause) {
        return new DataAccessResourceFailureException("The folder of files does not answer", cause);
    }
}
