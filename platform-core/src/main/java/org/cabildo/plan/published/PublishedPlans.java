package org.cabildo.plan.published;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.cabildo.tenancy.Sql;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;
import tools.jackson.core.type.TypeReference;
import tools.jackson.databind.json.JsonMapper;

/** The published plans of the tenant in scope: approved versions, what is in preparation, facts of OGP membership. */
@Service
public class PublishedPlans {

    private static final TypeReference<Map<VisionPart, String>> VISION = new TypeReference<>() {};

    /** The document that a row {@code d} names, as JSON; null: it names none. */
    private static final String DOCUMENT = """
            case when d.document_link is not null or d.document_file is not null then
              json_build_object('link', d.document_link, 'file', case when d.document_file is not null then
                json_build_object('sha256', d.document_file, 'name', d.document_name, 'kind', d.document_kind,
                  'bytes', d.document_bytes) end) end
            """;

    private final Sql sql;
    private final JsonMapper json;

    PublishedPlans(Sql sql, JsonMapper json) {
        this.sql = sql;
        this.json = json;
    }

    /**
     * An approved version of a plan.
     *
     * @param number of the version, from 1
     * @param framework code, such as OGP_LOCAL
     * @param hash SHA-256 of the approved content, hexadecimal
     * @param approvals who approved it
     * @param current whether it is the one in force
     * @param reason why it replaced the one before; empty for the first
     */
    public record Version(
            UUID versionId,
            UUID planId,
            int number,
            String slug,
            String title,
            String framework,
            LocalDate start,
            LocalDate end,
            String summary,
            String source,
            String hash,
            List<String> approvals,
            Instant publishedAt,
            boolean current,
            String reason) {}

    /**
     * A step that took a plan from stage to stage.
     *
     * @param step code, such as SUBMIT
     * @param reached code of the stage the plan was in afterwards
     * @param day null: the day it was written down
     * @param at when it was written down
     * @param reason empty: none was asked for
     * @param document where it is written; null: nowhere
     */
    public record Step(
            String step,
            String reached,
            @Nullable LocalDate day,
            Instant at,
            String onBehalfOf,
            String reason,
            @Nullable Document document) {}

    /** A plan that is being prepared, with its questions and proposals. */
    public record Preparation(
            UUID planId, String slug, String title, String summary, String source, List<Item> items) {}

    /**
     * A question or a proposal.
     *
     * @param kind QUESTION or PROPOSAL
     */
    public record Item(String kind, String title, String detail, String source) {}

    /**
     * A fact of OGP membership.
     *
     * @param precision DAY, MONTH, YEAR or UNDATED
     */
    public record Fact(
            String kind, String statement, @Nullable LocalDate happened, String precision, String source) {}

    /** The versions in force, newest plan first. */
    public List<Version> current() {
        return sql.of("select * from published_plan_version where current_version order by period_start desc, slug")
                .query(PublishedPlans::version)
                .list();
    }

    /** The version in force of the plan at this address. */
    public Optional<Version> current(String slug) {
        return sql.of("select * from published_plan_version where slug = ? and current_version")
                .param(slug)
                .query(PublishedPlans::version)
                .optional();
    }

    /** A version by its number; old versions keep their address. */
    public Optional<Version> version(String slug, int number) {
        return sql.of("select * from published_plan_version where slug = ? and number = ?")
                .param(slug)
                .param(number)
                .query(PublishedPlans::version)
                .optional();
    }

    /** All published versions of the plan at this address, newest first. */
    public List<Version> versions(String slug) {
        return sql.of("select * from published_plan_version where slug = ? order by number desc")
                .param(slug)
                .query(PublishedPlans::version)
                .list();
    }

    /**
     * What a plan is besides its commitments.
     *
     * @param foundation what the version stands on
     * @param steps that the plan has taken, in order; empty if the public reads nothing of it
     */
    public record Grounds(Foundation foundation, List<Step> steps) {}

