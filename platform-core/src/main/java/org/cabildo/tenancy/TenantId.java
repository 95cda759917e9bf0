package org.cabildo.tenancy;

import java.util.UUID;

/** Names a tenant for ever, whatever its address becomes. */
public record TenantId(UUID value) {

    @Override
    public String toString() {
        return value.toString();
    }
}
