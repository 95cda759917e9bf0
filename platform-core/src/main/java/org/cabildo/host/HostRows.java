package org.cabildo.host;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.Optional;
import java.util.UUID;
import org.cabildo.host.HostWatch.Watched;
import org.cabildo.kernel.HostName;
import org.cabildo.notice.NoticeId;
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

    Optional<OwnHost> own(TenantId tenant) {
        return sql.of("select * from tenant_host where tenant_id = ?")
                .param(tenant.value())
                .query(HostRows::watched)
                .optional()
                .map(Watched::own);
    }

    boolean isAnothers(HostName host, TenantId tenant) {
        return sql.of("select exists (select from tenant_host"
                        + " where host = :host and tenant_id <> :tenant and lapsed_at is null)")
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

    /**
     * Lets a portal answer there; whoever lost the proof loses the host.
     *
     * @throws org.springframework.dao.DuplicateKeyException if another tenant has it
     */
    void serve(TenantId tenant, HostProof proof, Instant now, Instant nextLook) {
        sql.of("delete from tenant_host where host = :host and tenant_id <> :tenant and lapsed_at is not null")
                .param("host", proof.host().value())
                .param("tenant", tenant.value())
                .update();
        sql.of("""
                insert into tenant_host (tenant_id, host, token, proven_at, next_look) values (:tenant, :host, :token, :at, :next)
                on conflict (tenant_id) do update
                   set host = excluded.host, token = excluded.token, proven_at = excluded.proven_at,
                       next_look = excluded.next_look, missing_since = null, told_at = null, lapsed_at = null, notice_id = null
                """)
                .param("tenant", tenant.value())
                .param("host", proof.host().value())
                .param("token", proof.token())
                .param("at", Timestamp.from(now))
                .param("next", Timestamp.from(nextLook))
                .update();
    }

    boolean giveUp(TenantId tenant) {
        return sql.of("delete from tenant_host where tenant_id = ?")
                        .param(tenant.value())
                        .update()
                > 0;
    }

    /** The host that waits longest to be looked at, put off until then for everybody else. */
    Optional<Watched> nextLook(Instant now, Instant putOff) {
        return sql.of("""
                update tenant_host set next_look = :off
                 where tenant_id = (select tenant_id from tenant_host where next_look <= :now order by next_look limit 1
                                       for update skip locked)
                returning *
                """)
                .param("now", Timestamp.from(now))
                .param("off", Timestamp.from(putOff))
                .query(HostRows::watched)
                .optional();
    }

    /** The host of a tenant while this is its proof, kept as it is until the transaction ends. */
    Optional<Watched> lock(TenantId tenant, HostProof proof) {
        return sql.of(
                        "select * from tenant_host where tenant_id = :tenant and host = :host and token = :token for update")
                .param("tenant", tenant.value())
                .param("host", proof.host().value())
                .param("token", proof.token())
                .query(HostRows::watched)
                .optional();
    }

    /** The host of a tenant, kept as it is until the transaction ends. */
    Optional<Watched> lock(TenantId tenant) {
        return sql.of("select * from tenant_host where tenant_id = ? for update")
                .param(tenant.value())
                .query(HostRows::watched)
                .optional();
    }

    void found(TenantId tenant, Instant nextLook) {
        sql.of("""
                update tenant_host set next_look = :next, missing_since = null, told_at = null, lapsed_at = null,
                       notice_id = null
                 where tenant_id = :tenant
                """)
                .param("next", Timestamp.from(nextLook))
                .param("tenant", tenant.value())
                .update();
    }

    void missed(TenantId tenant, Instant since) {
        sql.of("update tenant_host set missing_since = ? where tenant_id = ?")
                .param(Timestamp.from(since))
                .param(tenant.value())
                .update();
    }

    void told(TenantId tenant, Instant now, NoticeId notice) {
        sql.of("update tenant_host set told_at = ?, notice_id = ? where tenant_id = ?")
                .param(Timestamp.from(now))
                .param(notice.value())
                .param(tenant.value())
                .update();
    }

    void lapse(TenantId tenant, Instant now, NoticeId notice) {
        sql.of("update tenant_host set lapsed_at = ?, notice_id = ? where tenant_id = ?")
                .param(Timestamp.from(now))
                .param(notice.value())
                .param(tenant.value())
                .update();
    }

    private static Watched watched(ResultSet row, int number) throws SQLException {
        return new Watched(
                new TenantId(row.getObject("tenant_id", UUID.class)),
                new OwnHost(
                        new HostProof(new HostName(row.getString("host")), row.getString("token")),
                        moment(row, "missing_since"),
                        moment(row, "told_at"),
                        moment(row, "lapsed_at")),
                Optional.ofNullable(row.getObject("notice_id", UUID.class)).map(NoticeId::new));
    }

    private static Optional<Instant> moment(ResultSet row, String column) throws SQLException {
        return Optional.ofNullable(row.getTimestamp(column)).map(Timestamp::toInstant);
    }

    private static HostClaim claim(ResultSet row, int number) throws SQLException {
        return new HostClaim(
                new HostProof(new HostName(row.getString("host")), row.getString("token")),
                row.getString("claimed_by"),
                row.getObject("claimed_at", OffsetDateTime.class).toInstant());
    }
}
