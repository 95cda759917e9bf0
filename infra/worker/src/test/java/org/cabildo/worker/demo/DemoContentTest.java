package org.cabildo.worker.demo;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.sql.SQLException;
import java.time.Duration;
import java.time.LocalDate;
import java.util.Map;
import org.cabildo.benchmarking.Comparison;
import org.cabildo.commitment.published.PublishedCommitments;
import org.cabildo.dev.LocalPostgres;
import org.cabildo.identity.People;
import org.cabildo.ledger.Entry;
import org.cabildo.ledger.Trail;
import org.cabildo.plan.PlanId;
import org.cabildo.plan.PlanSteps;
import org.cabildo.plan.published.PublishedPlans;
import org.cabildo.tenancy.Sql;
import org.cabildo.tenancy.TenantScope;
import org.cabildo.tenancy.Tenants;
import org.cabildo.testing.Machine;
import org.cabildo.worker.Worker;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.context.ApplicationContextInitializer;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.core.env.MapPropertySource;
import org.springframework.test.annotation.DirtiesContext;
import org.springframework.test.context.ContextConfiguration;

@SpringBootTest(
        classes = Worker.class,
        properties = {"cabildo.worker.health-port=0", "cabildo.worker.order-round=200ms"})
@ContextConfiguration(initializers = DemoContentTest.Fresh.class)
@DirtiesContext // its worker goes with its database
class DemoContentTest {

    private static final LocalPostgres POSTGRES = LocalPostgres.throwaway();
    static final LocalDate TODAY = LocalDate.of(2026, 11, 20);

    /** The demonstration is for a database without tenants, and other tests have left theirs in the common one. */
    static final class Fresh implements ApplicationContextInitializer<ConfigurableApplicationContext> {
        @Override
        public void initialize(ConfigurableApplicationContext context) {
            new Machine.Described().initialize(context);
            context.getEnvironment()
                    .getPropertySources()
                    .addFirst(new MapPropertySource(
                            "fresh",
                            Map.of(
                                    "cabildo.tenancy.database-url", POSTGRES.jdbcUrl(),
                                    "cabildo.tenancy.provisioner.user",
                                            POSTGRES.provisioner().user(),
                                    "cabildo.tenancy.provisioner.password",
                                            POSTGRES.provisioner().password())));
        }
    }

    @Autowired
    DemoContent demo;

    @Autowired
    Tenants tenants;

    @Autowired
    PublishedPlans plans;

    @Autowired
    PublishedCommitments commitments;

    @Autowired
    PlanSteps steps;

    @Autowired
    People people;

    @Autowired
    Comparison comparison;

    @Autowired
    Trail trail;

    @Autowired
    Sql sql;

    @Test
    void aFreshInstallationShowsTheMainJobDone() {
        demo.run();

        var shared = tenants.bySlug("consorcio-ejemplo").orElseThrow();
        assertThat(TenantScope.in(shared.id(), () -> plans.current().getFirst().approvals()))
                .hasSize(2);
        assertThat(shared.synthetic()).isTrue();

        var real = tenants.bySlug("santiago-renca").orElseThrow();
        assertThat(TenantScope.in(real.id(), () -> plans.current())).isEmpty();
        assertThat(TenantScope.in(real.id(), plans::inPreparation).getFirst().items())
                .hasSize(6);

        var port = tenants.bySlug("puerto-ejemplo").orElseThrow();
        assertThat(TenantScope.in(port.id(), () -> commitments.all(TODAY))).hasSize(3);
        assertThat(TenantScope.in(port.id(), commitments::reports))
                .filteredOn(report -> !report.correction())
                .isNotEmpty()
                .allSatisfy(report -> assertThat(report.evidenceFile()).isNotNull());
        var administrator = people.enter(
                people.byEmail("administracion@puerto-ejemplo.invalid")
                        .orElseThrow()
                        .person(),
                port.id());
        var plan = TenantScope.in(port.id(), () -> plans.current().getFirst().planId());
        assertThat(TenantScope.in(port.id(), () -> administrator.act(() -> steps.history(new PlanId(plan)))))
                .extracting(PlanSteps.Line::by)
                .containsOnly("Rosa Huenchullán");

        assertThat(tenants.all())
                .allSatisfy(one -> assertThat(TenantScope.in(one.id(), () -> trail.entries(1, 1)))
                        .extracting(Entry::act)
                        .containsExactly("TENANT_MADE"));

        var coordinator = people.byEmail("coordinacion@ejemplo.invalid").orElseThrow();
        await().atMost(Duration.ofMinutes(2))
                .untilAsserted(() -> assertThat(coordinator.act(() -> comparison.lines(TODAY)))
                        .filteredOn(line -> line.slug().equals("puerto-ejemplo"))
                        .singleElement()
                        .satisfies(line -> assertThat(line.commitments())
                                .as("its own and the shared one it leads")
                                .isEqualTo(4)));
    }

    @Test
    void aSecondStartWithNewerCodeOrdersThatItsDataFollow() throws SQLException {
        demo.run();
        assertThat(migrations()).isZero();
        age(-1);

        demo.run();

        assertThat(migrations()).isOne();
        age(1);
    }

    private int migrations() {
        return TenantScope.platform(() -> sql.of("select count(*)::int from tenant_order where kind = 'MIGRATE'")
                .query(Integer.class)
                .single());
    }

    private static void age(int versions) throws SQLException {
        try (var owner = POSTGRES.connect(POSTGRES.superuser());
                var update = owner.prepareStatement(
                        "update platform.tenant set schema_version = schema_version + ? where slug = 'puerto-ejemplo'")) {
            update.setInt(1, versions);
            assertThat(update.executeUpdate()).isOne();
        }
    }

    @Test
    void aSecondStartChangesNothing() {
        demo.run();
        var before = tenants.all().size();

        demo.run();

        assertThat(tenants.all()).hasSize(before);
    }
}
