package org.cabildo.worker;

import java.time.Duration;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.concurrent.locks.LockSupport;
import org.cabildo.commitment.CommitmentTracking;
import org.cabildo.commitment.Commitments;
import org.cabildo.commitment.Evidence;
import org.cabildo.identity.Officer;
import org.cabildo.identity.PersonId;
import org.cabildo.identity.Place;
import org.cabildo.identity.Role;
import org.cabildo.kernel.Ids;
import org.cabildo.kernel.Lifeline;
import org.cabildo.kernel.Percent;
import org.cabildo.plan.Fact;
import org.cabildo.plan.Plans;
import org.cabildo.tenancy.Scope;
import org.cabildo.tenancy.Tenant;
import org.cabildo.tenancy.TenantKind;
import org.cabildo.tenancy.TenantOrders;
import org.cabildo.tenancy.TenantScope;
import org.cabildo.tenancy.Tenants;
import org.cabildo.testing.CoreApplication;
import org.cabildo.testing.FreshTenants;
import org.cabildo.testing.Promises;
import org.springframework.boot.WebApplicationType;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.boot.context.TypeExcludeFilter;
import org.springframework.context.ApplicationContext;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.core.env.MapPropertySource;
import org.springframework.core.type.classreading.MetadataReader;
import org.springframework.core.type.classreading.MetadataReaderFactory;

/**
 * The officers' side in a process of its own, to be killed: it acts for ever in a few tenants, one act after another,
 * and says each once it is committed, never before. What is refused meanwhile it tries again, as an officer would.
 */
final class Scribe {

    static final String FACT = "FACT";
    static final String REPORT = "REPORT";
    static final String ORDER = "ORDER";
    static final List<String> SLUGS = List.of("escriba-uno", "escriba-dos", "escriba-tres");
    private static final int ACTS_TO_ORDER = 120;
    private static final int FIRST_ORDER = 20; // act of each life: before the first kill of all there is one

    private final ApplicationContext rooms;
    private final Random lot;
    private final Map<String, Officer> officers = new HashMap<>();
    private final Set<String> ordered = new HashSet<>();

    private Scribe(ApplicationContext rooms, Random lot) {
        this.rooms = rooms;
        this.lot = lot;
    }

    /**
     * Acts until it is killed.
     *
     * @param words the seed
     */
    public static void main(String[] words) {
        Lifeline.hold();
        var rooms = new SpringApplicationBuilder(CoreApplication.class)
                .web(WebApplicationType.NONE)
                .logStartupInfo(false)
                .initializers(Scribe::describe)
                .run();
        new Scribe(rooms, new Random(Long.parseLong(words[0]))).act();
    }

    private static void describe(ConfigurableApplicationContext context) {
        context.getEnvironment()
                .getPropertySources()
                .addFirst(new MapPropertySource(
                        "office", Map.of("cabildo.tenancy.login-kind", "OFFICE", "cabildo.tenancy.pool.total", 20)));
        context.getBeanFactory().registerSingleton("others", new Others());
    }

    /** It is no worker and has no login but the office's. */
    private static final class Others extends TypeExcludeFilter {
        @Override
        public boolean match(MetadataReader reader, MetadataReaderFactory readers) {
            var name = reader.getClassMetadata().getClassName();
            return name.startsWith("org.cabildo.worker.")
                    || name.startsWith("org.cabildo.dev.")
                    || name.equals(FreshTenants.class.getName());
        }

        @Override
        public boolean equals(Object other) {
            return other instanceof Others;
        }

        @Override
        public int hashCode() {
            return Others.class.hashCode();
        }
    }

    private void act() {
        for (var slug : SLUGS) {
            retried(() -> settle(slug));
        }
        for (int act = 1; ; act++) {
            if (act % ACTS_TO_ORDER == FIRST_ORDER) {
                tried(this::orders);
            } else {
                var slug = SLUGS.get(lot.nextInt(SLUGS.size()));
                tried(() -> in(slug, lot.nextBoolean() ? this::states : this::reports));
            }
        }
    }

    /** A tenant with something to report on. */
    private void settle(String slug) {
        var tenants = the(Tenants.class);
        if (TenantScope.platform(() -> tenants.bySlug(slug)).isEmpty()) {
            if (ordered.add(slug)) {
                order(slug);
            }
            throw new IllegalStateException("The worker has not made " + slug + " yet");
        }
        in(slug, _ -> {
            if (the(Plans.class).all().isEmpty()) {
                the(Promises.class).published("Plan de prueba");
            }
        });
    }

    private interface Work {
        void in(String slug);
    }

    private void in(String slug, Work work) {
        var tenant = TenantScope.platform(() -> the(Tenants.class).bySlug(slug).orElseThrow());
        TenantScope.call(
                new Scope.OfTenant(tenant.id()),
                () -> officers.computeIfAbsent(slug, _ -> officer(tenant)).act(() -> {
                    work.in(slug);
                    return true;
                }));
    }

    private void states(String slug) {
        var fact = the(Plans.class)
                .state(new Fact(
                        Fact.Kind.OTHER, "Un hecho más", LocalDate.of(2026, 11, 20), Fact.Precision.DAY, "Prueba"));
        done(FACT, slug, fact);
    }

    /** Up by a step, and down again from the top. */
    private void reports(String slug) {
        var plan = the(Plans.class).all().getFirst();
        var commitment = the(Commitments.class).of(plan.id()).getFirst();
        var milestone = commitment.milestones().getFirst();
        int now = milestone.progress().value();
        var words = "Acta " + Ids.next();
        if (now < 100) {
            the(CommitmentTracking.class)
                    .reportProgress(
                            commitment.id(),
                            milestone.id(),
                            new Percent(Math.min(100, now + 20)),
                            Evidence.at("https://ejemplo.cl/acta.pdf", words),
                            LocalDate.of(2026, 11, 20));
        } else {
            the(CommitmentTracking.class)
                    .correctProgress(
                            commitment.id(), milestone.id(), new Percent(0), words, LocalDate.of(2026, 11, 20));
        }
        done(REPORT, slug, words);
    }

    private void orders() {
        var slug = "pedida-" + Long.toString(lot.nextLong() & Long.MAX_VALUE, 36);
        done(ORDER, slug, order(slug));
    }

    private Object order(String slug) {
        return TenantScope.platform(() -> the(TenantOrders.class)
                .place(
                        Ids.next(),
                        new TenantOrders.Onboard(
                                TenantKind.MUNICIPALITY,
                                slug,
                                slug,
                                null,
                                null,
                                "13",
                                ZoneId.of("America/Santiago"),
                                true,
                                null,
                                "ogp",
                                List.of()),
                        "prueba"));
    }

    private static void done(String act, String slug, Object what) {
        System.out.println(act + "|" + slug + "|" + what);
    }

    private static void retried(Runnable work) {
        while (!tried(work)) {
            LockSupport.parkNanos(Duration.ofMillis(50).toNanos());
        }
    }

    private static boolean tried(Runnable work) {
        try {
            work.run();
            return true;
        } catch (RuntimeException e) {
            LockSupport.parkNanos(Duration.ofMillis(20).toNanos());
            return false;
        }
    }

    private static Officer officer(Tenant tenant) {
        return new Officer(
                new PersonId(Ids.next()),
                "Ana",
                "ana@ejemplo.invalid",
                false,
                new Place(
                        tenant.id(),
                        tenant.kind(),
                        tenant.name(),
                        tenant.slug(),
                        Set.of(Role.ADMINISTRATOR),
                        tenant.id(),
                        tenant.name()));
    }

    private <T> T the(Class<T> part) {
        return rooms.getBean(part);
    }
}
