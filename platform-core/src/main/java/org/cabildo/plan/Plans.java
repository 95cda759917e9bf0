package org.cabildo.plan;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.cabildo.identity.Officer;
import org.cabildo.identity.Role;
import org.cabildo.kernel.Ids;
import org.cabildo.kernel.Period;
import org.cabildo.kernel.Refused;
import org.cabildo.kernel.Slug;
import org.cabildo.kernel.Unknown;
import org.cabildo.ledger.Act;
import org.cabildo.ledger.Facts;
import org.cabildo.ledger.Ledger;
import org.cabildo.ledger.Subject;
import org.cabildo.tenancy.PublishedState;
import org.cabildo.tenancy.Sql;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import tools.jackson.databind.json.JsonMapper;

/** The plans of the tenant in scope as officers draft them, and the facts around them. */
@Service
@Transactional
public class Plans {

    /** Plans with how far they and their versions have come. */
    private static final int LONGEST_SLUG = 60; // characters

    private static final String LINES = """
            select p.*, v.*, (select reached from plan_step s where s.plan_id = p.id order by s.number desc limit 1) as stage
              from plan p cross join lateral (
                select max(number) filter (where state = 'PUBLISHED') as published, max(published_at) as published_at,
                       max(number) filter (where state = 'PROPOSED') as proposed,
                       case when max(number) = max(number) filter (where state = 'RETURNED') then max(number) end as returned
                  from plan_version where plan_id = p.id) v
            """;

    private final PlanRows plans;
    private final List<PlanContent> contents;
    private final PlanTrail trail;
    private final PublishedState published;
    private final Ledger ledger;
    private final Sql sql;
    private final JsonMapper json;

    Plans(
            PlanRows plans,
            List<PlanContent> contents,
            PlanTrail trail,
            PublishedState published,
            Ledger ledger,
            Sql sql,
            JsonMapper json) {
        this.plans = plans;
        this.contents = contents;
        this.trail = trail;
        this.published = published;
        this.ledger = ledger;
        this.sql = sql;
        this.json = json;
    }

    /**
     * A plan in a list.
     *
     * @param stage how far it has come
     * @param commitments how many it has
     * @param published number of the version the public reads; null: none yet
     * @param proposed number of the version that waits for approval; null: none
     * @param returned number of the newest version, if it was sent back with remarks; null: it was not
     * @param publishedAt since when the public reads the version published last; null: none yet
     */
    public record Line(
            PlanId id,
            String slug,
            PlanDraft said,
            int version,
            PlanStage stage,
            int commitments,
            @Nullable Integer published,
            @Nullable Integer proposed,
            @Nullable Integer returned,
            @Nullable Instant publishedAt) {

        /** Whether a version can be proposed and approved in the stage it is in. */
        public boolean takesVersions() {
            return LifeCycle.publishing(said.framework(), stage, published == null)
                    .isPresent();
        }
    }

    /**
     * A version of a plan.
     *
     * @param reason why it changes what is published; empty for the first
     * @param approvedBy whose approval published it; empty: nobody did yet, or before that was written down
     * @param endedBy who sent it back or took it back; empty: nobody
     * @param endedAt when; null: nobody did
     */
    public record VersionLine(
            PlanVersionId id,
            int number,
            String hash,
            VersionState state,
            String proposedBy,
            String onBehalfOf,
            Instant proposedAt,
            @Nullable Instant publishedAt,
            String approvedBy,
            String reason,
            String endedBy,
            @Nullable Instant endedAt) {}

    /**
     * A fact with its id.
     *
     * @param version to be given back with a change
     */
    public record FactLine(UUID id, Fact fact, int version) {}

    /** All plans, newest first. */
    @Transactional(readOnly = true)
    public List<Line> all() {
        Officer.require(Role.READER);
        return sql.of(LINES + " order by p.id desc").query(this::line).list();
    }

    /**
     * One plan.
     *
     * @throws org.cabildo.kernel.Unknown if there is none
     */
    @Transactional(readOnly = true)
    public Line require(PlanId id) {
        Officer.require(Role.READER);
        plans.require(id);
        return sql.of(LINES + " where p.id = ?")
                .param(id.value())
                .query(this::line)
                .single();
    }

    /** Begins a plan; its address is made of its title. */
    public PlanId draft(PlanDraft draft) {
        Officer.require(Role.EDITOR);
        sql.of("lock table plan in share row exclusive mode").update(); // two of one title get two addresses
        return plans.save(new Plan(freeSlug(draft.title()), draft)).id();
    }

