package org.cabildo.file.published;

import java.io.InputStream;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Collection;
import java.util.Optional;
import java.util.Set;
import org.cabildo.file.storage.Place;
import org.cabildo.file.storage.Storage;
import org.cabildo.tenancy.Sql;
import org.cabildo.tenancy.TenantScope;
import org.springframework.stereotype.Service;

/** The files that the public may take, of the tenant in scope. */
@Service
public class PublishedFiles {

    private final Sql sql;
    private final Storage storage;

    PublishedFiles(Sql sql, Storage storage) {
        this.sql = sql;
        this.storage = storage;
    }

    /**
     * A file that the public may take.
     *
     * @param sha256 of its content, 64 hexadecimal digits
     * @param bytes its size
     */
    public record Found(String sha256, String name, FileKind kind, long bytes) {}

    /** The file with this content, if it is published; nothing for whatever is no SHA-256. */
    public Optional<Found> find(String sha256) {
        return sql.of("select sha256, name, kind, bytes from published_file where sha256 = ?")
                .param(sha256)
                .query(PublishedFiles::found)
                .optional();
    }

    /** Those of these contents that are published. */
    public Set<String> among(Collection<String> contents) {
        return contents.isEmpty()
                ? Set.of()
                : Set.copyOf(sql.of("select sha256 from published_file where sha256 in (:contents)")
                        .param("contents", contents)
                        .query((row, _) -> row.getString("sha256"))
                        .list());
    }

    /** Opens a file that was found in this scope; the caller closes it. */
    public InputStream open(Found file) {
        return storage.open(new Place(TenantScope.tenant(), file.sha256()));
    }

    private static Found found(ResultSet row, int number) throws SQLException {
        return new Found(
                row.getString("sha256"),
                row.getString("name"),
                FileKind.valueOf(row.getString("kind")),
                row.getLong("bytes"));
    }
}
