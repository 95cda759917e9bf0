package org.cabildo.ledger;

import org.cabildo.identity.PersonId;

/** What another room keeps of people beside their acts: it forgets them together with the ledger. */
public interface KeptPeople {

    /**
     * Forgets who a person was, among the rows of the tenant in scope and in the transaction that is going on.
     *
     * @return whether the room knew them
     */
    boolean forget(PersonId person);
}
