package org.cabildo.ledger;

import org.cabildo.tenancy.TenantId;

/** A trail is not what it was: somebody who can write in the database changed it. */
class Rewritten extends IllegalStateException {

    private static final long serialVersionUID = 1;
    private final long entry;

    /** @param entry the first that is another */
    Rewritten(TenantId tenant, long entry) {
        super("The ledger of tenant %s was rewritten at entry %d: nothing is signed".formatted(tenant, entry));
        this.entry = entry;
    }

    long entry() {
        return entry;
    }
}
