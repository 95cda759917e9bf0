package org.cabildo.tenancy;

/** A past fact that other rooms may learn later: a record with ids and figures, never personal data. */
public interface Announcement {

    /** The tenant it happened in. */
    TenantId tenant();
}
