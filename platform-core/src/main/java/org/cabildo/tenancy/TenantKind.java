package org.cabildo.tenancy;

/** The kinds of tenant. A consortium is a tenant with a schema, an address and a plan of its own. */
public enum TenantKind {
    MUNICIPALITY,
    REGIONAL_GOVERNMENT,
    CONSORTIUM,
    ASSOCIATION
}