    /** What a version stands on, and how its plan came to where it is: in one statement, for each page needs both. */
    public Grounds grounds(Version version) {
        return grounds(version.versionId(), version.planId());
    }

    /** What a version stands on besides its commitments. */
    public Foundation foundation(UUID version) {
        return grounds(version, null).foundation();
    }

    /** The steps a plan has taken, in order; empty if the public reads nothing of it. */
    public List<Step> steps(UUID plan) {
        return grounds(null, plan).steps();
    }

    private Grounds grounds(@Nullable UUID version, @Nullable UUID plan) {
        return sql.of("""
                select f.*,
                       (select json_object_agg(v.part, v.said) from published_plan_vision v
                         where v.version_id = asked.version_id) as vision,
                       (select json_agg(json_build_object('actor', d.actor, 'sector', d.sector, 'day', d.signed_on,
                                 'document',""" + DOCUMENT + """
                                 ) order by d.position)
                          from published_plan_endorsement d where d.version_id = asked.version_id) as endorsements,
                       (select json_agg(json_build_object('step', d.step, 'reached', d.reached, 'day', d.happened_on,
                                 'at', to_char(d.recorded_at at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.US"Z"'),
                                 'onBehalfOf', d.on_behalf_of, 'reason', d.reason,
                                 'document',""" + DOCUMENT + """
                                 ) order by d.number)
                          from published_plan_step d where d.plan_id = asked.plan_id) as steps
                  from (select cast(? as uuid) as version_id, cast(? as uuid) as plan_id) asked
                  left join published_plan_foundation f on f.version_id = asked.version_id
                """)
                .param(version)
                .param(plan)
                .query((row, _) -> grounds(row))
                .single();
    }

    private Grounds grounds(ResultSet row) throws SQLException {
        var vision = row.getString("vision");
        return new Grounds(
                Foundation.of(row)
                        .envisioning(vision == null ? Map.of() : json.readValue(vision, VISION))
                        .endorsedBy(parts(row.getString("endorsements"), Endorsement[].class)),
                parts(row.getString("steps"), Step[].class));
    }

    private <T> List<T> parts(@Nullable String text, Class<T[]> type) {
        return text == null ? List.of() : List.of(json.readValue(text, type));
    }

    /** The plans in preparation. */
    public List<Preparation> inPreparation() {
        return sql.of("select * from published_preparation order by title")
                .query(this::preparation)
                .list();
    }

    /** The facts of OGP membership, by date. */
    public List<Fact> facts() {
        return sql.of("select * from published_membership_fact order by happened nulls last, statement")
                .query(PublishedPlans::fact)
                .list();
    }

    private static Version version(ResultSet row, int number) throws SQLException {
        return new Version(
                row.getObject("version_id", UUID.class),
                row.getObject("plan_id", UUID.class),
                row.getInt("number"),
                row.getString("slug"),
                row.getString("title"),
                row.getString("framework"),
                row.getObject("period_start", LocalDate.class),
                row.getObject("period_end", LocalDate.class),
                row.getString("summary"),
                row.getString("source"),
                row.getString("hash"),
                row.getString("approvals").lines().toList(),
                row.getObject("published_at", OffsetDateTime.class).toInstant(),
                row.getBoolean("current_version"),
                row.getString("reason"));
    }

    private Preparation preparation(ResultSet row, int number) throws SQLException {
        return new Preparation(
                row.getObject("plan_id", UUID.class),
                row.getString("slug"),
                row.getString("title"),
                row.getString("summary"),
                row.getString("source"),
                List.of(json.readValue(row.getString("items"), Item[].class)));
    }

    private static Fact fact(ResultSet row, int number) throws SQLException {
        return new Fact(
                row.getString("kind"),
                row.getString("statement"),
                row.getObject("happened", LocalDate.class),
                row.getString("precision"),
                row.getString("source"));
    }
}
