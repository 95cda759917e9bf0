package org.cabildo.plan.published;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.Collections;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import org.cabildo.kernel.Texts;
import org.jspecify.annotations.Nullable;

/**
 * What a plan stands on besides its commitments.
 *
 * @param vision what is said of each part; parts nobody wrote are not there
 * @param act null: none yet
 * @param body null: none yet
 * @param endorsements in order
 */
public record Foundation(
        Map<VisionPart, String> vision,
        @Nullable ApprovalAct act,
        @Nullable MonitoringBody body,
        List<Endorsement> endorsements) {

    /** Longer texts belong into a document. */
    public static final int LONGEST_PART = 10_000;

    /** Nothing said yet. */
    public static final Foundation NONE = new Foundation(Map.of(), null, null, List.of());

    public Foundation {
        var said = new EnumMap<VisionPart, String>(VisionPart.class);
        vision.forEach((part, text) -> {
            var within = Texts.within(LONGEST_PART, "plan.vision.long", text);
            if (!within.isEmpty()) {
                said.put(part, within);
            }
        });
        vision = Collections.unmodifiableMap(said);
        endorsements = List.copyOf(endorsements);
    }

    /** Whether nothing is said. */
    public boolean isEmpty() {
        return equals(NONE);
    }

    /** The same with another vision. */
    public Foundation envisioning(Map<VisionPart, String> other) {
        return new Foundation(other, act, body, endorsements);
    }

    /** The same with another act, or none. */
    public Foundation approvedBy(@Nullable ApprovalAct other) {
        return new Foundation(vision, other, body, endorsements);
    }

    /** The same with another monitoring body, or none. */
    public Foundation monitoredBy(@Nullable MonitoringBody other) {
        return new Foundation(vision, act, other, endorsements);
    }

    /** The same with other endorsements. */
    public Foundation endorsedBy(List<Endorsement> others) {
        return new Foundation(vision, act, body, others);
    }

    /** Act and body as a row holds them; the rest is elsewhere. */
    public static Foundation of(ResultSet row) throws SQLException {
        var act = row.getString("act_kind");
        var body = row.getString("body_name");
        return new Foundation(
                Map.of(),
                act == null
                        ? null
                        : new ApprovalAct(
                                ApprovalAct.ActKind.valueOf(act),
                                row.getString("act_number"),
                                row.getObject("act_day", LocalDate.class),
                                Document.of(row)),
                body == null
                        ? null
                        : new MonitoringBody(
                                body,
                                MonitoringBody.BodyKind.valueOf(row.getString("body_kind")),
                                row.getString("body_independence"),
                                row.getString("body_contact")),
                List.of());
    }

    /** The endorsement that a row holds. */
    public static Endorsement endorsement(ResultSet row, int number) throws SQLException {
        return new Endorsement(
                row.getString("actor"),
                Endorsement.Sector.valueOf(row.getString("sector")),
                row.getObject("signed_on", LocalDate.class),
                Document.of(row));
    }
}
