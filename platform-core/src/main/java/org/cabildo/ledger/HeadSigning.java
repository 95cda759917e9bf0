package org.cabildo.ledger;

import java.sql.Timestamp;
import java.time.Clock;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import org.cabildo.ledger.Trail.SignedHead;
import org.cabildo.tenancy.PublishedState;
import org.cabildo.tenancy.Receiver;
import org.cabildo.tenancy.Sql;
import org.cabildo.tenancy.TenantId;
import org.cabildo.tenancy.TenantScope;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * Signs how far a trail has come, after each act, and collects every head in the platform. It goes through all entries
 * since the last head first: what was rewritten meanwhile is not signed.
 */
@Component
class HeadSigning implements Receiver<LedgerGrew> {

    private static final Logger LOG = LoggerFactory.getLogger(HeadSigning.class);
    private static final int CHUNK = 1_000;
    private final Optional<SigningKey> key;
    private final Trail ledger;
    private final PublishedState published;
    private final Alarms alarms;
    private final Sql sql;
    private final TransactionTemplate transaction;
    private final Clock clock;

    HeadSigning(
            LedgerSettings settings,
            Trail ledger,
            PublishedState published,
            Alarms alarms,
            Sql sql,
            TransactionTemplate transaction,
            Clock clock) {
        this.key = Optional.ofNullable(settings.key())
                .filter(given -> !given.isBlank())
                .map(SigningKey::new);
        this.ledger = ledger;
        this.published = published;
        this.alarms = alarms;
        this.sql = sql;
        this.transaction = transaction;
        this.clock = clock;
    }

    @Override
    public Class<LedgerGrew> of() {
        return LedgerGrew.class;
    }

    /** @throws IllegalStateException if the trail is not what was signed before; the announcement stays and is told again */
    @Override
    public void receive(UUID event, LedgerGrew grew) {
        signWhatIsNew(grew.tenant());
    }

    /**
     * Signs how far a trail has come, if it came further since its last head.
     *
     * @throws IllegalStateException if it is not what was signed before; operators are told
     */
    void signWhatIsNew(TenantId tenant) {
        try {
            key.ifPresentOrElse(
                    signer -> sign(tenant, signer),
                    () -> LOG.warn("No key signs the ledger of {}: set CABILDO_LEDGER_KEY", tenant));
        } catch (Rewritten found) {
            alarms.raise(tenant, found.entry());
            throw found;
        }
    }

    private void sign(TenantId tenant, SigningKey signer) {
        var collected = TenantScope.platform(() -> collected(tenant));
        var head = TenantScope.in(
                tenant, () -> Objects.requireNonNull(transaction.execute(_ -> signed(tenant, signer, collected))));
        head.ifPresent(made -> TenantScope.runPlatform(() -> transaction.executeWithoutResult(_ -> collect(made))));
    }

    /**
     * Goes on from the head that the platform has: what the tenant's own rows say of heads may be rewritten too.
     *
     * @return the new head; empty if there is nothing new
     */
    private Optional<SignedHead> signed(TenantId tenant, SigningKey signer, Optional<KeptHead> collected) {
        long count = collected.map(KeptHead::count).orElse(0L);
        var last = collected.map(KeptHead::hash).orElseGet(() -> Entry.beginning(tenant));
        if (collected.isPresent()) {
            var hash = last;
            require(
                    ledger.entries(count, 1).stream()
                            .anyMatch(entry ->
                                    entry.number() == count && entry.hash().equals(hash)),
                    tenant,
                    count);
        }
        long reached = count;
        for (List<Entry> chunk = ledger.entries(reached + 1, CHUNK);
                !chunk.isEmpty();
                chunk = ledger.entries(reached + 1, CHUNK)) {
            for (var entry : chunk) {
                require(entry.number() == reached + 1 && entry.previous().equals(last), tenant, reached + 1);
                last = entry.hash();
                reached = entry.number();
            }
        }
        if (reached == count) {
            return Optional.empty();
        }
        var head = new SignedHead(signer.sign(tenant, reached, last, clock.instant()), signer.publicKey());
        keep(head);
        published.changed(); // the page of the trail shows it
        return Optional.of(head);
    }

    private static void require(boolean whole, TenantId tenant, long entry) {
        if (!whole) {
            throw new Rewritten(tenant, entry);
        }
    }

    private void keep(SignedHead signed) {
        var head = signed.head();
        sql.of("""
                insert into published_ledger_head (count, hash, signed_at, key_id, public_key, signature)
                values (?, ?, ?, ?, ?, ?) on conflict (count) do nothing
                """)
                .param(head.count())
                .param(head.hash())
                .param(Timestamp.from(head.at()))
                .param(head.key())
                .param(signed.publicKey())
                .param(head.signature())
                .update();
    }

    private Optional<KeptHead> collected(TenantId tenant) {
        return sql.of("select count, hash from ledger_head where tenant_id = ? order by count desc limit 1")
                .param(tenant.value())
                .query((row, _) -> new KeptHead(row.getLong("count"), row.getString("hash")))
                .optional();
    }

    private void collect(SignedHead signed) {
        var head = signed.head();
        sql.of("""
                insert into ledger_key (id, public_key, since) values (?, ?, ?) on conflict (id) do nothing
                """)
                .param(head.key())
                .param(signed.publicKey())
                .param(Timestamp.from(head.at()))
                .update();
        sql.of("""
                insert into ledger_head (tenant_id, count, hash, signed_at, key_id, signature)
                values (?, ?, ?, ?, ?, ?) on conflict (tenant_id, count) do nothing
                """)
                .param(head.tenant().value())
                .param(head.count())
                .param(head.hash())
                .param(Timestamp.from(head.at()))
                .param(head.key())
                .param(head.signature())
                .update();
    }
}
