package org.cabildo.plan;

import org.cabildo.identity.PersonId;
import org.cabildo.ledger.KeptPeople;
import org.cabildo.tenancy.Sql;
import org.springframework.stereotype.Component;

/** What a forgotten person proposed stays as it was written; nobody can tell any more which person it was. */
@Component
class ProposerForgetting implements KeptPeople {

    private final Sql sql;

    ProposerForgetting(Sql sql) {
        this.sql = sql;
    }

    @Override
    public boolean forget(PersonId person) {
        return sql.of("update plan_version set proposer_id = null where proposer_id = ?")
                        .param(person.value())
                        .update()
                > 0;
    }
}
