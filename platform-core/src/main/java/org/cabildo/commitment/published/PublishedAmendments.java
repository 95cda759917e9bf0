package org.cabildo.commitment.published;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Collectors;
import org.cabildo.commitment.published.Amendment.Kind;
import org.cabildo.commitment.published.Amendment.Part;
import org.cabildo.plan.published.PublishedPlans;
import org.cabildo.tenancy.Sql;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;
import tools.jackson.databind.json.JsonMapper;

/** What each version of a plan of the tenant in scope changed. Thirteen statements, however large the plan is. */
@Service
public class PublishedAmendments {

    private final PublishedPlans plans;
    private final Sql sql;
    private final JsonMapper json;

    private record Version(UUID id, String slug, String title, int number, String reason, Instant at, Part part) {}

    PublishedAmendments(PublishedPlans plans, Sql sql, JsonMapper json) {
        this.plans = plans;
        this.sql = sql;
        this.json = json;
    }

    /**
     * What this version changed.
     *
     * @return empty for the first version, and for one that there is not
     */
    public Optional<Amendment> of(String planSlug, int number) {
        var both = sql.of("""
                        select v.* from published_plan_version v
                         where v.plan_id = (select plan_id from published_plan_version where slug = :slug and number = :number)
                           and v.number <= :number
                         order by v.number desc limit 2
                        """)
                .param("slug", planSlug)
                .param("number", number)
                .query(PublishedAmendments::version)
                .list();
        if (both.size() < 2) {
            return Optional.empty();
        }
        var after = both.getFirst();
        var before = both.getLast();
        return Optional.of(new Amendment(
                after.slug(),
                after.title(),
                after.number(),
                before.number(),
                after.reason(),
                after.at(),
                Amendment.between(parts(before), parts(after))));
    }

    /** The version in force of a plan, part by part; empty if none is. */
    public List<Part> inForce(UUID plan) {
        return sql.of("select * from published_plan_version where plan_id = ? and current_version")
                .param(plan)
                .query(PublishedAmendments::version)
                .optional()
                .map(this::parts)
                .orElse(List.of());
    }

    private List<Part> parts(Version version) {
        var parts = new ArrayList<Part>();
        PlanFields.say(version.part().fields(), plans.foundation(version.id()));
        parts.add(version.part());
        var adapted = origins(version);
        var commitments = sql.of("select * from published_commitment where version_id = ? order by number")
                .param(version.id())
                .query((row, _) -> commitment(row))
                .list();
        var milestones = sql.of("""
                        select m.*, c.number from published_milestone m
                          join published_commitment c on c.version_id = m.version_id and c.commitment_id = m.commitment_id
                         where m.version_id = ? order by c.number, m.position
                        """).param(version.id()).query((row, _) -> milestone(row)).list().stream()
                .collect(Collectors.groupingBy(Part::commitment));
        for (var commitment : commitments) {
            var origin = adapted.get(commitment.id());
            if (origin != null) {
                commitment.fields().put("origin", origin.shown());
            }
            parts.add(commitment);
            parts.addAll(milestones.getOrDefault(commitment.commitment(), List.of()));
        }
        return parts;
    }

    private Map<UUID, Origin> origins(Version version) {
        return sql
                .of("select * from published_commitment_origin where version_id = ?")
                .param(version.id())
                .query((row, _) -> Map.entry(row.getObject("commitment_id", UUID.class), Origin.of(row)))
                .list()
                .stream()
                .collect(Collectors.toMap(Map.Entry::getKey, Map.Entry::getValue));
    }

    private static Version version(ResultSet row, int number) throws SQLException {
        var fields = new LinkedHashMap<String, String>();
        say(fields, row, "title");
        fields.put("framework", row.getString("framework"));
        fields.put("period", row.getString("period_start") + "/" + row.getString("period_end"));
        say(fields, row, "summary");
        say(fields, row, "source");
        var plan = new Part(Kind.PLAN, row.getObject("plan_id", UUID.class), 0, row.getString("title"), fields);
        return new Version(
                row.getObject("version_id", UUID.class),
                row.getString("slug"),
                row.getString("title"),
                row.getInt("number"),
                row.getString("reason"),
                row.getTimestamp("published_at").toInstant(),
                plan);
    }

    private Part commitment(ResultSet row) throws SQLException {
        var fields = new LinkedHashMap<String, String>();
        for (var name : List.of("title", "withdrawn", "problem", "description", "actors", "responsible")) {
            say(fields, row, name);
        }
        fields.put("lead", text(row.getString("lead_name")));
        fields.put("period", row.getString("starts") + "/" + row.getString("ends"));
        say(fields, row, "pillars");
        for (var value : json.readValue(row.getString("relevance"), PublishedCommitments.Relevance[].class)) {
            fields.put("value." + value.value(), value.explanation());
        }
        PublishedDetails.of(row, json).say(fields);
        return new Part(
                Kind.COMMITMENT,
                row.getObject("commitment_id", UUID.class),
                row.getInt("number"),
                row.getString("title"),
                fields);
    }

    private Part milestone(ResultSet row) throws SQLException {
        var fields = new LinkedHashMap<String, String>();
        for (var name : List.of("activity", "withdrawn", "deliverable", "responsible")) {
            say(fields, row, name);
        }
        fields.put("period", row.getString("starts") + "/" + row.getString("ends"));
        fields.put("weight", row.getString("weight"));
        say(fields, row, "follows");
        return new Part(
                Kind.MILESTONE,
                row.getObject("milestone_id", UUID.class),
                row.getInt("number"),
                row.getString("activity"),
                fields);
    }

    private static void say(Map<String, String> fields, ResultSet row, String column) throws SQLException {
        fields.put(column, text(row.getString(column)));
    }

    private static String text(@Nullable String said) {
        return said == null ? "" : said;
    }
}
