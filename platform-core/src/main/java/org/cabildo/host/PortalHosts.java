package org.cabildo.host;

import java.time.Clock;
import java.time.Instant;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.Supplier;
import org.cabildo.host.HostWatch.Watched;
import org.cabildo.identity.Officer;
import org.cabildo.identity.Role;
import org.cabildo.kernel.HostName;
import org.cabildo.kernel.Refused;
import org.cabildo.kernel.Texts;
import org.cabildo.kernel.Unknown;
import org.cabildo.ledger.Act;
import org.cabildo.ledger.Facts;
import org.cabildo.ledger.OwedActs;
import org.cabildo.ledger.Subject;
import org.cabildo.notice.HouseNotices;
import org.cabildo.tenancy.TenantId;
import org.cabildo.tenancy.TenantScope;
import org.springframework.dao.DuplicateKeyException;
import org.springframework.stereotype.Service;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * The host of its own of the tenant in scope, for its administrators. It serves once the DNS has proven it; until then,
 * and ever after, the portal answers under its default address too. For whoever works elsewhere every method throws
 * {@link Unknown}.
 */
@Service
public class PortalHosts {

    private static final int LONGEST_SAID = 80;
    private final HostRows rows;
    private final NameServer names;
    private final HostSettings settings;
    private final HostWatch watch;
    private final HouseNotices notices;
    private final OwedActs owed;
    private final TransactionTemplate transaction;
    private final Clock clock;

    PortalHosts(
            HostRows rows,
            NameServer names,
            HostSettings settings,
            HostWatch watch,
            HouseNotices notices,
            OwedActs owed,
            TransactionTemplate transaction,
            Clock clock) {
        this.rows = rows;
        this.names = names;
        this.settings = settings;
        this.watch = watch;
        this.notices = notices;
        this.owed = owed;
        this.transaction = transaction;
        this.clock = clock;
    }

    /**
     * How it stands.
     *
     * @param nation host of the nation's portal, which the tenant's own is pointed to
     * @param own the host that was proven
     * @param stops when the portal stops answering there unless the proof is back; empty while nothing is missing
     * @param claim the one that waits for its proof
     */
    public record Standing(String nation, Optional<OwnHost> own, Optional<Instant> stops, Optional<HostClaim> claim) {

        /** The host of its own under which the portal answers now. */
        public Optional<HostName> serving() {
            return own.filter(OwnHost::isServing).map(OwnHost::host);
        }
    }

    /** How it stands now. */
    public Standing standing() {
        return asAdministrator(tenant -> {
            var own = rows.own(tenant);
            return new Standing(settings.nation().orElse(""), own, own.flatMap(watch::stops), rows.claim(tenant));
        });
    }

    /**
     * States the host that the portal shall have; one that was stated and not proven is forgotten.
     *
     * @param typed as a person writes it
     * @throws Refused if it is no host name, one of the house's own, or one that a portal has already
     */
    public void claim(String typed) {
        var officer = Officer.require(Role.ADMINISTRATOR);
        var host = HostName.of(typed);
        refuseOurs(host);
        asAdministrator(tenant -> {
            if (rows.isAnothers(host, tenant)) {
                throw taken(host);
            }
            if (rows.own(tenant)
                    .filter(own -> own.isServing() && own.host().equals(host))
                    .isPresent()) {
                throw new Refused("host.serving", "The portal answers under %s already.".formatted(host), host);
            }
            rows.keep(tenant, new HostClaim(HostProof.fresh(host), officer.name(), clock.instant()));
            return host;
        });
    }

    /**
     * Looks for the proof in the DNS; once it is there the portal answers under the host, and its pages name it as their
     * address. Takes up to a few seconds.
     *
     * @throws Refused if nothing waits, if the DNS does not say it or does not answer, or if a portal has the host
     */
    public void prove() {
        var claim = asAdministrator(rows::claim)
                .orElseThrow(() -> new Refused("host.none", "No host waits for its proof: state one first."));
        refuseOurs(claim.host());
        refuseUnlessSaid(claim.wanted());
        try {
            asAdministrator(tenant -> {
                if (!rows.end(tenant, claim)) {
                    throw new Refused("host.meanwhile", "Somebody stated another host meanwhile: look again.");
                }
                rows.lock(tenant).flatMap(Watched::notice).ifPresent(notices::takeBack);
                rows.serve(tenant, claim.wanted(), clock.instant(), watch.nextLook());
                owe(tenant, Act.HOST_PROVEN, claim.host());
                return claim;
            });
        } catch (DuplicateKeyException another) {
            throw taken(claim.host());
        }
    }

    /**
     * Looks at once whether the DNS proves the tenant's own host again. Takes up to a few seconds.
     *
     * @throws Refused if there is none, if the DNS does not say it or does not answer
     */
    public void lookAgain() {
        var proof = asAdministrator(rows::own)
                .map(OwnHost::proof)
                .orElseThrow(() -> new Refused("host.none.own", "The portal has no host of its own: state one first."));
        refuseUnlessSaid(proof);
        asAdministrator(tenant -> {
            rows.lock(tenant, proof).ifPresent(watch::found);
            return proof;
        });
    }

    /** Forgets the host that waits for its proof. */
    public void withdraw() {
        asAdministrator(rows::withdraw);
    }

    /** Stops answering under the proven host; the default address stays. */
    public void giveUp() {
        asAdministrator(tenant -> {
            rows.lock(tenant).flatMap(Watched::notice).ifPresent(notices::takeBack);
            rows.own(tenant).ifPresent(own -> owe(tenant, Act.HOST_GIVEN_UP, own.host()));
            return rows.giveUp(tenant);
        });
    }

    private void owe(TenantId tenant, Act act, HostName host) {
        owed.add(tenant, act, new Subject("portal", tenant.value()), new Facts().with("host", host.toString()));
    }

    private void refuseUnlessSaid(HostProof proof) {
        try {
            var said = names.texts(proof.name());
            if (said.isEmpty()) {
                throw new Refused(
                        "host.unproven",
                        "The DNS has no TXT record at %s yet. A new record can take some hours to be seen: try again later."
                                .formatted(proof.name()),
                        proof.name());
            }
            if (!said.contains(proof.text())) {
                var first = Texts.shortened(said.iterator().next(), LONGEST_SAID);
                throw new Refused(
                        "host.other",
                        "The TXT record at %s says «%s», but should say «%s»."
                                .formatted(proof.name(), first, proof.text()),
                        proof.name(),
                        first,
                        proof.text());
            }
        } catch (NameServer.Silent silence) {
            throw new Refused(
                    "host.silent",
                    "The DNS did not answer for %s. Nothing is wrong with what you stated: try again in a few minutes."
                            .formatted(proof.name()),
                    proof.name());
        }
    }

    private void refuseOurs(HostName host) {
        if (settings.isOurs(host)) {
            throw new Refused(
                    "host.ours",
                    "%s belongs to the platform itself: use a name of your institution.".formatted(host),
                    host);
        }
    }

    private static Refused taken(HostName host) {
        return new Refused(
                "host.taken",
                "A portal answers under %s already. If the name is yours, write to the national coordination."
                        .formatted(host),
                host);
    }

    private <T> T asAdministrator(Function<TenantId, T> work) {
        Officer.require(Role.ADMINISTRATOR);
        var tenant = TenantScope.tenant();
        Supplier<T> whole = () -> transaction.execute(_ -> work.apply(tenant));
        return TenantScope.platform(whole);
    }
}
