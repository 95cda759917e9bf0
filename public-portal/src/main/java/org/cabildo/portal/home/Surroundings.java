package org.cabildo.portal.home;

import java.time.LocalDate;
import java.util.Optional;
import org.cabildo.calendar.Governments;
import org.cabildo.calendar.Region;
import org.cabildo.consortium.published.MemberState;
import org.cabildo.consortium.published.Membership;
import org.cabildo.portal.door.Addresses;
import org.cabildo.portal.door.Visit;
import org.cabildo.tenancy.Tenant;
import org.cabildo.tenancy.Tenants;
import org.springframework.stereotype.Component;

/** What stands around a tenant: its region, the consortia it belongs to, its members. */
@Component
public class Surroundings {

    private final Governments governments;
    private final Tenants tenants;
    private final Addresses addresses;

    Surroundings(Governments governments, Tenants tenants, Addresses addresses) {
        this.governments = governments;
        this.tenants = tenants;
        this.addresses = addresses;
    }

    /**
     * Another portal.
     *
     * @param joined when the membership began
     * @param source where that is written; empty when nowhere
     * @param link where that can be read; empty when nowhere
     * @param suspended whether it only reads for the time being
     */
    public record Neighbour(
            String name,
            String address,
            LocalDate joined,
            Optional<String> source,
            Optional<String> link,
            boolean suspended) {}

    Optional<String> regionOf(Tenant tenant) {
        return governments.regions().stream()
                .filter(region -> region.code().equals(tenant.regionCode()))
                .map(Region::officialName)
                .findFirst();
    }

    Neighbour neighbour(Visit visit, Membership.Member member) {
        return new Neighbour(
                member.name(),
                addresses.of(tenants.require(member.id()), visit),
                member.joined(),
                Optional.ofNullable(member.source()),
                Optional.ofNullable(member.link()),
                member.state() == MemberState.SUSPENDED);
    }
}
