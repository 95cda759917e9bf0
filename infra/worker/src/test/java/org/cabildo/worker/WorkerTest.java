package org.cabildo.worker;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.atomic.AtomicInteger;
import org.cabildo.benchmarking.FigureDays;
import org.cabildo.file.StoredFile;
import org.cabildo.file.StoredFiles;
import org.cabildo.identity.Officer;
import org.cabildo.identity.People;
import org.cabildo.identity.Role;
import org.cabildo.kernel.Ids;
import org.cabildo.tenancy.Announcement;
import org.cabildo.tenancy.Receiver;
import org.cabildo.tenancy.Sql;
import org.cabildo.tenancy.TenantId;
import org.cabildo.tenancy.TenantKind;
import org.cabildo.tenancy.TenantOrders;
import org.cabildo.tenancy.TenantScope;
import org.cabildo.tenancy.Tenants;
import org.cabildo.testing.FreshTenants;
import org.cabildo.testing.Machine;
import org.cabildo.testing.Papers;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.context.TestConfiguration;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Import;
import org.springframework.test.context.ContextConfiguration;
import org.springframework.transaction.support.TransactionTemplate;

@SpringBootTest(
        classes = Worker.class,
        webEnvironment = SpringBootTest.WebEnvironment.NONE,
        properties = {
            "cabildo.worker.health-port=0",
            "cabildo.worker.coordinators=Carmen@nacion.invalid, diego@nacion.invalid",
            "cabildo.worker.demo=true",
            "cabildo.worker.order-round=1h",
            "cabildo.worker.sweep-round=1h"
        })
@ContextConfiguration(initializers = Machine.Described.class)
@Import(WorkerTest.Ears.class)
class WorkerTest {

    record Rang(TenantId tenant, int times) implements Announcement {}

    @TestConfiguration
    static class Ears {

        final BlockingQueue<Rang> heard = new LinkedBlockingQueue<>();
        final AtomicInteger filled = new AtomicInteger();

        @Bean
        Receiver<Rang> listener() {
            return new Receiver<>() {
                @Override
                public Class<Rang> of() {
                    return Rang.class;
                }

                @Override
                public void receive(UUID event, Rang rang) {
                    heard.add(rang);
                }
            };
        }

        @Bean
        FirstStart filler() {
            return () -> {
                filled.incrementAndGet();
                throw new IllegalStateException("thrown on purpose: a failing first start stops nothing");
            };
        }
    }

    private static final AtomicInteger NEXT = new AtomicInteger();

    private static final Duration TO_BE_HEARD =
            Duration.ofMinutes(2); // no measure: other applications are tested meanwhile

    @Autowired
    Ears ears;

    @Autowired
    Health health;

    @Autowired
    TenantOrders orders;

    @Autowired
    Tenants tenants;

    @Autowired
    People people;

    @Autowired
    TenantsCommand command;

    @Autowired
    ApplicationEventPublisher events;

    @Autowired
    TransactionTemplate transaction;

    @Autowired
    DeliveryRounds deliveries;

    @Autowired
    Sql sql;

    @Autowired
    TidyRounds tidying;

    @Autowired
    StoredFiles files;

    @Autowired
    FreshTenants fresh;

    @Test
    void theProbeSaysReadyOnceOrdersAreTaken() {
        awaitReady();

        assertThat(status("/health")).isEqualTo(200);
        assertThat(status("/other")).isEqualTo(404);
    }

    @Test
    void theOperatorSeesWhatTheWorkerDid() {
        awaitReady();

        onboard("cifras");

        assertThat(answer("/actuator/prometheus"))
                .containsPattern("cabildo_orders_worked_total [1-9]")
                .contains("cabildo_announcements_failed_total", "cabildo_pool_open ");
    }

    @Test
    void anOrderIsWorkedAsSoonAsItIsAnnounced() {
        awaitReady();

        var tenant = onboard("maipu");

        assertThat(tenants.require(tenant).isInStep()).isTrue();
    }

    @Test
    void whatATenantAnnouncedIsDeliveredByItsHint() throws InterruptedException {
        awaitReady();
        var tenant = onboard("renca");

        TenantScope.run(
                tenant, () -> transaction.executeWithoutResult(status -> events.publishEvent(new Rang(tenant, 7))));

        assertThat(ears.heard.poll(10, java.util.concurrent.TimeUnit.SECONDS)).isEqualTo(new Rang(tenant, 7));
    }

