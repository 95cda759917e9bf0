package org.cabildo.tenancy;

import java.util.Locale;

/** The two logins every tenant has, and the platform has. What each may do follows from the names of tables. */
public enum LoginKind {
    /** Everything that is the tenant's. */
    OFFICE,
    /** What is published, and citizens' own input. */
    PORTAL;

    String suffix() {
        return "_" + name().toLowerCase(Locale.ROOT);
    }
}
