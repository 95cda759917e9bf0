package org.cabildo.plan.published;

import java.sql.ResultSet;
import java.sql.SQLException;
import org.cabildo.file.published.FileKind;
import org.jspecify.annotations.Nullable;

/**
 * A file that the public may take with a plan.
 *
 * @param sha256 of its content, 64 hexadecimal digits
 * @param bytes its size
 */
public record PlanFile(String sha256, String name, FileKind kind, long bytes) {

    static @Nullable PlanFile of(ResultSet row) throws SQLException {
        var sha256 = row.getString("document_file");
        return sha256 == null
                ? null
                : new PlanFile(
                        sha256,
                        row.getString("document_name"),
                        FileKind.valueOf(row.getString("document_kind")),
                        row.getLong("document_bytes"));
    }
}
