package org.cabildo.portal.map;

import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import org.cabildo.calendar.Government;
import org.cabildo.portal.page.Directory;
import org.cabildo.tenancy.Tenant;
import org.cabildo.tenancy.TenantId;

/** The governments that have a portal, and how much they promise. Nothing invented is among them. */
record Present(Map<String, Tenant> byCode, Map<TenantId, Integer> commitments) {

    static Present of(Directory.Counted now) {
        var byCode = new HashMap<String, Tenant>();
        for (var tenant : now.tenants()) {
            var code = tenant.governmentCode();
            if (code != null && !tenant.synthetic()) {
                byCode.put(code, tenant);
            }
        }
        return new Present(byCode, now.commitments());
    }

    Optional<Tenant> find(Government government) {
        return Optional.ofNullable(byCode.get(government.code()));
    }

    boolean has(Government government) {
        return byCode.containsKey(government.code());
    }

    int commitmentsOf(Government government) {
        return find(government)
                .map(tenant -> commitments.getOrDefault(tenant.id(), 0))
                .orElse(0);
    }
}
