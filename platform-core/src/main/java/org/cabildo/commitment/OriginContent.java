package org.cabildo.commitment;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.List;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.cabildo.commitment.published.Origin;
import org.cabildo.plan.PlanContent;
import org.cabildo.plan.PlanId;
import org.cabildo.plan.PlanVersionId;
import org.cabildo.tenancy.Sql;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;

/** What a plan's commitments were adapted from is part of what is approved. A plan that adapts nothing says nothing of it. */
@Component
@Order(1) // after what the plan stands on, so that its place in the hash never changes
class OriginContent implements PlanContent {

    private final Sql sql;

    OriginContent(Sql sql) {
        this.sql = sql;
    }

    @Override
    public String canonical(PlanId plan) {
        return sql.of("""
                        select o.* from commitment_origin o join commitment c on c.id = o.commitment_id
                         where c.plan_id = ? order by c.number
                        """).param(plan.value()).query(OriginContent::canonical).list().stream()
                .collect(Collectors.joining());
    }

    /** Each value with its length before it, so that no two contents can read the same. */
    private static String canonical(ResultSet row, int number) throws SQLException {
        var id = row.getObject("commitment_id", UUID.class);
        var origin = Origin.of(row);
        return Stream.of(
                        "origin",
                        id,
                        origin.kind().name(),
                        origin.institution(),
                        origin.plan(),
                        origin.title(),
                        origin.code(),
                        origin.path(),
                        String.valueOf(origin.source()),
                        origin.copied())
                .map(Object::toString)
                .map(text -> text.length() + ":" + text + "\n")
                .collect(Collectors.joining());
    }

    @Override
    public List<Gap> gaps(PlanId plan) {
        return List.of();
    }

    @Override
    public int size(PlanId plan) {
        return 0;
    }

    /** Each goes with its commitment. */
    @Override
    public void delete(PlanId plan) {}

    @Override
    public void publish(PlanId plan, PlanVersionId version) {
        sql.of("""
                insert into published_commitment_origin (version_id, commitment_id, kind, institution, plan, title, code,
                  path, source_id, copied_on)
                select :version, o.commitment_id, o.kind, o.institution, o.plan, o.title, o.code, o.path, o.source_id,
                       o.copied_on
                  from commitment_origin o join commitment c on c.id = o.commitment_id
                 where c.plan_id = :plan
                """)
                .param("version", version.value())
                .param("plan", plan.value())
                .update();
    }
}
