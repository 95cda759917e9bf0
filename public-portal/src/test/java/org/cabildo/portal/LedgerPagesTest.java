package org.cabildo.portal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.cabildo.testing.Promises.MINUTES;
import static org.cabildo.testing.Promises.TODAY;

import java.sql.SQLException;
import java.time.Duration;
import java.util.List;
import org.awaitility.Awaitility;
import org.cabildo.commitment.CommitmentTracking;
import org.cabildo.kernel.Percent;
import org.cabildo.ledger.OwedActs;
import org.cabildo.portal.town.Office;
import org.cabildo.portal.town.PortalTest;
import org.cabildo.portal.town.Reader;
import org.cabildo.tenancy.PublishedState;
import org.cabildo.tenancy.Sql;
import org.cabildo.tenancy.Tenants;
import org.cabildo.testing.Machine;
import org.cabildo.testing.Promises;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.transaction.support.TransactionTemplate;
import org.w3c.dom.Element;
import tools.jackson.databind.json.JsonMapper;

/** The nation's heads and keys, and what the trail tells of a plan and a commitment. */
@PortalTest
class LedgerPagesTest {

    private static final String HASH = "ab".repeat(32);
    private static Office.Place renca;
    private static Office.Place maipu;

    @Autowired
    Reader reader;

    @BeforeAll
    static void somethingIsSigned() throws SQLException {
        renca = Office.municipality("renca");
        maipu = Office.municipality("maipu");
        var made = renca.publishes("Plan abierto");
        renca.acts(() -> {
            var tracking = Office.the(CommitmentTracking.class);
            tracking.reportProgress(made.commitment(), made.first(), new Percent(80), MINUTES, TODAY);
            tracking.correctProgress(made.commitment(), made.first(), new Percent(50), "Era otra sesión", TODAY);
            return true;
        });
        renca.acts(() -> {
            Office.the(Promises.class).alter(made.plan());
            return Office.the(Promises.class).publish(made.plan());
        });
        renca.acts(() -> Office.the(TransactionTemplate.class).execute(_ -> {
            Office.the(Sql.class).of("""
                    insert into published_ledger_head (count, hash, signed_at, key_id, public_key, signature)
                    select number, hash, now(), 'k', 'p', 's' from ledger_entry where number = 4
                    """).update();
            Office.the(PublishedState.class).changed();
            return true;
        }));
        run("""
                insert into platform.ledger_key (id, public_key, since)
                values ('former', 'UFJJTUVSQQ==', '2026-01-02'), ('current', 'U0VHVU5EQQ==', '2026-06-03')
                on conflict do nothing
                """);
        run("""
                insert into platform.ledger_head (tenant_id, count, hash, signed_at, key_id, signature)
                select id, 3, '%s', '2026-05-04', 'former', 'firma-antigua' from platform.tenant where slug = '%s'
                """.formatted("cd".repeat(32), renca.slug()));
        run("""
                insert into platform.ledger_head (tenant_id, count, hash, signed_at, key_id, signature)
                select id, 4, '%s', '2026-07-05', 'current', 'firma-nueva' from platform.tenant where slug = '%s'
                """.formatted(HASH, renca.slug()));
    }

    private static void run(String sql) throws SQLException {
        var postgres = Machine.postgres();
        try (var connection = postgres.connect(postgres.superuser());
                var work = connection.createStatement()) {
            work.execute(sql);
        }
    }

    @Test
    void theNationPublishesKeysAndTheNewestHeadOfEveryTenant() {
        Awaitility.await().atMost(Duration.ofSeconds(5)).untilAsserted(() -> {
            var page = reader.get("localhost", "/bitacora");
            assertThat(page.status()).isEqualTo(200);
            assertThat(page.body())
                    .contains("renca", "4:" + HASH, "U0VHVU5EQQ==", "Firma desde el 02-06-2026")
                    .contains("UFJJTUVSQQ==", "Firmó desde el 01-01-2026 hasta el 03-05-2026")
                    .doesNotContain("cd".repeat(32));
        });
        assertThat(reader.get("localhost", "/bitacora?lang=en").body())
                .contains("Last head of each institution", "Signs since");
    }

    @Test
    void theInventedStandApartFromTheRealOnTheNationsPage() throws SQLException {
        var real = Office.municipalityAt("firmante.ejemplo.cl", "firmante");
        run("""
                insert into platform.ledger_head (tenant_id, count, hash, signed_at, key_id, signature)
                select id, 1, '%s', '2026-07-05', 'current', 'firma' from platform.tenant where slug = '%s'
                """.formatted("ef".repeat(32), real.slug()));

        Awaitility.await().atMost(Duration.ofSeconds(5)).untilAsserted(() -> {
            var page = reader.get("localhost", "/bitacora");
            assertThat(page.all("section"))
                    .filteredOn(section -> section.getTextContent().contains("SINTÉTICO"))
                    .singleElement()
                    .satisfies(section -> assertThat(section.getTextContent())
                            .contains("Portales de demostración", "4:" + HASH)
                            .doesNotContain("1:" + "ef".repeat(32)));
            assertThat(page.text()).contains("1:" + "ef".repeat(32));
        });
    }

