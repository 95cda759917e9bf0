package org.cabildo.comment;

import org.cabildo.identity.PersonId;
import org.cabildo.ledger.KeptPeople;
import org.springframework.stereotype.Component;

/** What a forgotten person said stays, as said by nobody. */
@Component
class CommentForgetting implements KeptPeople {

    private final CommentRows rows;

    CommentForgetting(CommentRows rows) {
        this.rows = rows;
    }

    @Override
    public boolean forget(PersonId person) {
        return rows.forget(person);
    }
}