    @Test
    void aSweepFindsWhatNoHintTold() {
        awaitReady();
        var tenant = onboard("penalolen");
        TenantScope.run(
                tenant,
                () -> sql.of("insert into event_publication (id, kind, body, occurred_at) values (?, ?, ?, now())")
                        .param(Ids.next())
                        .param("Rang")
                        .param("{\"tenant\":{\"value\":\"%s\"},\"times\":8}".formatted(tenant))
                        .update());

        deliveries.lookEverywhere();

        await().atMost(TO_BE_HEARD).untilAsserted(() -> assertThat(ears.heard).contains(new Rang(tenant, 8)));
    }

    @Test
    void theNamedPeopleCoordinateNationally() {
        awaitReady();

        assertThat(people.byEmail("carmen@nacion.invalid"))
                .map(Officer::coordinator)
                .contains(true);
        assertThat(people.byEmail("diego@nacion.invalid"))
                .map(Officer::coordinator)
                .contains(true);
    }

    @Test
    void theFirstStartRunsOnceAndItsFailureStopsNothing() {
        awaitReady();

        await().atMost(TO_BE_HEARD).untilAsserted(() -> assertThat(ears.filled).hasValue(1));
        assertThat(onboard("despues")).isNotNull();
    }

    @Test
    void filesThatNobodyUsedAreForgottenTenantByTenant() {
        awaitReady();
        var old = onboard("antigua");
        var young = onboard("nueva");
        var idle = keep(old, "nadie lo usa");
        var waiting = keep(young, "recién subido");
        TenantScope.run(
                old,
                () -> sql.of("update stored_file set uploaded_at = now() - interval '25 hours'")
                        .update());

        tidying.tidyAll();

        assertThat(holds(old, idle)).isFalse();
        assertThat(holds(young, waiting)).isTrue();
    }

    private StoredFile keep(TenantId tenant, String words) {
        return TenantScope.in(
                tenant,
                () -> fresh.officer(tenant, Role.EDITOR)
                        .act(() -> files.keep(Papers.sent("acta.pdf", Papers.pdf(words)))));
    }

    private boolean holds(TenantId tenant, StoredFile file) {
        return TenantScope.in(
                tenant,
                () -> sql.of("select exists (select from stored_file where sha256 = ?)")
                        .param(file.id().sha256())
                        .query(Boolean.class)
                        .single());
    }

    @Test
    void theOperatorSeesHowEveryTenantStands() {
        awaitReady();
        var made = onboard("concepcion");
        var slug = tenants.require(made).slug();
        place("otra", slug); // taken: it fails
        await().atMost(TO_BE_HEARD).until(() -> said("tenants").contains("FAILED"));

        var table = said("tenants");

        assertThat(table).containsPattern(slug + " +concepcion +MUNICIPALITY +ACTIVE +\\d+\n");
        assertThat(table).containsPattern(slug + " +otra +MUNICIPALITY +FAILED +- +Its code, address or host is taken");
    }

    @Test
    void newPasswordsAreFoundWithoutARestart() {
        awaitReady();
        var tenant = onboard("santiago");

        assertThat(said("tenants", "renew", tenants.require(tenant).slug())).contains("1 tenants have new passwords");

        assertThat(TenantScope.in(
                        tenant, () -> sql.of("select 1").query(Integer.class).single()))
                .isEqualTo(1);
    }

    @Test
    void anAddressNobodyHasRenewsNothing() {
        awaitReady();
        var slug = tenants.require(onboard("osorno")).slug();
        var secrets = secretsOf(slug);
        var out = new ByteArrayOutputStream();

        int code = command.run(List.of("renew", slug, "osorrno"), new PrintStream(out, true, StandardCharsets.UTF_8));

        assertThat(code).isEqualTo(2);
        assertThat(out.toString(StandardCharsets.UTF_8)).contains("Nothing was renewed", "osorrno");
        assertThat(secretsOf(slug)).isEqualTo(secrets);
    }

    @Test
    void everyTenantIsRenewedByOneWord() {
        awaitReady();
        var first = tenants.require(onboard("ancud")).slug();
        var second = tenants.require(onboard("castro")).slug();
        var before = List.of(secretsOf(first), secretsOf(second));

        assertThat(said("tenants", "renew")).containsPattern("The logins of [0-9]+ tenants have new passwords");

        assertThat(secretsOf(first)).hasSize(2).doesNotContainAnyElementsOf(before.getFirst());
        assertThat(secretsOf(second)).hasSize(2).doesNotContainAnyElementsOf(before.getLast());
    }