    @Test
    void whoLacksTheProgramReadsHowToCheckByHand() {
        for (var host : List.of("localhost", renca.host())) {
            assertThat(reader.get(host, "/bitacora").text())
                    .contains("Cómo comprobarlo por su cuenta", "{\"format\":", "quien la reescribe entera");
            assertThat(reader.get(host, "/bitacora?lang=en").text()).contains("How to check it yourself");
        }
    }

    @Test
    void whatTheNationsPageIsCalledIsWhatLeadsToIt() {
        var page = reader.get("localhost", "/bitacora");

        assertThat(page.all("h1")).extracting(Element::getTextContent).containsExactly("Bitácoras");
        assertThat(page.text()).contains("Bitácoras: comprobar que nada fue alterado");
        assertThat(reader.get(renca.host(), "/bitacora").text()).contains("Bitácora: comprobar que nada fue alterado");
    }

    @Test
    void aTenantsLedgerNamesWhatThePublicReadsAndLeadsThere() {
        var page = reader.get(renca.host(), "/bitacora");

        assertThat(page.text()).contains("Se informó un avance", "Publicar 2026 Compromiso 1: Abrir el presupuesto");
        assertThat(page.all("a"))
                .extracting(link -> link.getAttribute("href"))
                .contains("/planes/plan-abierto", "/planes/plan-abierto/compromisos/1#hito-1");
        assertThat(reader.get(renca.host(), "/planes/plan-abierto/compromisos/1")
                        .body())
                .contains("id=\"hito-1\"");
        assertThat(reader.get(renca.host(), "/bitacora?lang=en").body())
                .contains("/planes/plan-abierto/compromisos/1?lang=en#hito-1");
    }

    @Test
    void theSameForProgramsHasWhatIsSignedAndIsNotSentTwice() {
        var file = Awaitility.await()
                .atMost(Duration.ofSeconds(5))
                .until(
                        () -> reader.get("localhost", "/bitacora.json"),
                        page -> page.body().contains(HASH));

        assertThat(file.header("Content-Type")).startsWith("application/json");
        var said = JsonMapper.shared().readTree(file.body());
        assertThat(said.path("keys")).hasSize(2);
        var head = said.path("heads")
                .valueStream()
                .filter(one -> one.path("hash").asString().equals(HASH))
                .findFirst()
                .orElseThrow();
        assertThat(head.path("count").asInt()).isEqualTo(4);
        assertThat(head.path("at").asString()).isEqualTo("2026-07-05T00:00:00Z");
        assertThat(head.path("key").asString()).isEqualTo("current");
        assertThat(head.path("signature").asString()).isEqualTo("firma-nueva");
        assertThat(head.path("ledger").asString()).endsWith("/bitacora");
        assertThat(head.path("synthetic").asBoolean()).isTrue();
        assertThat(reader.get("localhost", "/bitacora.json", "If-None-Match", file.header("ETag"))
                        .status())
                .isEqualTo(304);
    }

    @Test
    void aCommitmentsHistoryTellsWhatIsSignedAndNobodysName() {
        var page = reader.get(renca.host(), "/planes/plan-abierto/compromisos/1/historia");

        assertThat(page.status()).isEqualTo(200);
        assertThat(page.body())
                .contains("<title>Historia del compromiso 1: Abrir el presupuesto · ")
                .contains("Se informó un avance", "Se corrigió un avance", "Era otra sesión", "Publicar 2026")
                .contains("Avance: <span class=\"value\">de 80\u00a0% a 50\u00a0%</span>")
                .contains("/planes/plan-abierto/compromisos/1#hito-1\" lang=\"es-CL\">Publicar 2026</a>")
                .contains("Evidencia: <a href=\"https://ejemplo.cl/acta.pdf\"")
                .doesNotContain("<del>", "<ins>", "Ana de", ".invalid");
        assertThat(page.all("a"))
                .filteredOn(link -> link.getAttribute("href").equals("/planes/plan-abierto/historia"))
                .singleElement()
                .satisfies(
                        link -> assertThat(link.getParentNode().getParentNode().getNodeName())
                                .as("beside the heading, not under it")
                                .isEqualTo("div"));
    }

