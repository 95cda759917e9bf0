package org.cabildo.tenancy;

/** A room that keeps, in the same transaction, what the house itself did in a tenant: nobody's act, by nobody's login. */
public interface HouseWitness {

    /** What the house does in a tenant. */
    enum Deed {
        /** It was made. */
        MADE,
        /** Its tables were changed for a newer release. */
        MIGRATED,
        /** Its logins got new passwords. */
        RENEWED
    }

    /**
     * Keeps it. Whatever it throws undoes the deed.
     *
     * @param making as the provisioning login, in the transaction of the deed; names are to be qualified
     * @param from version of the tenant's tables before
     * @param to version of them now
     */
    void did(Sql making, TenantId tenant, Deed deed, int from, int to);
}