    /**
     * Keeps a plan as it is until the transaction ends: what is numbered within it is numbered by one officer at a time.
     *
     * @throws Unknown if there is none
     */
    public void hold(PlanId id) {
        var held = sql.of("select id from plan where id = ? for update")
                .param(id.value())
                .query(UUID.class)
                .optional();
        if (held.isEmpty()) {
            throw new Unknown("plan", id);
        }
    }

    /**
     * Says a plan anew.
     *
     * @param version the version the officer saw
     * @throws Refused if somebody changed it meanwhile
     */
    public void change(PlanId id, int version, PlanDraft draft) {
        Officer.require(Role.EDITOR);
        var plan = plans.require(id);
        if (plan.version() != version) {
            throw new Refused(
                    "stale", "Somebody changed this meanwhile. What you typed is still here: compare and save again.");
        }
        requireStage(plan, draft.framework());
        plan.say(draft);
        plans.save(plan);
        showPreparation(plan);
        trail.show(id);
    }

    private void requireStage(Plan plan, Framework framework) {
        var stage = trail.stage(plan.id());
        if (framework != plan.said().framework() && !LifeCycle.knows(framework, stage)) {
            throw new Refused(
                    "plan.framework.stage",
                    "The plan is %s, which plans of the framework %s never are: take it back to preparation first."
                            .formatted(stage, framework),
                    stage,
                    framework);
        }
    }

    /**
     * Deletes a plan that was never proposed.
     *
     * @throws Refused if it was
     */
    public void delete(PlanId id) {
        Officer.require(Role.EDITOR);
        var plan = plans.require(id);
        var versions = sql.of("select count(*) from plan_version where plan_id = ?")
                .param(id.value())
                .query(Integer.class)
                .single();
        if (versions > 0) {
            throw new Refused("plan.delete", "A plan that was proposed or published stays: its history is public.");
        }
        contents.forEach(content -> content.delete(id));
        trail.forget(id);
        sql.of("delete from preparation_item where plan_id = ?")
                .param(id.value())
                .update();
        sql.of("delete from published_preparation where plan_id = ?")
                .param(id.value())
                .update();
        plans.delete(plan);
    }

    /** The versions of a plan, newest first. */
    @Transactional(readOnly = true)
    public List<VersionLine> versions(PlanId id) {
        Officer.require(Role.READER);
        plans.require(id);
        return sql.of("select * from plan_version where plan_id = ? order by number desc")
                .param(id.value())
                .query(Plans::version)
                .list();
    }

    /** Questions and proposals of a plan in preparation, in order. */
    @Transactional(readOnly = true)
    public List<PreparationItem> preparation(PlanId id) {
        Officer.require(Role.READER);
        plans.require(id);
        return items(id);
    }

    /** Says the questions and proposals anew; shown to the public while the plan is in preparation. */
    public void prepare(PlanId id, List<PreparationItem> items) {
        Officer.require(Role.EDITOR);
        var plan = plans.require(id);
        sql.of("delete from preparation_item where plan_id = ?")
                .param(id.value())
                .update();
        int position = 1;
        for (var item : items) {
            sql.of("insert into preparation_item (id, plan_id, kind, position, title, detail, source)"
                            + " values (?, ?, ?, ?, ?, ?, ?)")
                    .param(Ids.next())
                    .param(id.value())
                    .param(item.kind().name())
                    .param(position++)
                    .param(item.title())
                    .param(item.detail())
                    .param(item.source())
                    .update();
        }
        showPreparation(plan);
    }

    /** The facts of OGP membership, by date. */
    @Transactional(readOnly = true)
    public List<FactLine> facts() {
        Officer.require(Role.READER);
        return sql.of("select * from membership_fact order by happened nulls last, id")
                .query(Plans::fact)
                .list();
    }

    /** Adds a fact; the public sees it at once, with its source. */
    public UUID state(Fact fact) {
        Officer.require(Role.APPROVER);
        var id = Ids.next();
        sql.of("insert into membership_fact (id, kind, statement, happened, precision, source, version)"
                        + " values (?, ?, ?, ?, ?, ?, 0)")
                .param(id)
                .param(fact.kind().name())
                .param(fact.statement())
                .param(fact.happened())
                .param(fact.precision().name())
                .param(fact.source())
                .update();
        showFacts();
        ledger.add(
                Act.FACT_STATED,
                new Subject("membership", id),
                new Facts()
                        .with("kind", fact.kind().name())
                        .with("happened", fact.happened() == null ? null : String.valueOf(fact.happened()))
                        .with("precision", fact.precision().name())
                        .said("statement", fact.statement())
                        .said("source", fact.source()));
        return id;
    }

