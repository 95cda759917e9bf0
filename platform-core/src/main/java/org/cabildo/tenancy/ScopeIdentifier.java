package org.cabildo.tenancy;

import org.hibernate.context.spi.CurrentTenantIdentifierResolver;

/** Tells Hibernate whose session it opens. */
class ScopeIdentifier implements CurrentTenantIdentifierResolver<String> {

    private static final String NOBODY = "nobody"; // asked at start-up too; no connection can be had with it

    @Override
    public String resolveCurrentTenantIdentifier() {
        return TenantScope.isBound() ? TenantScope.current().key() : NOBODY;
    }

    @Override
    public boolean validateExistingCurrentSessions() {
        return true;
    }
}