    @Test
    void aPlansHistoryTellsItsVersions() {
        var page = reader.get(renca.host(), "/planes/plan-abierto/historia");

        assertThat(page.status()).isEqualTo(200);
        assertThat(page.body())
                .contains("<title>Historia del plan «Plan abierto» · ")
                .contains("Se publicó una versión del plan", "Se modificó un plan publicado");
        assertThat(reader.get(maipu.host(), "/planes/plan-abierto/historia").status())
                .isEqualTo(404);
        assertThat(reader.get(renca.host(), "/planes/plan-abierto").body()).contains("/planes/plan-abierto/historia");
        assertThat(reader.get(renca.host(), "/planes/plan-abierto/compromisos/1")
                        .body())
                .contains("/planes/plan-abierto/compromisos/1/historia");
    }

    @Test
    void aLedgerIsTakenAsItIsNowAndNeverFromACache() throws SQLException {
        var file = reader.get(renca.host(), "/bitacora.jsonl");

        assertThat(file.header("Cache-Control")).isEqualTo("no-store");
        assertThat(file.header("ETag")).isEmpty();
        assertThat(reader.get(renca.host(), "/bitacora.jsonl", "If-None-Match", "*")
                        .status())
                .isEqualTo(200);
    }

    @Test
    void theHistoryOfASharedPlanLeadsToTheLedgerOfWhoeverOwnsIt() {
        var common = Office.consortium("bitacora-comun", renca, maipu);
        Office.publishesTogether(common, renca, maipu, "Plan comun");
        var tenants = Office.the(Tenants.class);
        var one = tenants.require(renca.id()).name();
        var other = tenants.require(maipu.id()).name();
        assertThat(reader.get(common.host(), "/planes/plan-comun").text())
                .as("what all approved is everybody's step")
                .containsAnyOf("\u00a0· " + one + ", " + other, "\u00a0· " + other + ", " + one);

        var page = reader.get(maipu.host(), "/consorcios/" + common.slug() + "/planes/plan-comun/historia");

        assertThat(page.status()).isEqualTo(200);
        assertThat(page.body()).contains("://" + common.host() + "/bitacora\">Ver la bitácora entera");
        assertThat(reader.get(
                                maipu.host(),
                                "/consorcios/" + common.slug() + "/planes/plan-comun/compromisos/1/historia")
                        .body())
                .contains("/planes/plan-comun/historia\">Cuándo se publicó");
    }

    @Test
    void whatAConsortiumDoesNamesWhoBelongsToItAndNobodyElse() {
        var asked = Office.municipality("solo-invitada");
        var one = Office.municipality("socia-una");
        var common = Office.asked("socias", one, asked);
        Office.joins(one, common);
        Office.the(OwedActs.class).carry();
        List.of(one, asked, common).forEach(LedgerPagesTest::sign);
        var consortium = "<a href=\"http://" + common.host() + "/\" lang=\"es-CL\">";

        assertThat(reader.get(one.host(), "/bitacora").body())
                .contains("Se invitó a una institución a un consorcio", "se incorporó a un consorcio", consortium);
        assertThat(reader.get(common.host(), "/bitacora").body())
                .contains("<a href=\"http://" + one.host() + "/\" lang=\"es-CL\">")
                .doesNotContain("solo-invitada");
        assertThat(reader.get(asked.host(), "/bitacora").body())
                .contains("Se invitó a una institución a un consorcio")
                .doesNotContain(consortium);
        assertThat(reader.get(renca.host(), "/bitacora").body()).doesNotContain(common.host());
    }

    /** Signs all that the tenant's trail says, as the worker would. */
    private static void sign(Office.Place place) {
        place.acts(() -> Office.the(TransactionTemplate.class).execute(_ -> {
            Office.the(Sql.class).of("""
                    insert into published_ledger_head (count, hash, signed_at, key_id, public_key, signature)
                    select number, hash, now(), 'k', 'p', 's' from ledger_entry order by number desc limit 1
                    """).update();
            Office.the(PublishedState.class).changed();
            return true;
        }));
    }

    @Test
    void whatIsDownloadedHasItsWholeAddressOnPaper() {
        assertThat(reader.get(renca.host(), "/bitacora").body())
                .contains("data-printed=\"http://" + renca.host() + "/bitacora.jsonl\"");
        assertThat(reader.get("localhost", "/bitacora").body())
                .containsPattern("data-printed=\"http://localhost[^\"]*/bitacora.json\"");
    }

    @Test
    void oneWordStandsForAFingerprint() {
        for (var host : List.of("localhost", renca.host())) {
            assertThat(reader.get(host, "/bitacora?lang=en").text().replace("“hash”", ""))
                    .doesNotContainPattern("(?i)\\bhash");
        }
    }

    @Test
    void aTenantsLedgerLeadsToTheNations() {
        assertThat(reader.get(renca.host(), "/bitacora").body())
                .contains("/bitacora\">Compárela con la que", "<span class=\"whole\">--head</span>");
    }
}
