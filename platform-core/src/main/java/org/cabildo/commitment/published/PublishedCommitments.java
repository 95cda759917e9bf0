package org.cabildo.commitment.published;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.UUID;
import java.util.stream.Collectors;
import org.cabildo.file.published.FileKind;
import org.cabildo.tenancy.Sql;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;
import tools.jackson.databind.json.JsonMapper;

/** The published commitments of the tenant in scope: the promise of a version, the progress reported since. */
@Service
public class PublishedCommitments {

    /** Commitments with what their milestones add up to; only what a list shows, for texts are long. */
    private static final String LINES = """
            select v.slug, v.title as plan_title, v.number as version_number, c.commitment_id, c.number, c.title,
                   c.responsible, c.lead_name, c.lead_id, c.starts, c.ends, c.pillars, c.withdrawn, c.standing, c.kept,
                   c.progress
              from published_plan_version v join published_commitment c on c.version_id = v.version_id
            """;

    private final Sql sql;
    private final JsonMapper json;

    PublishedCommitments(Sql sql, JsonMapper json) {
        this.sql = sql;
        this.json = json;
    }

    /**
     * A commitment in a list or an export.
     *
     * @param planSlug address of its plan
     * @param number within the plan
     * @param leadId the tenant that leads it, when several share the plan
     * @param progress in percent, rolled up from the milestones that stand
     * @param milestones how many stand
     * @param kept how many of them are complete
     * @param pillars their names
     */
    public record Line(
            UUID id,
            String planSlug,
            String planTitle,
            int version,
            int number,
            String title,
            String responsible,
            @Nullable String lead,
            @Nullable UUID leadId,
            LocalDate starts,
            LocalDate ends,
            int progress,
            int milestones,
            int kept,
            List<String> pillars,
            @Nullable String withdrawn,
            Status status) {}

    /**
     * A milestone that stands and is not complete.
     *
     * @param number of its commitment, within the plan
     * @param title of its commitment
     * @param place within the commitment
     * @param ends the day it is due
     * @param progress in percent
     * @param delay why it is late, as it was explained for that day; null: nobody said
     */
    public record Due(
            UUID commitment,
            int number,
            String title,
            int place,
            String activity,
            LocalDate ends,
            int progress,
            @Nullable String delay) {}

    /**
     * Where the public reads of a commitment or a milestone of a plan in force.
     *
     * @param planSlug address of the plan
     * @param number of the commitment, within the plan
     * @param title of the commitment
     * @param milestone place of the milestone within the commitment; 0: it is the commitment itself
     * @param activity of the milestone; empty: it is the commitment itself
     */
    public record Spot(UUID id, String planSlug, int number, String title, int milestone, String activity) {}

    /**
     * A commitment with everything the public may know of it.
     *
     * @param ogpCode the code that OGP gave it; null while it has none
     * @param details what else the public reads of it
     * @param related the commitments of the same version that it is related to, by number
     * @param origin what it was adapted from, as this version tells it; null: from nothing
     * @param amendments versions up to this one that say another thing of it than the one before, newest first
     */
    public record Page(
            UUID id,
            @Nullable String ogpCode,
            String planSlug,
            String planTitle,
            int version,
            boolean current,
            int number,
            String title,
            String problem,
            String description,
            String actors,
            String responsible,
            @Nullable String lead,
            LocalDate starts,
            LocalDate ends,
            List<String> pillars,
            @Nullable String withdrawn,
            List<Relevance> relevance,
            Details details,
            List<Named> related,
            @Nullable Origin origin,
            int progress,
            Status status,
            List<Milestone> milestones,
            List<Report> timeline,
            List<Amended> amendments) {

        /** How many of its milestones are late; none of what was withdrawn. */
        public long late() {
            return withdrawn != null
                    ? 0
                    : milestones.stream()
                            .filter(milestone -> milestone.status() == Status.LATE)
                            .count();
        }
    }

    /**
     * A version that changed what is promised.
     *
     * @param version number
     * @param at when it was published
     */
    public record Amended(int version, Instant at) {}

    /** What a commitment says, besides what stands in a list. */
    public record Said(String problem, String description, String actors, List<Relevance> relevance, Details details) {}

    /** A commitment by its number in the plan. */
    public record Named(int number, String title) {}

    /**
     * Why it serves an OGP value.
     *
     * @param value code: ATI, CP, PA or TEC
     */
    public record Relevance(String value, String explanation) {}

