package org.cabildo.commitment;

import java.util.Map;
import java.util.stream.Collectors;
import org.cabildo.identity.Officer;
import org.cabildo.identity.Role;
import org.cabildo.kernel.Refused;
import org.cabildo.plan.PlanId;
import org.cabildo.plan.Plans;
import org.cabildo.tenancy.PublishedState;
import org.cabildo.tenancy.Sql;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** The codes that OGP gives commitments after submission. Ours never change; theirs come later, and no version waits for them. */
@Service
@Transactional
public class CommitmentCodes {

    private final CommitmentRows commitments;
    private final Plans plans;
    private final PublishedState published;
    private final Sql sql;

    CommitmentCodes(CommitmentRows commitments, Plans plans, PublishedState published, Sql sql) {
        this.commitments = commitments;
        this.plans = plans;
        this.published = published;
        this.sql = sql;
    }

    /** The codes of a plan's commitments, by their numbers; those without are not there. */
    @Transactional(readOnly = true)
    public Map<Integer, String> of(PlanId plan) {
        Officer.require(Role.READER);
        return sql
                .of("""
                        select c.number, k.code from commitment_code k join commitment c on c.id = k.commitment_id
                         where c.plan_id = ?
                        """)
                .param(plan.value())
                .query((row, _) -> Map.entry(row.getInt("number"), row.getString("code")))
                .list()
                .stream()
                .collect(Collectors.toMap(Map.Entry::getKey, Map.Entry::getValue));
    }

    /**
     * Writes down the code that OGP gave; the public sees it at once with what it reads already.
     *
     * @param typed blank: it has none
     * @throws org.cabildo.kernel.Unknown if there is no such commitment
     * @throws Refused if OGP gives no such codes, or another commitment has it
     */
    public void give(CommitmentId id, String typed) {
        Officer.require(Role.EDITOR);
        var commitment = commitments.require(id);
        plans.hold(commitment.plan());
        sql.of("delete from commitment_code where commitment_id = ?")
                .param(id.value())
                .update();
        if (!typed.isBlank()) {
            var framework = plans.require(commitment.plan()).said().framework();
            keep(commitment, OgpCode.of(framework, typed));
        }
        published.changed();
        sql.of("delete from published_commitment_code where commitment_id = ?")
                .param(id.value())
                .update();
        sql.of("""
                insert into published_commitment_code (commitment_id, code)
                select k.commitment_id, k.code from commitment_code k
                 where k.commitment_id = :id
                   and exists (select from published_commitment p where p.commitment_id = k.commitment_id)
                """).param("id", id.value()).update();
    }

    private void keep(Commitment commitment, OgpCode code) {
        int kept = sql.of(
                        "insert into commitment_code (commitment_id, code) values (?, ?) on conflict (code) do nothing")
                .param(commitment.id().value())
                .param(code.value())
                .update();
        if (kept == 0) {
            var other = sql.of("""
                            select c.title from commitment_code k join commitment c on c.id = k.commitment_id
                             where k.code = ?
                            """).param(code.value()).query(String.class).single();
            throw new Refused(
                    "ogp.code.taken",
                    "The commitment «%s» has the code %s: OGP gives each once.".formatted(other, code.value()),
                    other,
                    code.value());
        }
    }
}
