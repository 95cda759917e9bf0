package org.cabildo.commitment;

import java.util.List;
import java.util.Optional;
import org.cabildo.commitment.published.Amendment.Part;
import org.cabildo.plan.PlanId;
import org.cabildo.plan.PlanProposed;
import org.cabildo.plan.PlanPublished;
import org.cabildo.tenancy.Sql;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;
import tools.jackson.databind.json.JsonMapper;

/**
 * What proposed versions said, part by part, until the public reads the plan: so that whoever sent one back sees what
 * became of it in the next.
 */
@Component
class ProposedParts {

    private final DraftParts draft;
    private final Sql sql;
    private final JsonMapper json;

    ProposedParts(DraftParts draft, Sql sql, JsonMapper json) {
        this.draft = draft;
        this.sql = sql;
        this.json = json;
    }

    /** A version that was sent back. */
    record Returned(int number, List<Part> parts) {}

    /** Of those before it only the newest that was sent back is needed. */
    @EventListener
    void keep(PlanProposed proposed) {
        sql.of("insert into proposed_parts (version_id, parts) values (?, ?)")
                .param(proposed.version().value())
                .param(json.writeValueAsString(draft.of(proposed.plan())))
                .update();
        sql.of("""
                delete from proposed_parts p using plan_version v
                 where v.id = p.version_id and v.plan_id = :plan and v.id <> :version and v.number is distinct from
                       (select max(number) from plan_version where plan_id = :plan and state = 'RETURNED')
                """)
                .param("plan", proposed.plan().value())
                .param("version", proposed.version().value())
                .update();
    }

    /** From here on versions are compared with what is published. */
    @EventListener
    void forget(PlanPublished published) {
        sql.of("delete from proposed_parts where version_id in (select id from plan_version where plan_id = ?)")
                .param(published.plan().value())
                .update();
    }

    /** What the version that waits for approval says; empty if none does, or it was proposed before this was kept. */
    Optional<List<Part>> waiting(PlanId plan) {
        return sql.of("""
                select p.parts from plan_version v join proposed_parts p on p.version_id = v.id
                 where v.plan_id = ? and v.state = 'PROPOSED'
                """)
                .param(plan.value())
                .query((row, _) -> List.of(json.readValue(row.getString("parts"), Part[].class)))
                .optional();
    }

    /** The newest version that was sent back since the last publication, if any was. */
    Optional<Returned> returned(PlanId plan) {
        return sql.of("""
                select v.number, p.parts
                  from plan_version v join proposed_parts p on p.version_id = v.id
                 where v.plan_id = ? and v.state = 'RETURNED' order by v.number desc limit 1
                """)
                .param(plan.value())
                .query((row, _) -> new Returned(
                        row.getInt("number"), List.of(json.readValue(row.getString("parts"), Part[].class))))
                .optional();
    }
}
