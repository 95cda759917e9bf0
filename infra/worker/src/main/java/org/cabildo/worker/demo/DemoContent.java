package org.cabildo.worker.demo;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.function.BooleanSupplier;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.cabildo.consortium.Consortia;
import org.cabildo.identity.Officer;
import org.cabildo.identity.People;
import org.cabildo.ledger.OwedActs;
import org.cabildo.onboarding.Onboarding;
import org.cabildo.onboarding.Wanted;
import org.cabildo.tenancy.Tenant;
import org.cabildo.tenancy.TenantId;
import org.cabildo.tenancy.TenantOrders;
import org.cabildo.tenancy.Tenants;
import org.cabildo.worker.FirstStart;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;
import tools.jackson.databind.json.JsonMapper;

/** Fills a fresh installation the way people would: it onboards, forms consortia, drafts, approves and reports. */
@Component
class DemoContent implements FirstStart {

    private static final Logger LOG = LoggerFactory.getLogger(DemoContent.class);
    private static final String REQUESTED_BY = "demonstration";
    private static final Duration PATIENCE = Duration.ofMinutes(5);
    private final Content content;
    private final People people;
    private final Onboarding onboarding;
    private final Consortia consortia;
    private final Tenants tenants;
    private final TenantOrders orders;
    private final OwedActs owed;
    private final DemoTenant tenant;

    DemoContent(
            JsonMapper json,
            People people,
            Onboarding onboarding,
            Consortia consortia,
            Tenants tenants,
            TenantOrders orders,
            OwedActs owed,
            DemoTenant tenant) {
        this.content = Content.read(json);
        this.people = people;
        this.onboarding = onboarding;
        this.consortia = consortia;
        this.tenants = tenants;
        this.orders = orders;
        this.owed = owed;
        this.tenant = tenant;
    }

    @Override
    public void run() {
        if (!tenants.all().isEmpty()) {
            orders.placeMigrations(
                    REQUESTED_BY); // nobody operates a demonstration, and the code may be newer than its data
            return;
        }
        people.appointCoordinators(List.of(content.coordinator()));
        var coordinator = people.byEmail(content.coordinator()).orElseThrow();
        onboard(coordinator);
        owed.carry(); // a trail begins with how its tenant was made, and what follows here does not wait for a round
        for (var government : content.governments()) {
            tenant.furnish(government, required(government.slug()));
        }
        for (var consortium : content.consortia()) {
            form(coordinator, consortium);
        }
        LOG.info(
                "The demonstration content is loaded: {} tenants", tenants.all().size());
    }

    private void onboard(Officer coordinator) {
        var wanted = content.governments().stream()
                .map(one -> new Wanted(one.code(), one.administrator(), one.slug(), "", one.template()))
                .toList();
        var batch = coordinator.act(() -> {
            var preview = onboarding.previewOf(wanted, true);
            if (!preview.unsound().isEmpty()) {
                throw new IllegalStateException("The demonstration content has faults: " + preview.unsound());
            }
            return onboarding.orderSound(preview);
        });
        await(() -> {
            var progress = coordinator.act(() -> onboarding.progress(batch));
            if (progress.failed() > 0) {
                throw new IllegalStateException("A demonstration tenant could not be made: " + progress);
            }
            return progress.waiting() == 0;
        });
    }

    private void form(Officer coordinator, Content.Consortium consortium) {
        Map<String, Tenant> members = content.governments().stream()
                .filter(one -> consortium.members().contains(one.code()))
                .collect(Collectors.toMap(Content.Government::code, one -> required(one.slug()), (a, b) -> a));
        Set<TenantId> ids = members.values().stream().map(Tenant::id).collect(Collectors.toSet());
        coordinator.act(() -> consortia.form(consortium.name(), consortium.slug(), ids));
        await(() -> tenants.bySlug(consortium.slug()).isPresent());
        var made = required(consortium.slug());
        owed.carry();
        content.governments().stream()
                .filter(one -> members.containsKey(one.code()))
                .forEach(one -> tenant.join(one, required(one.slug()), consortium, made));
        Function<String, Tenant> byCode = code -> Objects.requireNonNull(members.get(code), "no member " + code);
        tenant.furnish(consortium, made, byCode);
    }

    private Tenant required(String slug) {
        return tenants.bySlug(slug).orElseThrow(() -> new IllegalStateException("There is no tenant " + slug));
    }

    private static void await(BooleanSupplier done) {
        var end = System.nanoTime() + PATIENCE.toNanos();
        while (!done.getAsBoolean()) {
            if (System.nanoTime() > end) {
                throw new IllegalStateException("The demonstration tenants were not made in time");
            }
            try {
                Thread.sleep(Duration.ofMillis(200));
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
                throw new IllegalStateException("Interrupted while the demonstration content was loaded", e);
            }
        }
    }
}
