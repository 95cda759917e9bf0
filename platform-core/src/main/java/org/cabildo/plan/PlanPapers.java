package org.cabildo.plan;

import java.util.Optional;
import org.cabildo.file.FileId;
import org.cabildo.file.StoredFile;
import org.cabildo.file.StoredFiles;
import org.cabildo.plan.published.Document;
import org.cabildo.plan.published.PlanFile;
import org.cabildo.tenancy.Sql;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** The files that plans refer to: held while somebody does, public when the plan is, let go when nobody does any more. */
@Component
class PlanPapers {

    private final StoredFiles files;
    private final Sql sql;

    PlanPapers(StoredFiles files, Sql sql) {
        this.files = files;
        this.sql = sql;
    }

    /** The document as it is kept: what the house knows of its file, not what a caller says. */
    @Nullable
    PlanFile hold(@Nullable Document document) {
        if (document == null || document.file() == null) {
            return null;
        }
        return said(files.hold(new FileId(document.file().sha256())));
    }

    /** A file of the tenant in scope, as a document; empty if it has none with this content. */
    Optional<Document> find(String sha256) {
        return files.find(new FileId(sha256)).map(file -> Document.in(said(file)));
    }

    void publish(@Nullable Document document) {
        if (document != null && document.file() != null) {
            files.publish(new FileId(document.file().sha256()), document.file().name());
        }
    }

    /** Called after the row that referred to it is gone. */
    void release(@Nullable Document document) {
        if (document == null || document.file() == null) {
            return;
        }
        var shown = sql.of("""
                        select exists (select from plan_step where document_file = :sha)
                            or exists (select from plan_foundation where document_file = :sha)
                            or exists (select from plan_endorsement where document_file = :sha)
                        """)
                .param("sha", document.file().sha256())
                .query(Boolean.class)
                .single();
        if (!shown) {
            files.release(new FileId(document.file().sha256()));
        }
    }

    private static PlanFile said(StoredFile file) {
        return new PlanFile(file.id().sha256(), file.name(), file.kind(), file.bytes());
    }
}
