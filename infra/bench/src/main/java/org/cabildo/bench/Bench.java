package org.cabildo.bench;

import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.function.Predicate;
import org.cabildo.calendar.Governments;
import org.cabildo.tenancy.Provisioning;
import org.cabildo.tenancy.Tenant;
import org.cabildo.tenancy.Tenants;
import org.springframework.context.ApplicationContext;

/** Measures everything and writes {@code docs/bench.md}; asked for some of it, writes that anew and leaves the rest. */
public final class Bench {

    /** The real list: 345 municipalities and 16 regional governments. */
    static final int TENANTS = 361;

    private static final Set<String> ALL = Set.of(
            "onboarding",
            "read",
            "start",
            "portal",
            "migration",
            "lighthouse",
            "ledger",
            "amendment",
            "planfile",
            "plan");

    /** Parts that make a ground of their own and need no other tenants. */
    private static final Set<String> APART = Set.of("ledger", "amendment", "planfile", "plan");

    private final Predicate<String> wanted;
    private final Report report = new Report();

    private Bench(Predicate<String> wanted) {
        this.wanted = wanted;
    }

    /**
     * The process: no word measures everything; {@code onboarding}, {@code read}, {@code start}, {@code portal},
     * {@code migration}, {@code lighthouse}, {@code ledger}, {@code amendment}, {@code planfile}, {@code plan} a part.
     */
    public static void main(String[] words) throws Exception {
        var asked = List.copyOf(Arrays.asList(words));
        if (!ALL.containsAll(asked)) {
            System.err.println("What can be measured: " + String.join(", ", ALL) + "; nothing named: all of it.");
            System.exit(2);
        }
        var bench = new Bench(part -> asked.isEmpty() || asked.contains(part));
        long begun = System.nanoTime();
        bench.measure();
        var seconds = (System.nanoTime() - begun) / 1e9;
        var document = project().resolve("docs/bench.md");
        Files.writeString(
                document,
                asked.isEmpty()
                        ? bench.report.text(introduction(seconds))
                        : bench.report.into(Files.readString(document), remark(seconds)));
        System.exit(0); // whatever still runs is a measured server, and ends with this process
    }

    /** Where the project is; the script says so. */
    static Path project() {
        return Path.of(System.getProperty("cabildo.project", ".")).toAbsolutePath();
    }

    private static String introduction(double seconds) {
        return """
                What the house promises in figures, written by `./cabildo bench`. Each figure is a ratio within one run of %.0f s;
                a ratio is the median of rounds in which both sides are measured in turn, so what else the machine does weighs on
                both. Absolute values are this machine's.

                Measured on %s.
                %s
                """.formatted(seconds, LocalDate.now(ZoneOffset.UTC), Computer.description());
    }

    private static String remark(double seconds) {
        return "*Measured anew on %s, in a run of %.0f s.*".formatted(LocalDate.now(ZoneOffset.UTC), seconds);
    }

    /** Measures a part; what goes wrong in it is a figure that is not met, and the other parts are measured all the same. */
    private void part(String name, Part part) {
        if (!wanted.test(name)) {
            return;
        }
        try {
            part.measure();
        } catch (Exception e) {
            e.printStackTrace();
            report.add(new Figure("The part «" + name + "»", "measured", "failed: " + e, false, "–"));
        }
    }

    private interface Part {
        void measure() throws Exception;
    }

    private void measure() throws Exception {
        if (ALL.stream().anyMatch(part -> !APART.contains(part) && wanted.test(part))) {
            measureAmongMany();
        }
        part("ledger", () -> new LedgerSpeed().measure(report));
        part("amendment", () -> new AmendmentSpeed().measure(report));
        part("planfile", () -> new PlanFileSpeed().measure(report));
        part("plan", () -> new PlanPage().measure(report));
    }

    private void measureAmongMany() throws Exception {
        try (var many = new Ground()) {
            var tenant = settle(many);
            part("start", () -> start(many, tenant));
            part("portal", () -> new PortalPages(many, tenant).measure(report));
            part("lighthouse", () -> new Lighthouse(many, tenant).measure(report));
            part("migration", () -> {
                try (var rooms = many.asWorker()) {
                    new MigrationSpeed(many, rooms).measure(report);
                }
            });
        }
    }

    /** Onboards everybody, measuring it, and reads among them; gives one that has published. */
    private Tenant settle(Ground many) throws Exception {
        try (var rooms = many.asWorker()) {
            rooms.getBean(Provisioning.class).migratePlatform();
            new OnboardingSpeed(many, rooms).measure(wanted.test("onboarding") ? report : new Report());
            if (wanted.test("read")) {
                var settlers = new Settlers(rooms);
                rooms.getBean(Tenants.class).all().forEach(settlers::publish);
                part("read", () -> new ScopedRead(many, rooms).measure(report));
                return first(rooms);
            }
            return publishFirst(rooms);
        }
    }

    private void start(Ground many, Tenant tenant) throws Exception {
        try (var one = new Ground()) {
            try (var rooms = one.asWorker()) {
                rooms.getBean(Provisioning.class).migratePlatform();
                new Settlers(rooms).order(1);
                rooms.getBean(Provisioning.class).workOne();
                publishFirst(rooms);
            }
            new StartUp(many, one, tenant).measure(report);
            new IdleTenants(many, one, tenant).measure(report);
            new AheadOfTime(one).measure(report);
        }
    }

    private static Tenant publishFirst(ApplicationContext rooms) {
        var tenant = first(rooms);
        new Settlers(rooms).publish(tenant);
        return tenant;
    }

    private static Tenant first(ApplicationContext rooms) {
        var first = rooms.getBean(Governments.class).all().getFirst();
        return rooms.getBean(Tenants.class).bySlug(first.slug()).orElseThrow();
    }
}
