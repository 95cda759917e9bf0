package org.cabildo.portal.page;

import org.cabildo.tenancy.Tenant;

/** The tenant whose content a page shows waits for a migration. */
public class OutOfStep extends RuntimeException {

    /** @param tenant the one that waits */
    public OutOfStep(Tenant tenant) {
        super("The schema of %s has version %d.".formatted(tenant.slug(), tenant.schemaVersion()));
    }
}
