package org.cabildo.host;

import java.time.Clock;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.Supplier;
import org.cabildo.identity.Officer;
import org.cabildo.identity.Role;
import org.cabildo.kernel.HostName;
import org.cabildo.kernel.Refused;
import org.cabildo.kernel.Unknown;
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
    private final TransactionTemplate transaction;
    private final Clock clock;

    PortalHosts(HostRows rows, NameServer names, HostSettings settings, TransactionTemplate transaction, Clock clock) {
        this.rows = rows;
        this.names = names;
        this.settings = settings;
        this.transaction = transaction;
        this.clock = clock;
    }

    /**
     * How it stands.
     *
     * @param nation host of the nation's portal, which the tenant's own is pointed to
     * @param serving the host that was proven
     * @param claim the one that waits for its proof
     */
    public record Standing(String nation, Optional<HostName> serving, Optional<HostClaim> claim) {}

    /** How it stands now. */
    public Standing standing() {
        return asAdministrator(
                tenant -> new Standing(settings.nation().orElse(""), rows.proven(tenant), rows.claim(tenant)));
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
            if (rows.proven(tenant).filter(host::equals).isPresent()) {
                throw new Refused("host.serving", "The portal answers under %s already.".formatted(host), host);
            }
            rows.keep(tenant, HostClaim.fresh(host, officer.name(), clock.instant()));
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
        refuseUnlessSaid(claim);
        try {
            asAdministrator(tenant -> {
                if (!rows.end(tenant, claim)) {
                    throw new Refused("host.meanwhile", "Somebody stated another host meanwhile: look again.");
                }
                rows.serve(tenant, claim.host(), clock.instant());
                return claim;
            });
        } catch (DuplicateKeyException another) {
            throw taken(claim.host());
        }
    }

    /** Forgets the host that waits for its proof. */
    public void withdraw() {
        asAdministrator(rows::withdraw);
    }

    /** Stops answering under the proven host; the default address stays. */
    public void giveUp() {
        asAdministrator(rows::giveUp);
    }

    private void refuseUnlessSaid(HostClaim claim) {
        try {
            var said = names.texts(claim.name());
            if (said.isEmpty()) {
                throw new Refused(
                        "host.unproven",
                        "The DNS has no TXT record at %s yet. A new record can take some hours to be seen: try again later."
                                .formatted(claim.name()),
                        claim.name());
            }
            if (!said.contains(claim.proof())) {
                var first = shortened(said.iterator().next());
                throw new Refused(
                        "host.other",
                        "The TXT record at %s says «%s», but should say «%s»."
                                .formatted(claim.name(), first, claim.proof()),
                        claim.name(),
                        first,
                        claim.proof());
            }
        } catch (NameServer.Silent silence) {
            throw new Refused(
                    "host.silent",
                    "The DNS did not answer for %s. Nothing is wrong with what you stated: try again in a few minutes."
                            .formatted(claim.name()),
                    claim.name());
        }
    }

    private static String shortened(String text) {
        return text.length() <= LONGEST_SAID ? text : text.substring(0, LONGEST_SAID) + "…";
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
