package org.cabildo.testing;

import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import java.util.Set;
import java.util.concurrent.atomic.AtomicInteger;
import org.cabildo.consortium.Joining;
import org.cabildo.identity.Officer;
import org.cabildo.identity.People;
import org.cabildo.identity.PersonId;
import org.cabildo.identity.Place;
import org.cabildo.identity.Role;
import org.cabildo.kernel.Ids;
import org.cabildo.tenancy.Provisioning;
import org.cabildo.tenancy.TenantId;
import org.cabildo.tenancy.TenantKind;
import org.cabildo.tenancy.TenantOrders;
import org.cabildo.tenancy.TenantScope;
import org.cabildo.tenancy.Tenants;
import org.springframework.stereotype.Component;

/** Makes tenants for tests the way the worker does: by an order that is worked. */
@Component
public class FreshTenants {

    private static final AtomicInteger NEXT = new AtomicInteger();
    private final TenantOrders orders;
    private final Provisioning provisioning;
    private final Tenants tenants;
    private final Joining joining;
    private final People people;

    FreshTenants(TenantOrders orders, Provisioning provisioning, Tenants tenants, Joining joining, People people) {
        this.orders = orders;
        this.provisioning = provisioning;
        this.tenants = tenants;
        this.joining = joining;
        this.people = people;
        provisioning.migratePlatform();
    }

    /** A municipality nobody else uses; its address begins with the name. */
    public TenantId municipality(String name) {
        return make(TenantKind.MUNICIPALITY, name, List.of());
    }

    /** A municipality that counts as real: what it publishes is not invented. */
    public TenantId real(String name) {
        return make(TenantKind.MUNICIPALITY, name, false, List.of());
    }

    /** A consortium of these tenants, which all joined. */
    public TenantId consortium(String name, TenantId... members) {
        var consortium = asked(name, members);
        for (var member : members) {
            joins(member, consortium);
        }
        return consortium;
    }

    /** A consortium that asked these tenants to join. */
    public TenantId asked(String name, TenantId... members) {
        return make(TenantKind.CONSORTIUM, name, List.of(members));
    }

    /** Answers for a tenant that it joins. */
    public void joins(TenantId member, TenantId consortium) {
        var today = LocalDate.now(ZoneId.of("America/Santiago"));
        TenantScope.run(
                member,
                () -> officer(member, Role.ADMINISTRATOR).act(() -> {
                    joining.accept(consortium, new Joining.Grounds(today, "Convenio de cooperación", ""));
                    return true;
                }));
    }

    public TenantId make(TenantKind kind, String name, List<TenantId> members) {
        return make(kind, name, true, members);
    }

    private TenantId make(TenantKind kind, String name, boolean synthetic, List<TenantId> members) {
        var slug = name + "-" + NEXT.incrementAndGet();
        var id = TenantScope.platform(() -> orders.place(
                Ids.next(),
                new TenantOrders.Onboard(
                        kind,
                        name,
                        slug,
                        null,
                        null,
                        "13",
                        ZoneId.of("America/Santiago"),
                        synthetic,
                        "admin@" + slug + ".invalid",
                        "ogp",
                        members),
                "prueba"));
        while (provisioning.workOne()) {
            // until ours is done
        }
        tenants.require(id);
        return id;
    }

    /** Somebody of the national coordination. */
    public static Officer coordinator() {
        return new Officer(new PersonId(Ids.next()), "Camila", "camila@nacional.invalid", true, null);
    }

    /** An officer of this tenant with these roles. */
    public Officer officer(TenantId tenant, Role... roles) {
        return officerFor(tenant, tenant, roles);
    }

    /** Somebody who really works in this tenant, with an address of their own. */
    public Officer employed(TenantId tenant, String name, Role... roles) {
        var email = Ids.next() + "@" + tenant + ".invalid";
        TenantScope.run(
                tenant,
                () -> officer(tenant, Role.ADMINISTRATOR).act(() -> {
                    people.give(email, name, Set.of(roles));
                    return true;
                }));
        return people.enter(people.byEmail(email).orElseThrow().person(), tenant);
    }

    /** An officer who acts in a tenant on behalf of another: a member's officer in a consortium. */
    public Officer officerFor(TenantId tenant, TenantId member, Role... roles) {
        var where = tenants.require(tenant);
        var behalf = tenants.require(member);
        return new Officer(
                new PersonId(Ids.next()),
                "Ana de " + behalf.name(),
                "ana@" + behalf.slug() + ".invalid",
                false,
                new Place(tenant, where.kind(), where.name(), where.slug(), Set.of(roles), behalf.id(), behalf.name()));
    }
}
