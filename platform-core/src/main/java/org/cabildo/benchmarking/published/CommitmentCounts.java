package org.cabildo.benchmarking.published;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Collectors;
import org.cabildo.tenancy.Sql;
import org.cabildo.tenancy.TenantId;
import org.cabildo.tenancy.TenantScope;
import org.springframework.stereotype.Service;

/** How many commitments stand, tenant by tenant, as the tenants told it. Read in the platform's scope, by one statement. */
@Service
public class CommitmentCounts {

    private final Sql sql;

    CommitmentCounts(Sql sql) {
        this.sql = sql;
    }

    /** The commitments of active tenants that were not withdrawn; a shared one counts for each member. Who has none is not named. */
    public Map<TenantId, Integer> all() {
        return TenantScope.platform(
                () -> sql
                        .of("select tenant_id, commitments from commitment_count")
                        .query(CommitmentCounts::count)
                        .list()
                        .stream()
                        .collect(Collectors.toUnmodifiableMap(Map.Entry::getKey, Map.Entry::getValue)));
    }

    private static Map.Entry<TenantId, Integer> count(ResultSet row, int number) throws SQLException {
        return Map.entry(new TenantId(row.getObject("tenant_id", UUID.class)), row.getInt("commitments"));
    }
}
