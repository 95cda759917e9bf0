package org.cabildo.portal.plan;

import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import org.cabildo.consortium.published.DecisionRule;
import org.cabildo.consortium.published.Membership;
import org.cabildo.kernel.Unknown;
import org.cabildo.portal.door.Addresses;
import org.cabildo.portal.door.Language;
import org.cabildo.portal.door.Visit;
import org.cabildo.portal.page.OutOfStep;
import org.cabildo.tenancy.Tenant;
import org.cabildo.tenancy.TenantKind;
import org.cabildo.tenancy.Tenants;
import org.springframework.stereotype.Component;

/** Finds whose plans a portal shows. */
@Component
public class Sources {

    private final Membership membership;
    private final Tenants tenants;
    private final Addresses addresses;

    Sources(Membership membership, Tenants tenants, Addresses addresses) {
        this.membership = membership;
        this.tenants = tenants;
        this.addresses = addresses;
    }

    /** The visited tenant's own plans. */
    public Source own(Visit visit) {
        return new Source(visit, visit.tenant(), "/planes", site(visit));
    }

    /**
     * The plans of a consortium the visited tenant belongs to.
     *
     * @throws Unknown if it belongs to none at this address
     */
    public Source shared(Visit visit, String consortium) {
        return membership.consortiaOf(visit.tenant().id()).stream()
                .filter(member -> member.slug().equals(consortium))
                .map(member -> shared(visit, tenants.require(member.id())))
                .findFirst()
                .orElseThrow(() -> new Unknown("consortium", consortium));
    }

    private Source shared(Visit visit, Tenant consortium) {
        if (!consortium.isInStep()) {
            throw new OutOfStep(consortium);
        }
        return new Source(visit, consortium, "/consorcios/" + consortium.slug() + "/planes", site(visit));
    }

    private String site(Visit visit) {
        var first = addresses.canonical(visit.tenant(), "/", Language.SPANISH);
        return first.substring(0, first.length() - 1);
    }

    /** A consortium's plans, and since when the visited tenant belongs to it. */
    public record Shared(Source source, Membership.Member membership) {}

    /** All consortia the visited tenant belongs to and whose plans can be read now. */
    public List<Shared> allShared(Visit visit) {
        return isConsortium(visit)
                ? List.of()
                : membership.consortiaOf(visit.tenant().id()).stream()
                        .filter(member -> tenants.require(member.id()).isInStep())
                        .map(member -> new Shared(shared(visit, tenants.require(member.id())), member))
                        .toList();
    }

    /**
     * Who shares a consortium's plans, and how they decide.
     *
     * @param left who belonged once
     */
    public record Union(DecisionRule rule, List<Membership.Member> members, List<Membership.Left> left) {}

    /** Who shares the visited consortium's plans; empty of any other tenant. */
    public Optional<Union> union(Visit visit) {
        var id = visit.tenant().id();
        return isConsortium(visit)
                ? Optional.of(new Union(membership.ruleOf(id), membership.membersOf(id), membership.leftOf(id)))
                : Optional.empty();
    }

    /** Whoever shares plans with the visited tenant, or did once, and has a portal. */
    public List<Tenant> partners(Visit visit) {
        return membership.partnersOf(visit.tenant().id()).stream()
                .map(tenants::require)
                .filter(Tenant::active)
                .sorted(Comparator.comparing(Tenant::slug))
                .toList();
    }

    private static boolean isConsortium(Visit visit) {
        return visit.tenant().kind() == TenantKind.CONSORTIUM;
    }
}
