package org.cabildo.notice;

import java.util.Set;
import org.cabildo.kernel.Refused;
import org.cabildo.tenancy.TenantId;
import org.cabildo.tenancy.TenantKind;

/** Whom a notice is addressed to. */
public sealed interface Audience {

    /** Every tenant, now and while it stands. */
    record All() implements Audience {}

    /** Tenants of these kinds. */
    record Kinds(Set<TenantKind> kinds) implements Audience {
        public Kinds {
            kinds = chosen(kinds);
        }
    }

    /** Tenants of these regions, by code. */
    record Regions(Set<String> codes) implements Audience {
        public Regions {
            codes = chosen(codes);
        }
    }

    /** These tenants. */
    record Chosen(Set<TenantId> tenants) implements Audience {
        public Chosen {
            tenants = chosen(tenants);
        }
    }

    private static <T> Set<T> chosen(Set<T> some) {
        if (some.isEmpty()) {
            throw new Refused("notice.audience.empty", "Choose at least one to address the notice to.");
        }
        return Set.copyOf(some);
    }
}
