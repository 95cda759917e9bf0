package org.cabildo.commitment;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.Instant;
import java.util.UUID;
import org.cabildo.commitment.published.EvidenceFile;
import org.cabildo.commitment.published.EvidenceTrail;
import org.cabildo.file.published.FileKind;
import org.cabildo.kernel.Ids;
import org.jspecify.annotations.Nullable;

/** A report on a milestone: an advance with its evidence, more evidence of what stands, or a correction of the progress or of its evidence with its
 * reason. Never changed afterwards. */
@Entity
@Table(name = "progress_report")
class ProgressReport {

    static final String ADVANCE = "ADVANCE";
    static final String CORRECTION = "CORRECTION";

    @Id
    private UUID id;

    @SuppressWarnings("UnusedVariable") // the database orders by it
    private int position;

    private String kind;
    private int previous; // percent
    private int reached; // percent

    @Column(name = "evidence_url")
    private @Nullable String evidenceUrl;

    @Column(name = "evidence_file")
    private @Nullable String evidenceFile; // its SHA-256

    @Column(name = "evidence_name")
    private @Nullable String evidenceName;

    @Column(name = "evidence_kind")
    @Enumerated(EnumType.STRING)
    private @Nullable FileKind evidenceKind;

    @Column(name = "evidence_bytes")
    private @Nullable Long evidenceBytes;

    private String evidence;
    private String reason;

    private @Nullable UUID mends; // the report whose evidence it corrects; null also before this was written down

    @Column(name = "reported_at")
    private Instant reportedAt;

    @Column(name = "reported_by")
    private String reportedBy;

    @Column(name = "on_behalf_of")
    private String onBehalfOf;

    @SuppressWarnings("NullAway.Init") // Hibernate's constructor
    protected ProgressReport() {}

    private ProgressReport(
            int position,
            String kind,
            int previous,
            int reached,
            @Nullable Proof proof,
            String reason,
            @Nullable UUID mends,
            Milestone.Signature by) {
        this.id = Ids.next();
        this.position = position;
        this.kind = kind;
        this.previous = previous;
        this.reached = reached;
        this.evidenceUrl = proof == null ? null : proof.url();
        var file = proof == null ? null : proof.file();
        if (file != null) {
            this.evidenceFile = file.sha256();
            this.evidenceName = file.name();
            this.evidenceKind = file.kind();
            this.evidenceBytes = file.bytes();
        }
        this.evidence = proof == null ? "" : proof.shows();
        this.reason = reason;
        this.mends = mends;
        this.reportedAt = by.at();
        this.reportedBy = by.name();
        this.onBehalfOf = by.onBehalfOf();
    }

    static ProgressReport advance(int position, int previous, int reached, Proof proof, Milestone.Signature by) {
        return new ProgressReport(position, ADVANCE, previous, reached, proof, "", null, by);
    }

    static ProgressReport correction(int position, int previous, int reached, String reason, Milestone.Signature by) {
        return new ProgressReport(position, CORRECTION, previous, reached, null, reason, null, by);
    }

    /** Other evidence in place of another report's, while progress stays. */
    static ProgressReport proof(
            int position, int reached, Proof proof, String reason, UUID mends, Milestone.Signature by) {
        return new ProgressReport(position, CORRECTION, reached, reached, proof, reason, mends, by);
    }

    UUID id() {
        return id;
    }

    String kind() {
        return kind;
    }

    int previous() {
        return previous;
    }

    int reached() {
        return reached;
    }

    @Nullable
    String evidenceUrl() {
        return evidenceUrl;
    }

    @Nullable
    EvidenceFile evidenceFile() {
        return evidenceFile == null || evidenceName == null || evidenceKind == null || evidenceBytes == null
                ? null
                : new EvidenceFile(evidenceFile, evidenceName, evidenceKind, evidenceBytes);
    }

    String evidence() {
        return evidence;
    }

    String reason() {
        return reason;
    }

    @Nullable
    UUID mends() {
        return mends;
    }

    boolean proves() {
        return evidenceUrl != null || evidenceFile != null;
    }

    boolean proves(Proof proof) {
        return new Proof(evidenceUrl, evidenceFile(), evidence).equals(proof);
    }

    EvidenceTrail.Step step(MilestoneId milestone) {
        return new EvidenceTrail.Step(id, milestone.value(), kind.equals(CORRECTION), previous, reached, mends);
    }

    Instant reportedAt() {
        return reportedAt;
    }

    String reportedBy() {
        return reportedBy;
    }

    String onBehalfOf() {
        return onBehalfOf;
    }
}
