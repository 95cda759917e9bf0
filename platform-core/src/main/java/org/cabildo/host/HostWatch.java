package org.cabildo.host;

import java.time.Clock;
import java.time.Instant;
import java.util.Optional;
import java.util.Set;
import java.util.function.Supplier;
import org.cabildo.identity.Role;
import org.cabildo.ledger.Act;
import org.cabildo.ledger.Facts;
import org.cabildo.ledger.OwedActs;
import org.cabildo.ledger.Subject;
import org.cabildo.notice.Audience;
import org.cabildo.notice.HouseNotices;
import org.cabildo.notice.NoticeId;
import org.cabildo.tenancy.TenantId;
import org.cabildo.tenancy.TenantScope;
import org.cabildo.tenancy.Tenants;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Service;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * Asks the DNS again whether it still proves the hosts that serve. A name may change hands: once its proof is gone for
 * long the tenant's administrators are told, and after the grace the portal does not answer there until it is back.
 */
@Service
public class HostWatch {

    private static final Logger LOG = LoggerFactory.getLogger(HostWatch.class);
    private final HostRows rows;
    private final NameServer names;
    private final WatchSettings settings;
    private final HouseNotices notices;
    private final OwedActs owed;
    private final Tenants tenants;
    private final TransactionTemplate transaction;
    private final Clock clock;

    HostWatch(
            HostRows rows,
            NameServer names,
            WatchSettings settings,
            HouseNotices notices,
            OwedActs owed,
            Tenants tenants,
            TransactionTemplate transaction,
            Clock clock) {
        this.rows = rows;
        this.names = names;
        this.settings = settings;
        this.notices = notices;
        this.owed = owed;
        this.tenants = tenants;
        this.transaction = transaction;
        this.clock = clock;
    }

    /** A proven host with what its watch remembers. */
    record Watched(TenantId tenant, OwnHost own, Optional<NoticeId> notice) {}

    /**
     * Looks at one host that is due. Two workers never look at the same one; a look that was cut off is made anew after
     * the usual time. Takes up to a few seconds.
     *
     * @return whether one was due
     */
    public boolean lookAtOne() {
        var due =
                inPlatform(() -> rows.nextLook(clock.instant(), clock.instant().plus(settings.again())));
        due.ifPresent(this::look);
        return due.isPresent();
    }

    private void look(Watched due) {
        boolean said;
        try {
            said = names.texts(due.own().proof().name())
                    .contains(due.own().proof().text());
        } catch (NameServer.Silent silence) {
            LOG.info(
                    "The DNS did not answer for {}; it is asked again",
                    due.own().host());
            return; // nothing is known: nobody loses a host because a name server is away
        }
        inPlatform(() -> {
            rows.lock(due.tenant(), due.own().proof()).ifPresent(said ? this::found : this::missed);
            return said;
        });
    }

    /** When a host that was proven now is looked at again. */
    Instant nextLook() {
        return clock.instant().plus(settings.look());
    }

    /** When the portal stops answering there; empty while nobody was told that it would, or once it has. */
    Optional<Instant> stops(OwnHost own) {
        return own.isServing() ? own.toldAt().map(told -> told.plus(settings.grace())) : Optional.empty();
    }

    /** The DNS says it, now: also asked by an administrator who put it back. */
    void found(Watched host) {
        host.notice().ifPresent(notices::takeBack);
        rows.found(host.tenant(), nextLook());
        if (!host.own().isServing()) {
            owe(host, Act.HOST_PROVEN);
            LOG.info("{} is proven again and serves", host.own().host());
        }
    }

    private void missed(Watched host) {
        var now = clock.instant();
        var since = host.own().missingSince().orElse(now);
        rows.missed(host.tenant(), since);
        if (!host.own().isServing()) {
            return;
        }
        var told = host.own().toldAt();
        if (told.isPresent()) {
            if (!told.get().plus(settings.grace()).isAfter(now)) {
                host.notice().ifPresent(notices::takeBack);
                rows.lapse(host.tenant(), now, tell(host, "lapsed", now, now));
                owe(host, Act.HOST_LAPSED);
                LOG.warn(
                        "{} is not proven any more and stops serving",
                        host.own().host());
            }
        } else if (!since.plus(settings.patience()).isAfter(now)) {
            rows.told(host.tenant(), now, tell(host, "missing", now, now.plus(settings.grace())));
            LOG.warn(
                    "The proof of {} is gone from the DNS; its administrators were told",
                    host.own().host());
        }
    }

    private void owe(Watched host, Act act) {
        owed.add(
                host.tenant(),
                act,
                new Subject("portal", host.tenant().value()),
                new Facts().with("host", host.own().host().toString()));
    }

    /** @param until the day that the sentence names */
    private NoticeId tell(Watched host, String what, Instant now, Instant until) {
        var words = new HostWords(
                host.own().proof(), until, tenants.require(host.tenant()).zone());
        return notices.tell(words.said(what, now, new Audience.Chosen(Set.of(host.tenant()))), Role.ADMINISTRATOR);
    }

    private <T> T inPlatform(Supplier<T> work) {
        Supplier<T> whole = () -> transaction.execute(_ -> work.get());
        return TenantScope.platform(whole);
    }
}
