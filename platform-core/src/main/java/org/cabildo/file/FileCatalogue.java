package org.cabildo.file;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.cabildo.file.published.FileKind;
import org.cabildo.kernel.Refused;
import org.cabildo.kernel.Unknown;
import org.cabildo.tenancy.Sql;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** What files the tenant in scope has. A row comes before the bytes and goes after them, so no bytes lie unknown. */
@Service
@Transactional
class FileCatalogue {

    private final Sql sql;
    private final Clock clock;

    FileCatalogue(Sql sql, Clock clock) {
        this.sql = sql;
        this.clock = clock;
    }

    /**
     * Notes that a file is about to be kept, and for a while keeps it from being forgotten.
     *
     * @param by who put it in
     * @param quota bytes of all files together
     * @return whether its bytes have yet to be written
     * @throws Refused if there is no room for it
     */
    boolean expect(StoredFile file, String by, long quota) {
        boolean isNew = sql.of("""
                insert into stored_file (sha256, name, kind, bytes, arrived, uploaded_at, uploaded_by)
                values (:sha, :name, :kind, :bytes, false, :at, :by) on conflict (sha256) do nothing
                """)
                        .param("sha", file.id().sha256())
                        .param("name", file.name())
                        .param("kind", file.kind().name())
                        .param("bytes", file.bytes())
                        .param("at", now())
                        .param("by", by)
                        .update()
                == 1;
        if (isNew) {
            takeRoom(file.bytes(), quota);
            return true;
        }
        return !sql.of("update stored_file set uploaded_at = ? where sha256 = ? returning arrived")
                .param(now())
                .param(file.id().sha256())
                .query(Boolean.class)
                .single();
    }

    private void takeRoom(long bytes, long quota) {
        int taken = sql.of("update file_room set bytes = bytes + :more where bytes + :more <= :quota")
                .param("more", bytes)
                .param("quota", quota)
                .update();
        if (taken == 0) {
            long used = sql.of("select bytes from file_room").query(Long.class).single();
            throw new Refused(
                    "file.quota",
                    "The file has %,d bytes, but of %,d only %,d are left. Ask whoever runs Cabildo for more room, or give a link."
                            .formatted(bytes, quota, Math.max(0, quota - used)),
                    bytes,
                    quota,
                    Math.max(0, quota - used));
        }
    }

    /** Notes that the bytes are there. */
    void arrived(FileId id) {
        sql.of("update stored_file set arrived = true where sha256 = ?")
                .param(id.sha256())
                .update();
    }

    @Transactional(readOnly = true)
    StoredFile require(FileId id) {
        return find(id).orElseThrow(() -> new Unknown("file", id));
    }

    @Transactional(readOnly = true)
    Optional<StoredFile> find(FileId id) {
        return sql.of("select sha256, name, kind, bytes from stored_file where sha256 = ? and arrived")
                .param(id.sha256())
                .query(FileCatalogue::file)
                .optional();
    }

    /** Notes that something refers to a file: it is not forgotten any more. */
    StoredFile hold(FileId id) {
        var file = lock(id);
        sql.of("update stored_file set used_at = coalesce(used_at, ?) where sha256 = ?")
                .param(now())
                .param(id.sha256())
                .update();
        return file;
    }

    /** Notes that the draft that held a file refers to it no more. What was published is kept for good. */
    void release(FileId id) {
        sql.of("select sha256 from stored_file where sha256 = ? for update") // whoever publishes it now is waited for
                .param(id.sha256())
                .query(String.class)
                .optional();
        sql.of("""
                update stored_file set used_at = null, uploaded_at = :at
                 where sha256 = :sha and not exists (select from published_file p where p.sha256 = :sha)
                """).param("at", now()).param("sha", id.sha256()).update();
    }

    StoredFile publish(FileId id, String said) {
        var file = hold(id);
        var name = FileName.of(said, file.kind());
        sql.of("""
                insert into published_file (sha256, name, kind, bytes) values (?, ?, ?, ?)
                on conflict (sha256) do nothing
                """)
                .param(id.sha256())
                .param(name)
                .param(file.kind().name())
                .param(file.bytes())
                .update();
        return new StoredFile(id, name, file.kind(), file.bytes());
    }

    private StoredFile lock(FileId id) {
        return sql.of("select sha256, name, kind, bytes from stored_file where sha256 = ? and arrived for update")
                .param(id.sha256())
                .query(FileCatalogue::file)
                .optional()
                .orElseThrow(() -> new Refused(
                        "file.gone", "This file is not here any more: it waited too long. Upload it again."));
    }

    /**
     * Forgets one file that nothing refers to.
     *
     * @param before when it was put in at the latest
     * @param bytes forgets its bytes while its row is held, so that whoever puts it in again waits
     * @return whether there was one
     */
    boolean forgetOne(Instant before, java.util.function.Consumer<FileId> bytes) {
        var found = unused(before);
        if (found.isEmpty()) {
            return false;
        }
        var file = found.get();
        bytes.accept(file.id());
        sql.of("delete from stored_file where sha256 = ?")
                .param(file.id().sha256())
                .update();
        sql.of("update file_room set bytes = bytes - ?").param(file.bytes()).update();
        return true;
    }

    private Optional<StoredFile> unused(Instant before) {
        List<StoredFile> one = sql.of("""
                select sha256, name, kind, bytes from stored_file where used_at is null and uploaded_at < ?
                 order by uploaded_at limit 1 for update skip locked
                """)
                .param(Timestamp.from(before))
                .query(FileCatalogue::file)
                .list();
        return one.stream().findFirst();
    }

    private Timestamp now() {
        return Timestamp.from(clock.instant());
    }

    private static StoredFile file(ResultSet row, int number) throws SQLException {
        return new StoredFile(
                new FileId(row.getString("sha256")),
                row.getString("name"),
                FileKind.valueOf(row.getString("kind")),
                row.getLong("bytes"));
    }
}