    /**
     * A milestone as promised, with the progress reported since.
     *
     * @param progress in percent
     * @param place within the commitment
     * @param follows places of those it waits for
     * @param delay why it is late, as it was explained for that day; null: it is not late, or nobody said
     */
    public record Milestone(
            UUID id,
            int place,
            String activity,
            String deliverable,
            String responsible,
            LocalDate starts,
            LocalDate ends,
            int weight,
            int progress,
            @Nullable LocalDate completedOn,
            @Nullable String withdrawn,
            @Nullable String delay,
            List<Integer> follows,
            Status status) {

        /**
         * How long after its day it was complete, in whole units; 0 as long as it is not.
         *
         * @param unit days or longer
         */
        public long late(ChronoUnit unit) {
            return status == Status.COMPLETED && completedOn != null ? Math.max(0, unit.between(ends, completedOn)) : 0;
        }
    }

    /**
     * A report, newest first.
     *
     * @param correction whether it lowered progress, or gave other evidence of it; then with its reason
     * @param mends the report whose evidence it corrected; null: none, or the last one that stood
     */
    public record Report(
            UUID id,
            UUID milestone,
            String activity,
            boolean correction,
            int previous,
            int reached,
            @Nullable String evidenceUrl,
            @Nullable EvidenceFile evidenceFile,
            String evidence,
            String reason,
            Instant at,
            String onBehalfOf,
            @Nullable UUID mends) {

        /** Whether it gave other evidence and left the progress as it was. */
        public boolean isOfEvidence() {
            return step().isOfEvidence();
        }

        /** Whether it gave more evidence and left the progress as it was. */
        public boolean isMore() {
            return step().isMore();
        }

        /** What it is among those that prove progress. */
        public EvidenceTrail.Step step() {
            return new EvidenceTrail.Step(id, milestone, correction, previous, reached, mends);
        }
    }

    /**
     * A report in an export.
     *
     * @param number of the commitment, within the plan
     * @param activity of the milestone
     * @param mends the report whose evidence it corrected; null: none, or the last one that stood
     */
    public record ReportLine(
            UUID id,
            String planSlug,
            int number,
            UUID milestone,
            String activity,
            boolean correction,
            int previous,
            int reached,
            @Nullable String evidenceUrl,
            @Nullable EvidenceFile evidenceFile,
            String evidence,
            String reason,
            Instant at,
            String onBehalfOf,
            @Nullable UUID mends) {}

    private record MilestoneRow(
            UUID id,
            int place,
            String activity,
            String deliverable,
            String responsible,
            LocalDate starts,
            LocalDate ends,
            int weight,
            int progress,
            @Nullable LocalDate completedOn,
            @Nullable String withdrawn,
            @Nullable String delay,
            String follows) {

        Milestone on(LocalDate today) {
            var status = Status.on(today, starts, ends, progress, withdrawn != null);
            return new Milestone(
                    id,
                    place,
                    activity,
                    deliverable,
                    responsible,
                    starts,
                    ends,
                    weight,
                    progress,
                    completedOn,
                    withdrawn,
                    status == Status.LATE ? delay : null,
                    places(),
                    status);
        }

        private List<Integer> places() {
            return Arrays.stream(follows.split(","))
                    .filter(one -> !one.isEmpty())
                    .map(Integer::valueOf)
                    .toList();
        }

        RollUp.Part part() {
            return new RollUp.Part(weight, progress, withdrawn != null);
        }
    }

    /**
     * The commitments of a version, by number.
     *
     * @param today in the tenant's time zone
     */
    public List<Line> of(UUID planVersion, LocalDate today) {
        return sql.of(LINES + """
                 where v.version_id = :version order by c.number
                """)
                .param("version", planVersion)
                .query((row, number) -> line(row, today))
                .list();
    }

    /**
     * The milestones of a version that stand, are not complete and due at the latest on a day, by day.
     *
     * @param until that day
     */
    public List<Due> due(UUID planVersion, LocalDate until) {
        return sql.of("""
                select c.commitment_id, c.number, c.title, m.position, m.activity, m.ends,
                       coalesce(p.progress, 0) as progress, d.reason
                  from published_commitment c
                  join published_milestone m on m.version_id = c.version_id and m.commitment_id = c.commitment_id
                  left join published_progress p on p.milestone_id = m.milestone_id
                  left join published_delay d on d.milestone_id = m.milestone_id and d.due = m.ends
                 where c.version_id = ? and c.withdrawn is null and m.withdrawn is null
                   and coalesce(p.progress, 0) < 100 and m.ends <= ?
                 order by m.ends, c.number, m.position
                """)
                .param(planVersion)
                .param(until)
                .query((row, _) -> new Due(
                        row.getObject("commitment_id", UUID.class),
                        row.getInt("number"),
                        row.getString("title"),
                        row.getInt("position"),
                        row.getString("activity"),
                        row.getObject("ends", LocalDate.class),
                        row.getInt("progress"),
                        row.getString("reason")))
                .list();
    }

