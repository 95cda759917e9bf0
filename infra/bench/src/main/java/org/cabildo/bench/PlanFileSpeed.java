package org.cabildo.bench;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.cabildo.commitment.CommitmentDraft;
import org.cabildo.commitment.Commitments;
import org.cabildo.commitment.Commitments.Whole;
import org.cabildo.commitment.MilestoneDraft;
import org.cabildo.commitment.Relevance;
import org.cabildo.kernel.Ids;
import org.cabildo.kernel.Period;
import org.cabildo.plan.Framework;
import org.cabildo.plan.PlanDraft;
import org.cabildo.plan.PlanId;
import org.cabildo.plan.Plans;
import org.cabildo.planfile.PlanFiles;
import org.cabildo.tenancy.Tenant;
import org.cabildo.tenancy.TenantScope;
import org.springframework.context.ApplicationContext;

/** What it takes to bring a plan from a workbook, against writing the same rows with nothing in between. */
final class PlanFileSpeed {

    private static final int COMMITMENTS = 80;
    private static final int MILESTONES = 10;
    private static final int ROUNDS = 9;
    private static final int WARMING = 5;
    private static final Period TWO_YEARS = new Period(LocalDate.of(2026, 1, 1), LocalDate.of(2027, 12, 31));

    /** Makes a PostgreSQL of its own with one tenant, and measures there. */
    void measure(Report report) throws Exception {
        report.chapter("8. A plan from a workbook");
        try (var ground = new Ground();
                var rooms = ground.asWorker()) {
            var settlers = new Settlers(rooms);
            var tenant = settlers.one();
            var schema = ground.schemaOf(tenant);
            var postgres = ground.postgres();
            try (var connection = postgres.connect(postgres.superuser())) {
                connection.setSchema(schema);
                connection.setAutoCommit(false);
                TenantScope.run(
                        tenant.id(),
                        () -> settlers.administrator(tenant).act(() -> {
                            compare(report, rooms, tenant, connection);
                            return true;
                        }));
            }
        }
    }

    private static void compare(Report report, ApplicationContext rooms, Tenant tenant, Connection connection) {
        var plans = rooms.getBean(Plans.class);
        var files = rooms.getBean(PlanFiles.class);
        var wholes = wholes();
        var first = plan(plans, tenant);
        rooms.getBean(Commitments.class).draft(first, wholes);
        var file = files.workbook(first, false, "Ayuda", List.of());
        var own = new double[ROUNDS];
        var bare = new double[ROUNDS];
        for (int round = -WARMING; round < ROUNDS; round++) {
            long begun = System.nanoTime();
            var to = plan(plans, tenant);
            var reading = files.read(to, file);
            files.take(to, reading);
            long read = System.nanoTime();
            insert(connection, plan(plans, tenant), wholes);
            long ended = System.nanoTime();
            if (!reading.commitments().equals(wholes)) {
                throw new IllegalStateException("The workbook was not read as it was written");
            }
            if (round >= 0) {
                own[round] = (read - begun) / 1e9;
                bare[round] = (ended - read) / 1e9;
            }
        }
        var ratio = Sample.of(own).over(Sample.of(bare));
        report.say(
                "A workbook of %d commitments with %d milestones each (%d KB) is read, judged and taken into an empty plan; against"
                        + " batches of prepared statements that insert the same rows on one bare connection, in one transaction. Seconds: %s"
                        + " against %s.",
                COMMITMENTS,
                MILESTONES,
                file.length / 1024,
                Sample.of(own).each("%.3f"),
                Sample.of(bare).each("%.3f"));
        report.add(Figure.atMost(
                "A plan of 80 × 10 from a workbook, dry run and taking, against a JDBC batch of the same rows",
                10,
                ratio.median(),
                " ×",
                "–"));
    }

    private static PlanId plan(Plans plans, Tenant tenant) {
        return plans.draft(new PlanDraft(
                "Plan de acción de " + tenant.name(), Framework.OGP_LOCAL, TWO_YEARS, "Resumen", "", false));
    }

    /** The commitments of a large plan, with their milestones. */
    static List<Whole> wholes() {
        var wholes = new ArrayList<Whole>();
        for (int number = 1; number <= COMMITMENTS; number++) {
            var milestones = new ArrayList<MilestoneDraft>();
            for (int i = 1; i <= MILESTONES; i++) {
                milestones.add(
                        new MilestoneDraft("Publicar la entrega " + i, "Documento publicado", "SECPLA", TWO_YEARS, 1));
            }
            wholes.add(new Whole(
                    new CommitmentDraft(
                            "Abrir el presupuesto " + number,
                            "Hoy nadie sabe en qué se gasta cada barrio. ".repeat(12),
                            "Publicar el presupuesto por barrio, con su ejecución mes a mes. ".repeat(12),
                            "Municipio y juntas de vecinos",
                            "SECPLA",
                            TWO_YEARS,
                            List.of(new Relevance("ATI", "Entrega información que no existía")),
                            List.of(),
                            null),
                    milestones));
        }
        return wholes;
    }

    private static void insert(Connection connection, PlanId plan, List<Whole> wholes) {
        try (var commitment = connection.prepareStatement("""
                        insert into commitment (id, plan_id, number, title, problem, description, actors, responsible, starts, ends,
                                                pillars, version)
                        values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, '', 0)
                        """);
                var value = connection.prepareStatement(
                        "insert into commitment_value (commitment_id, value, explanation) values (?, ?, ?)");
                var milestone = connection.prepareStatement("""
                        insert into milestone (id, commitment_id, position, activity, deliverable, responsible, starts, ends, weight,
                                               progress)
                        values (?, ?, ?, ?, ?, ?, ?, ?, ?, 0)
                        """)) {
            int number = 1;
            for (var whole : wholes) {
                var said = whole.said();
                var id = Ids.next();
                add(
                        commitment,
                        id,
                        plan.value(),
                        number++,
                        said.title(),
                        said.problem(),
                        said.description(),
                        said.actors(),
                        said.responsible(),
                        TWO_YEARS.start(),
                        TWO_YEARS.end());
                for (var one : said.relevance()) {
                    add(value, id, one.value(), one.explanation());
                }
                milestones(milestone, id, whole.milestones());
            }
            commitment.executeBatch();
            value.executeBatch();
            milestone.executeBatch();
            connection.commit();
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }

    private static void milestones(PreparedStatement insert, UUID commitment, List<MilestoneDraft> milestones)
            throws SQLException {
        int position = 1;
        for (var said : milestones) {
            add(
                    insert,
                    Ids.next(),
                    commitment,
                    position++,
                    said.activity(),
                    said.deliverable(),
                    said.responsible(),
                    said.period().start(),
                    said.period().end(),
                    said.weight());
        }
    }

    private static void add(PreparedStatement insert, Object... values) throws SQLException {
        for (int i = 0; i < values.length; i++) {
            insert.setObject(i + 1, values[i]);
        }
        insert.addBatch();
    }
}