    private List<String> secretsOf(String slug) {
        return TenantScope.platform(
                () -> sql.of("""
                        select encode(l.secret, 'hex') from tenant_login l join tenant t on t.id = l.tenant_id
                         where t.slug = ? order by l.kind
                        """).param(slug).query(String.class).list());
    }

    @Test
    void aWordTheOperatorMistypedIsAnsweredWithTheWordsThereAre() {
        var out = new ByteArrayOutputStream();

        int code = command.run(List.of("migrat"), new PrintStream(out, true, StandardCharsets.UTF_8));

        assertThat(code).isEqualTo(2);
        assertThat(out.toString(StandardCharsets.UTF_8)).contains("tenants migrate");
    }

    @Test
    void figuresThatAreNotWhatIsPublishedAreNamedAndMended() {
        awaitReady();
        var tenant = onboard("falsa");
        var slug = tenants.require(tenant).slug();
        TenantScope.runPlatform(() -> sql.of(
                        "insert into figure_commitment (tenant_id, commitment_id, progress, updated_at) values (?, ?, 88, now())")
                .param(tenant.value())
                .param(Ids.next())
                .update());
        var out = new ByteArrayOutputStream();

        int code = command.run(List.of("figures"), new PrintStream(out, true, StandardCharsets.UTF_8));

        assertThat(code).isEqualTo(1);
        assertThat(out.toString(StandardCharsets.UTF_8))
                .contains(slug + ": what was kept is not what is published; mended")
                .contains("1 differed;");
        assertThat(said("tenants", "figures")).contains(" 0 differed; 0 of today's figures differed;");
        assertThat(TenantScope.platform(() -> sql.of("select count(*) from figure_commitment where tenant_id = ?")
                        .param(tenant.value())
                        .query(Integer.class)
                        .single()))
                .isZero();
    }

    @Test
    void aFigureOfTodayThatWasKeptWrongIsNamedToo() {
        awaitReady();
        var tenant = onboard("errada");
        TenantScope.runPlatform(
                () -> sql.of("insert into figure_day (tenant_id, indicator, day, value) values (?, 'KEPT', ?, 12)")
                        .param(tenant.value())
                        .param(LocalDate.now(FigureDays.CAPITAL))
                        .update());
        var out = new ByteArrayOutputStream();

        int code = command.run(List.of("figures"), new PrintStream(out, true, StandardCharsets.UTF_8));

        assertThat(code).isEqualTo(1);
        assertThat(out.toString(StandardCharsets.UTF_8))
                .contains(tenants.require(tenant).slug() + ": KEPT of today was kept as 12.0, counted null; mended");
    }

    private TenantId onboard(String name) {
        var tenant = place(name, name + "-" + NEXT.incrementAndGet());
        await().atMost(TO_BE_HEARD)
                .until(() -> tenants.all().stream().anyMatch(one -> one.id().equals(tenant)));
        return tenant;
    }

    private TenantId place(String name, String slug) {
        var tenant = TenantScope.platform(() -> orders.place(
                Ids.next(),
                new TenantOrders.Onboard(
                        TenantKind.MUNICIPALITY,
                        name,
                        slug,
                        null,
                        null,
                        "13",
                        ZoneId.of("America/Santiago"),
                        true,
                        "admin@" + slug + ".invalid",
                        "ogp",
                        List.of()),
                "prueba"));
        orders.announce();
        return tenant;
    }

    private String said(String name, String... words) {
        assertThat(name).isEqualTo(TenantsCommand.NAME);
        var out = new ByteArrayOutputStream();
        assertThat(command.run(List.of(words), new PrintStream(out, true, StandardCharsets.UTF_8)))
                .isZero();
        return out.toString(StandardCharsets.UTF_8);
    }

    private void awaitReady() {
        await().atMost(TO_BE_HEARD).until(() -> status("/health") == 200);
    }

    private String answer(String path) {
        var request = HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + health.port() + path))
                .build();
        try (var client = HttpClient.newHttpClient()) {
            return client.send(request, HttpResponse.BodyHandlers.ofString()).body();
        } catch (IOException | InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }

    private int status(String path) {
        var request = HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + health.port() + path))
                .build();
        try (var client = HttpClient.newHttpClient()) {
            return client.send(request, HttpResponse.BodyHandlers.discarding()).statusCode();
        } catch (IOException e) {
            return 0;
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return 0;
        }
    }
}