    /**
     * A version at a glance.
     *
     * @param lines its commitments
     * @param today in the tenant's time zone
     */
    public PlanGlance glance(UUID planVersion, List<Line> lines, LocalDate today) {
        return PlanGlance.of(lines, due(planVersion, today.plusDays(PlanGlance.SOON)), today);
    }

    /**
     * The commitments of all plans in force.
     *
     * @param today in the tenant's time zone
     */
    public List<Line> all(LocalDate today) {
        return sql.of(LINES + """
                 where v.current_version order by v.slug, c.number
                """).query((row, number) -> line(row, today)).list();
    }

    /**
     * How many milestones of the commitments of all plans in force are late, by the commitments' ids; whose are not is
     * not named.
     *
     * @param today in the tenant's time zone
     */
    public Map<UUID, Long> late(LocalDate today) {
        return sql
                .of("""
                        select m.commitment_id, count(*) as late
                          from published_plan_version v
                          join published_milestone m on m.version_id = v.version_id
                          join published_commitment c on c.version_id = v.version_id and c.commitment_id = m.commitment_id
                          left join published_progress p on p.milestone_id = m.milestone_id
                         where v.current_version and c.withdrawn is null and m.withdrawn is null and m.ends < ?
                           and coalesce(p.progress, 0) < 100
                         group by m.commitment_id
                        """)
                .param(today)
                .query((row, _) -> Map.entry(row.getObject("commitment_id", UUID.class), row.getLong("late")))
                .list()
                .stream()
                .collect(Collectors.toMap(Map.Entry::getKey, Map.Entry::getValue));
    }

    /** What the commitments of all plans in force say, by their ids. */
    public Map<UUID, Said> said() {
        return sql
                .of("""
                        select c.* from published_plan_version v join published_commitment c on c.version_id = v.version_id
                         where v.current_version
                        """)
                .query((row, _) -> Map.entry(
                        row.getObject("commitment_id", UUID.class),
                        new Said(
                                row.getString("problem"),
                                row.getString("description"),
                                row.getString("actors"),
                                parts(row.getString("relevance"), Relevance[].class),
                                PublishedDetails.of(row, json))))
                .list()
                .stream()
                .collect(Collectors.toMap(Map.Entry::getKey, Map.Entry::getValue));
    }

    /** What is done and delivered in the milestones that stand, of all plans in force, by their commitments' ids. */
    public Map<UUID, String> steps() {
        return sql
                .of("""
                        select m.commitment_id, string_agg(m.activity || ' ' || m.deliverable, ' ') as steps
                          from published_plan_version v join published_milestone m on m.version_id = v.version_id
                         where v.current_version and m.withdrawn is null
                         group by m.commitment_id
                        """)
                .query((row, _) -> Map.entry(row.getObject("commitment_id", UUID.class), row.getString("steps")))
                .list()
                .stream()
                .collect(Collectors.toMap(Map.Entry::getKey, Map.Entry::getValue));
    }

    /** Where the public reads of these, if they are commitments or milestones of a plan in force; of others nothing. */
    public List<Spot> spots(Collection<UUID> objects) {
        return objects.isEmpty()
                ? List.of()
                : sql.of("""
                select c.commitment_id as id, v.slug, c.number, c.title, 0 as place, '' as activity
                  from published_plan_version v join published_commitment c on c.version_id = v.version_id
                 where v.current_version and c.commitment_id in (:objects)
                union all
                select m.milestone_id, v.slug, c.number, c.title, m.position, m.activity
                  from published_plan_version v
                  join published_commitment c on c.version_id = v.version_id
                  join published_milestone m on m.version_id = c.version_id and m.commitment_id = c.commitment_id
                 where v.current_version and m.milestone_id in (:objects)
                """)
                        .param("objects", objects)
                        .query((row, _) -> new Spot(
                                row.getObject("id", UUID.class),
                                row.getString("slug"),
                                row.getInt("number"),
                                row.getString("title"),
                                row.getInt("place"),
                                row.getString("activity")))
                        .list();
    }