    /** Takes back a fact that was wrong. */
    public void withdrawFact(UUID id) {
        Officer.require(Role.APPROVER);
        int withdrawn =
                sql.of("delete from membership_fact where id = ?").param(id).update();
        showFacts();
        if (withdrawn > 0) {
            ledger.add(Act.FACT_WITHDRAWN, new Subject("membership", id), new Facts());
        }
    }

    private void showFacts() {
        published.changed();
        sql.of("delete from published_membership_fact").update();
        sql.of("insert into published_membership_fact (fact_id, kind, statement, happened, precision, source)"
                        + " select id, kind, statement, happened, precision, source from membership_fact")
                .update();
    }

    private void showPreparation(Plan plan) {
        published.changed();
        sql.of("delete from published_preparation where plan_id = ?")
                .param(plan.id().value())
                .update();
        if (plan.said().inPreparation()) {
            sql.of("insert into published_preparation (plan_id, slug, title, summary, source, items)"
                            + " values (?, ?, ?, ?, ?, ?)")
                    .param(plan.id().value())
                    .param(plan.slug())
                    .param(plan.said().title())
                    .param(plan.said().summary())
                    .param(plan.said().source())
                    .param(json.writeValueAsString(items(plan.id())))
                    .update();
        }
    }

    private List<PreparationItem> items(PlanId id) {
        return sql.of("select * from preparation_item where plan_id = ? order by position")
                .param(id.value())
                .query(Plans::item)
                .list();
    }

    private String freeSlug(String title) {
        var base = Slug.from(title, LONGEST_SLUG);
        if (base.length() < 2) {
            base = "plan";
        }
        var slug = base;
        for (int i = 2; plans.existsBySlug(slug); i++) {
            slug = base + "-" + i;
        }
        return slug;
    }

    private Line line(ResultSet row, int number) throws SQLException {
        var start = row.getObject("period_start", LocalDate.class);
        var end = row.getObject("period_end", LocalDate.class);
        var id = new PlanId(row.getObject("id", UUID.class));
        return new Line(
                id,
                row.getString("slug"),
                new PlanDraft(
                        row.getString("title"),
                        Framework.valueOf(row.getString("framework")),
                        start == null || end == null ? null : new Period(start, end),
                        row.getString("summary"),
                        row.getString("source"),
                        row.getBoolean("in_preparation")),
                row.getInt("version"),
                row.getString("stage") == null ? PlanStage.PREPARATION : PlanStage.valueOf(row.getString("stage")),
                contents.stream().mapToInt(content -> content.size(id)).sum(),
                row.getObject("published", Integer.class),
                row.getObject("proposed", Integer.class),
                row.getObject("returned", Integer.class),
                instant(row, "published_at"));
    }

    private static VersionLine version(ResultSet row, int number) throws SQLException {
        return new VersionLine(
                new PlanVersionId(row.getObject("id", UUID.class)),
                row.getInt("number"),
                row.getString("hash"),
                VersionState.valueOf(row.getString("state")),
                row.getString("proposed_by"),
                row.getString("on_behalf_of"),
                row.getObject("proposed_at", OffsetDateTime.class).toInstant(),
                instant(row, "published_at"),
                row.getString("approved_by"),
                row.getString("reason"),
                row.getString("ended_by"),
                instant(row, "ended_at"));
    }

    private static @Nullable Instant instant(ResultSet row, String column) throws SQLException {
        return Optional.ofNullable(row.getObject(column, OffsetDateTime.class))
                .map(OffsetDateTime::toInstant)
                .orElse(null);
    }

    private static PreparationItem item(ResultSet row, int number) throws SQLException {
        return new PreparationItem(
                PreparationItem.Kind.valueOf(row.getString("kind")),
                row.getString("title"),
                row.getString("detail"),
                row.getString("source"));
    }

    private static FactLine fact(ResultSet row, int number) throws SQLException {
        return new FactLine(
                row.getObject("id", UUID.class),
                new Fact(
                        Fact.Kind.valueOf(row.getString("kind")),
                        row.getString("statement"),
                        row.getObject("happened", LocalDate.class),
                        Fact.Precision.valueOf(row.getString("precision")),
                        row.getString("source")),
                row.getInt("version"));
    }
}
