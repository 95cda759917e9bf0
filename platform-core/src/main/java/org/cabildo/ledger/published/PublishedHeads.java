package org.cabildo.ledger.published;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.cabildo.tenancy.Sql;
import org.cabildo.tenancy.TenantId;
import org.cabildo.tenancy.TenantScope;
import org.springframework.stereotype.Service;

/** How far every tenant's trail had come when it was last signed, and the keys that signed: kept by the platform. */
@Service
public class PublishedHeads {

    private final Sql sql;

    PublishedHeads(Sql sql) {
        this.sql = sql;
    }

    /**
     * A key that signs, or signed, heads.
     *
     * @param id the first digits of its SHA-256
     * @param publicKey SubjectPublicKeyInfo in Base64
     * @param since when it signed first
     * @param until when it signed last; empty: it is the one that signs now
     */
    public record Key(String id, String publicKey, Instant since, Optional<Instant> until) {}

    /**
     * A tenant's newest head.
     *
     * @param count of entries
     * @param hash of the last of them
     * @param key identifier of the key that signed
     */
    public record NewestHead(
            TenantId tenant,
            String name,
            String slug,
            long count,
            String hash,
            Instant at,
            String key,
            String signature) {}

    private record Used(String id, String publicKey, Instant since, Instant last) {}

    /** All keys, the one that signs now first. */
    public List<Key> keys() {
        var used = TenantScope.platform(
                () -> sql.of("""
                        select k.id, k.public_key, k.since,
                               coalesce((select max(h.signed_at) from ledger_head h where h.key_id = k.id), k.since) as last
                          from ledger_key k
                        """).query(PublishedHeads::used).list());
        var newestFirst = used.stream()
                .sorted(Comparator.comparing(Used::last).reversed())
                .toList();
        return newestFirst.stream()
                .map(key -> new Key(
                        key.id(),
                        key.publicKey(),
                        key.since(),
                        key.equals(newestFirst.getFirst()) ? Optional.empty() : Optional.of(key.last())))
                .toList();
    }

    /** The newest head of every tenant that has one, by name. */
    public List<NewestHead> heads() {
        return TenantScope.platform(
                () -> sql.of("""
                        select t.id, t.name, t.slug, h.count, h.hash, h.signed_at, h.key_id, h.signature
                          from tenant t
                         cross join lateral (select * from ledger_head l where l.tenant_id = t.id
                                              order by l.count desc limit 1) h
                         where t.life = 'ACTIVE' order by t.name collate "es-x-icu", t.id
                        """).query(PublishedHeads::head).list());
    }

    private static Used used(ResultSet row, int number) throws SQLException {
        return new Used(
                row.getString("id"),
                row.getString("public_key"),
                row.getTimestamp("since").toInstant(),
                row.getTimestamp("last").toInstant());
    }

    private static NewestHead head(ResultSet row, int number) throws SQLException {
        return new NewestHead(
                new TenantId(row.getObject("id", UUID.class)),
                row.getString("name"),
                row.getString("slug"),
                row.getLong("count"),
                row.getString("hash"),
                row.getTimestamp("signed_at").toInstant(),
                row.getString("key_id"),
                row.getString("signature"));
    }
}
