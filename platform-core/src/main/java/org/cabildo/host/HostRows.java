package org.cabildo.host;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.Optional;
import org.cabildo.kernel.HostName;
import org.cabildo.tenancy.Sql;
import org.cabildo.tenancy.TenantId;
import org.springframework.stereotype.Component;

/** Writes and reads claims and proven hosts in the platform's scope. */
@Component
class HostRows {

    private final Sql sql;

    HostRows(Sql sql) {
        this.sql = sql;
    }

    Optional<HostClaim> claim(TenantId tenant) {
        return sql.of("select host, token, claimed_by, claimed_at from host_claim where tenant_id = ?")
                .param(tenant.value())
                .query(HostRows::claim)
                .optional();
    }

    Optional<HostName> proven(TenantId tenant) {
        return sql.of("select host from tenant_host where tenant_id = ?")
                .param(tenant.value())
                .query(String.class)
                .optional()
                .map(HostName::new);
    }

    boolean isAnothers(HostName host, TenantId tenant) {
        return sql.of("select exists (select from tenant_host where host = :host and tenant_id <> :tenant)")
                .param("host", host.value())
                .param("tenant", tenant.value())
                .query(Boolean.class)
                .single();
    }

    /** Who states the same host again keeps the token: it may be in the DNS already. */
    void keep(TenantId tenant, HostClaim claim) {
        sql.of("""
                insert into host_claim (tenant_id, host, token, claimed_by, claimed_at) values (:tenant, :host, :token, :by, :at)
                on conflict (tenant_id) do update
                   set token = case when host_claim.host = excluded.host then host_claim.token else excluded.token end,
                       host = excluded.host, claimed_by = excluded.claimed_by, claimed_at = excluded.claimed_at
                """)
                .param("tenant", tenant.value())
                .param("host", claim.host().value())
                .param("token", claim.token())
                .param("by", claim.by())
                .param("at", Timestamp.from(claim.at()))
                .update();
    }

    boolean withdraw(TenantId tenant) {
        return sql.of("delete from host_claim where tenant_id = ?")
                        .param(tenant.value())
                        .update()
                > 0;
    }

    /** Ends this claim, and no other that was stated meanwhile. */
    boolean end(TenantId tenant, HostClaim claim) {
        return sql.of("delete from host_claim where tenant_id = :tenant and host = :host and token = :token")
                        .param("tenant", tenant.value())
                        .param("host", claim.host().value())
                        .param("token", claim.token())
                        .update()
                > 0;
    }

    /** @throws org.springframework.dao.DuplicateKeyException if another tenant has it */
    void serve(TenantId tenant, HostName host, Instant now) {
        sql.of("""
                insert into tenant_host (tenant_id, host, proven_at) values (:tenant, :host, :at)
                on conflict (tenant_id) do update set host = excluded.host, proven_at = excluded.proven_at
                """)
                .param("tenant", tenant.value())
                .param("host", host.value())
                .param("at", Timestamp.from(now))
                .update();
    }

    boolean giveUp(TenantId tenant) {
        return sql.of("delete from tenant_host where tenant_id = ?")
                        .param(tenant.value())
                        .update()
                > 0;
    }

    private static HostClaim claim(ResultSet row, int number) throws SQLException {
        return new HostClaim(
                new HostName(row.getString("host")),
                row.getString("token"),
                row.getString("claimed_by"),
                row.getObject("claimed_at", OffsetDateTime.class).toInstant());
    }
}