    /** The reports on the milestones of all plans in force, newest first within a commitment. */
    public List<ReportLine> reports() {
        return sql.of("""
                select v.slug, c.number, m.activity, r.*
                  from published_plan_version v
                  join published_commitment c on c.version_id = v.version_id
                  join published_milestone m on m.version_id = c.version_id and m.commitment_id = c.commitment_id
                  join published_report r on r.milestone_id = m.milestone_id
                 where v.current_version
                 order by v.slug, c.number, r.reported_at desc, r.report_id desc
                """).query(PublishedCommitments::reportLine).list();
    }

    private static ReportLine reportLine(ResultSet row, int number) throws SQLException {
        var file = row.getString("evidence_file");
        return new ReportLine(
                row.getObject("report_id", UUID.class),
                row.getString("slug"),
                row.getInt("number"),
                row.getObject("milestone_id", UUID.class),
                row.getString("activity"),
                row.getString("kind").equals("CORRECTION"),
                row.getInt("previous"),
                row.getInt("reached"),
                row.getString("evidence_url"),
                file == null
                        ? null
                        : new EvidenceFile(
                                file,
                                row.getString("evidence_name"),
                                FileKind.valueOf(row.getString("evidence_kind")),
                                row.getLong("evidence_bytes")),
                row.getString("evidence"),
                row.getString("reason"),
                row.getTimestamp("reported_at").toInstant(),
                row.getString("on_behalf_of"),
                row.getObject("mends", UUID.class));
    }

    /**
     * A commitment of the version in force, in one statement.
     *
     * @param today in the tenant's time zone
     */
    public Optional<Page> page(String planSlug, int number, LocalDate today) {
        return page(planSlug, number, null, today);
    }

    /**
     * A commitment as a version promised it.
     *
     * @param version number; null: the one in force
     */
    public Optional<Page> page(String planSlug, int number, @Nullable Integer version, LocalDate today) {
        return pages(planSlug, number, version, today).stream().findFirst();
    }

    /**
     * All commitments as a version promised them, by number, in one statement; without the reports on them and without
     * what amended them.
     *
     * @param version number
     * @param today in the tenant's time zone
     */
    public List<Page> promises(String planSlug, int version, LocalDate today) {
        return pages(planSlug, null, version, today);
    }

    /**
     * The codes that OGP gave the commitments of a version, by their numbers.
     *
     * @param version number
     */
    public SortedMap<Integer, String> codes(String planSlug, int version) {
        var codes = new TreeMap<Integer, String>();
        sql.of("""
                select c.number, o.code
                  from published_plan_version v
                  join published_commitment c on c.version_id = v.version_id
                  join published_commitment_code o on o.commitment_id = c.commitment_id
                 where v.slug = ? and v.number = ?
                """)
                .param(planSlug)
                .param(version)
                .query((row, _) -> Map.entry(row.getInt("number"), row.getString("code")))
                .list()
                .forEach(code -> codes.put(code.getKey(), code.getValue()));
        return codes;
    }

