package org.cabildo.bench;

import org.cabildo.tenancy.Tenant;

/** What a tenant costs an application that nobody asks for it. */
final class IdleTenants {

    private static final int ROUNDS = 3;
    private final Ground many;
    private final Ground one;
    private final Tenant tenant;

    IdleTenants(Ground many, Ground one, Tenant tenant) {
        this.many = many;
        this.one = one;
        this.tenant = tenant;
    }

    void measure(Report report) {
        var kilobytes = new double[ROUNDS];
        for (int round = 0; round < ROUNDS; round++) {
            kilobytes[round] = (liveHeap(many) - liveHeap(one)) / (Bench.TENANTS - 1) / 1024;
        }
        report.say("""
                Heap of an idle tenant: the portal's live heap (`jcmd GC.class_histogram`, after the directory and one tenant's page were
                asked for) on both databases, the difference divided by %d, in KiB: %s.""", Bench.TENANTS - 1, Sample.of(kilobytes).each("%.2f"));
        report.add(Figure.atMost(
                "Heap of the portal for each idle tenant more",
                20,
                Sample.of(kilobytes).median(),
                " KiB",
                "–"));
    }

    private double liveHeap(Ground ground) {
        try (var portal = Application.start(Application.Kind.PORTAL, ground)) {
            portal.get("/");
            portal.get("/t/" + tenant.slug() + "/");
            return portal.liveHeap();
        }
    }
}
