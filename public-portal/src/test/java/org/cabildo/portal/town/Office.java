package org.cabildo.portal.town;

import java.time.ZoneId;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.function.Supplier;
import org.cabildo.calendar.Governments;
import org.cabildo.consortium.MemberApprovals;
import org.cabildo.host.PortalHosts;
import org.cabildo.identity.Officer;
import org.cabildo.identity.Role;
import org.cabildo.kernel.Ids;
import org.cabildo.plan.PlanApproval;
import org.cabildo.plan.PlanVersionId;
import org.cabildo.tenancy.EventDelivery;
import org.cabildo.tenancy.Provisioning;
import org.cabildo.tenancy.TenantId;
import org.cabildo.tenancy.TenantKind;
import org.cabildo.tenancy.TenantOrders;
import org.cabildo.tenancy.TenantScope;
import org.cabildo.tenancy.Tenants;
import org.cabildo.testing.CoreApplication;
import org.cabildo.testing.FreshTenants;
import org.cabildo.testing.Machine;
import org.cabildo.testing.Promises;
import org.springframework.boot.WebApplicationType;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.core.env.MapPropertySource;

/** The officers' side of the house: the rooms with the office's logins, one for all tests of this JVM. */
public final class Office {

    private static final ConfigurableApplicationContext ROOMS = new SpringApplicationBuilder(CoreApplication.class)
            .web(WebApplicationType.NONE)
            .initializers(new Machine.Described(), Office::describe)
            .run();

    private Office() {}

    private static void describe(ConfigurableApplicationContext context) {
        context.getEnvironment()
                .getPropertySources()
                .addFirst(new MapPropertySource("office", Map.of("cabildo.tenancy.login-kind", "OFFICE")));
        context.getBeanFactory().registerSingleton("notThePortal", new Outside("org.cabildo.portal."));
    }

    /** A part of a room. */
    public static <T> T the(Class<T> part) {
        return ROOMS.getBean(part);
    }

    /** A municipality nobody else uses. */
    public static Place municipality(String name) {
        return place(the(FreshTenants.class).municipality(name));
    }

    /** A municipality that has proven a host of its own. */
    public static Place municipalityAt(String host, String slug) {
        var id = TenantScope.platform(() -> the(TenantOrders.class)
                .place(
                        Ids.next(),
                        new TenantOrders.Onboard(
                                TenantKind.MUNICIPALITY,
                                "Municipalidad de " + slug,
                                slug,
                                host,
                                null,
                                "13",
                                ZoneId.of("America/Santiago"),
                                false,
                                null,
                                "ogp",
                                List.of()),
                        "prueba"));
        workOrders();
        var place = place(id);
        place.provesItsHost();
        return place;
    }

    /** A real municipality or regional government, with the code that the country gave it. */
    public static Place government(String code, String slug) {
        var government = the(Governments.class).require(code);
        var id = TenantScope.platform(() -> the(TenantOrders.class)
                .place(
                        Ids.next(),
                        new TenantOrders.Onboard(
                                government.kind(),
                                government.name(),
                                slug,
                                null,
                                code,
                                government.regionCode(),
                                government.timeZone(),
                                government.synthetic(),
                                null,
                                "ogp",
                                List.of()),
                        "prueba"));
        workOrders();
        return place(id);
    }

    private static void workOrders() {
        while (the(Provisioning.class).workOne()) {
            // until ours is done
        }
    }

    /** A consortium that asked these to join; nobody belongs to it yet. */
    public static Place asked(String name, Place... members) {
        return place(the(FreshTenants.class).asked(name, ids(members)));
    }

    /** One of those that were asked joins. */
    public static void joins(Place member, Place consortium) {
        the(FreshTenants.class).joins(member.id(), consortium.id());
    }

    /** A consortium of these. */
    public static Place consortium(String name, Place... members) {
        return place(the(FreshTenants.class).consortium(name, ids(members)));
    }

    private static TenantId[] ids(Place... places) {
        return Arrays.stream(places).map(Place::id).toArray(TenantId[]::new);
    }

    /** Does it as a national coordinator. */
    public static void coordinates(Runnable work) {
        FreshTenants.coordinator().act(() -> {
            work.run();
            return true;
        });
    }

    private static Place place(TenantId id) {
        return new Place(id, the(Tenants.class).require(id).slug());
    }

    /** A tenant of the tests. */
    public record Place(TenantId id, String slug) {

        /** The host of its portal. */
        public String host() {
            return slug + ".localhost";
        }

        /** Has the DNS say what proves the host that was stated, and proves it. */
        public void provesItsHost() {
            acts(() -> {
                var hosts = the(PortalHosts.class);
                var claim = hosts.standing().claim().orElseThrow();
                Machine.dns().says(claim.name(), claim.proof());
                hosts.prove();
                return true;
            });
        }

        /** Does it as an administrator of the tenant. */
        public <T> T acts(Supplier<T> work) {
            return acts(the(FreshTenants.class).officer(id, Role.ADMINISTRATOR), work);
        }

        /** Does it as an officer who speaks here for a member. */
        public <T> T actsFor(Place member, Supplier<T> work) {
            return acts(the(FreshTenants.class).officerFor(id, member.id(), Role.APPROVER, Role.EDITOR), work);
        }

        private <T> T acts(Officer officer, Supplier<T> work) {
            return TenantScope.in(id, () -> officer.act(work::get));
        }

        /** Has the worker tell the other rooms what happened here. */
        public void isHeard() {
            the(EventDelivery.class).deliver(id);
        }

        /** Publishes a plan with one commitment of two milestones; its slug is made of the title. */
        public Promises.Made publishes(String title) {
            return acts(() -> the(Promises.class).published(title));
        }
    }

    /** Has a consortium publish a plan that the first member leads and both approved. */
    public static Promises.Made publishesTogether(Place consortium, Place one, Place other, String title) {
        var made = consortium.actsFor(one, () -> {
            var drafted = the(Promises.class).drafted(title);
            the(Promises.class).led(drafted.commitment(), one.id(), one.slug());
            return drafted;
        });
        approveTogether(
                consortium,
                one,
                other,
                made,
                consortium.actsFor(one, () -> the(MemberApprovals.class).propose(made.plan())));
        return made;
    }

    /** Amends a shared plan; the version after its first one was proposed and never approved. */
    public static void amendTogether(Place consortium, Place one, Place other, Promises.Made made) {
        consortium.actsFor(one, () -> {
            the(Promises.class).alter(made.plan());
            return the(MemberApprovals.class).propose(made.plan(), "Se propuso y no se aprobó");
        });
        approveTogether(consortium, one, other, made, consortium.actsFor(one, () -> {
            the(Promises.class).alter(made.plan());
            return the(MemberApprovals.class).propose(made.plan(), "Acordado entre ambos");
        }));
    }

    private static void approveTogether(
            Place consortium, Place one, Place other, Promises.Made made, PlanVersionId version) {
        var hash = consortium.actsFor(one, () -> the(PlanApproval.class).hash(made.plan()));
        consortium.actsFor(one, () -> the(MemberApprovals.class).approve(version, hash));
        consortium.actsFor(other, () -> the(MemberApprovals.class).approve(version, hash));
    }
}