    /**
     * @param number null: of all, and then without the reports and the amendments
     * @param version null: the one in force
     */
    private List<Page> pages(String planSlug, @Nullable Integer number, @Nullable Integer version, LocalDate today) {
        return sql.of("""
                select v.slug, v.title as plan_title, v.number as version_number, v.current_version, c.*,
                       (select code from published_commitment_code o where o.commitment_id = c.commitment_id) as ogp_code,
                       (select json_agg(json_build_object('number', o.number, 'title', o.title) order by o.number)
                          from published_commitment o
                         where o.version_id = c.version_id and o.number::text =
                               any (string_to_array(c.details::json ->> 'RELATED', chr(10)))) as related,
                       (select json_build_object('kind', g.kind, 'institution', g.institution, 'plan', g.plan, 'title',
                                 g.title, 'code', g.code, 'path', g.path, 'source', g.source_id, 'copied', g.copied_on)
                          from published_commitment_origin g
                         where g.version_id = c.version_id and g.commitment_id = c.commitment_id) as origin,
                       (select json_agg(json_build_object('id', m.milestone_id, 'place', m.position, 'activity', m.activity,
                                 'deliverable', m.deliverable, 'responsible', m.responsible, 'starts', m.starts,
                                 'ends', m.ends, 'weight', m.weight, 'progress', coalesce(p.progress, 0),
                                 'completedOn', p.completed_on, 'withdrawn', m.withdrawn, 'delay', d.reason,
                                 'follows', m.follows) order by m.position)
                          from published_milestone m left join published_progress p on p.milestone_id = m.milestone_id
                          left join published_delay d on d.milestone_id = m.milestone_id and d.due = m.ends
                         where m.version_id = c.version_id and m.commitment_id = c.commitment_id) as milestones,
                       (select json_agg(json_build_object('id', r.report_id, 'mends', r.mends,
                                 'milestone', r.milestone_id, 'activity',
                                 coalesce(m.activity, ''), 'correction', r.kind = 'CORRECTION', 'previous', r.previous,
                                 'reached', r.reached, 'evidenceUrl', r.evidence_url, 'evidence', r.evidence,
                                 'evidenceFile', case when r.evidence_file is not null then
                                   json_build_object('sha256', r.evidence_file, 'name', r.evidence_name,
                                     'kind', r.evidence_kind, 'bytes', r.evidence_bytes) end,
                                 'reason', r.reason, 'at', to_char(r.reported_at at time zone 'UTC',
                                 'YYYY-MM-DD"T"HH24:MI:SS.US"Z"'), 'onBehalfOf', r.on_behalf_of)
                                 order by r.reported_at desc, r.report_id desc)
                          from published_report r
                          left join published_milestone m on m.version_id = c.version_id and m.milestone_id = r.milestone_id
                         where r.commitment_id = c.commitment_id and cast(:number as int) is not null) as timeline,
                       (select json_agg(json_build_object('version', a.number, 'at', to_char(a.published_at
                                 at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.US"Z"')) order by a.number desc)
                          from""" + Wording.CHANGED_WHERE + """
                               w.plan_id = v.plan_id and w.number <= v.number and o.commitment_id = c.commitment_id
                               and cast(:number as int) is not null
                               """ + Wording.END + """
                               a) as amendments
                  from published_plan_version v join published_commitment c on c.version_id = v.version_id
                 where v.slug = :slug and (cast(:number as int) is null or c.number = :number)
                   and case when cast(:version as int) is null then v.current_version else v.number = :version end
                 order by c.number
                """)
                .param("slug", planSlug)
                .param("number", number)
                .param("version", version)
                .query((row, index) -> page(row, today))
                .list();
    }

    private static Line line(ResultSet row, LocalDate today) throws SQLException {
        var starts = row.getObject("starts", LocalDate.class);
        var ends = row.getObject("ends", LocalDate.class);
        var withdrawn = row.getString("withdrawn");
        return new Line(
                row.getObject("commitment_id", UUID.class),
                row.getString("slug"),
                row.getString("plan_title"),
                row.getInt("version_number"),
                row.getInt("number"),
                row.getString("title"),
                row.getString("responsible"),
                row.getString("lead_name"),
                row.getObject("lead_id", UUID.class),
                starts,
                ends,
                row.getInt("progress"),
                row.getInt("standing"),
                row.getInt("kept"),
                row.getString("pillars").lines().toList(),
                withdrawn,
                Status.on(today, starts, ends, row.getInt("progress"), withdrawn != null));
    }

    private Page page(ResultSet row, LocalDate today) throws SQLException {
        var starts = row.getObject("starts", LocalDate.class);
        var ends = row.getObject("ends", LocalDate.class);
        var withdrawn = row.getString("withdrawn");
        var origin = row.getString("origin");
        var milestones = parts(row.getString("milestones"), MilestoneRow[].class);
        int progress =
                RollUp.of(milestones.stream().map(MilestoneRow::part).toList()).value();
        return new Page(
                row.getObject("commitment_id", UUID.class),
                row.getString("ogp_code"),
                row.getString("slug"),
                row.getString("plan_title"),
                row.getInt("version_number"),
                row.getBoolean("current_version"),
                row.getInt("number"),
                row.getString("title"),
                row.getString("problem"),
                row.getString("description"),
                row.getString("actors"),
                row.getString("responsible"),
                row.getString("lead_name"),
                starts,
                ends,
                row.getString("pillars").lines().toList(),
                withdrawn,
                parts(row.getString("relevance"), Relevance[].class),
                PublishedDetails.of(row, json),
                parts(row.getString("related"), Named[].class),
                origin == null ? null : json.readValue(origin, Origin.class),
                progress,
                Status.on(today, starts, ends, progress, withdrawn != null),
                milestones.stream().map(milestone -> milestone.on(today)).toList(),
                parts(row.getString("timeline"), Report[].class),
                parts(row.getString("amendments"), Amended[].class));
    }

    private <T> List<T> parts(@Nullable String text, Class<T[]> type) {
        return text == null ? List.of() : List.of(json.readValue(text, type));
    }
}
