package org.cabildo.portal;

import static org.assertj.core.api.Assertions.assertThat;

import com.apicatalog.jsonld.JsonLd;
import com.apicatalog.jsonld.JsonLdError;
import com.apicatalog.jsonld.document.JsonDocument;
import com.networknt.schema.InputFormat;
import com.networknt.schema.SchemaRegistry;
import com.networknt.schema.SpecificationVersion;
import java.io.StringReader;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.cabildo.commitment.CommitmentOrigins;
import org.cabildo.commitment.Commitments.Whole;
import org.cabildo.commitment.published.Origin;
import org.cabildo.portal.paper.Printed;
import org.cabildo.portal.town.Office;
import org.cabildo.portal.town.PortalTest;
import org.cabildo.portal.town.Reader;
import org.cabildo.testing.Promises;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

/** What a commitment was adapted from is told to people and to machines. */
@PortalTest
class AdaptedTest {

    private static final LocalDate COPIED = LocalDate.of(2026, 11, 29);
    private static Office.Place renca;
    private static Office.Place maipu;
    private static String source;

    @Autowired
    Reader reader;

    @BeforeAll
    static void somethingIsAdapted() {
        maipu = Office.municipality("maipu");
        maipu.publishes("Plan de Maipú");
        renca = Office.municipality("renca");
        source = "t/" + maipu.slug() + "/planes/plan-de-maipu/compromisos/1";
        var made = renca.publishes("Plan abierto");
        renca.acts(() -> {
            var origins = Office.the(CommitmentOrigins.class);
            origins.draft(made.plan(), whole("Abrir el presupuesto de Renca"), maipus());
            origins.draft(made.plan(), whole("Chileatiende en Renca"), nations());
            return Office.the(Promises.class).publish(made.plan());
        });
    }

    private static Origin maipus() {
        return new Origin(
                Origin.Kind.COMMITMENT,
                "Municipalidad <de> Maipú",
                "Plan de Maipú",
                "Abrir el presupuesto",
                "1",
                source,
                UUID.randomUUID(),
                COPIED);
    }

    private static Origin nations() {
        return new Origin(
                Origin.Kind.NATIONAL_LIBRARY,
                "Gobierno de Chile",
                "Plan de Acción Nacional 1, 2012-2013",
                "Chileatiende",
                "CL0001",
                "",
                null,
                COPIED);
    }

    private static Whole whole(String title) {
        return new Whole(
                Promises.commitment(title, Promises.TWO_YEARS),
                List.of(Promises.milestone("Publicar", LocalDate.of(2027, 6, 30))));
    }

    @Test
    void thePageSaysWhatItWasAdaptedFromAndLeadsThere() {
        var page = reader.get(renca.host(), "/planes/plan-abierto/compromisos/2");

        assertThat(page.text())
                .contains("Adaptado de")
                .contains("Municipalidad <de> Maipú\u00a0· Plan de Maipú\u00a0· Compromiso 1"
                        + "\u00a0· copiado el 29-11-2026");
        assertThat(page.body()).contains("<a href=\"http://localhost/" + source + "\">Abrir el presupuesto</a>");
        assertThat(reader.get("localhost", "/" + source).status()).isEqualTo(200);
        assertThat(reader.get(renca.host(), "/planes/plan-abierto/compromisos/2?lang=en")
                        .text())
                .contains("Adapted from");
    }

    @Test
    void whatIsOfTheLibraryHasNoPageAndWhatIsNotAdaptedSaysNothing() {
        var library = reader.get(renca.host(), "/planes/plan-abierto/compromisos/3");

        assertThat(library.text()).contains("Chileatiende", "Gobierno de Chile", "CL0001");
        assertThat(library.body()).contains("<span lang=\"en\">Chileatiende</span>");
        assertThat(reader.get(renca.host(), "/planes/plan-abierto/compromisos/1")
                        .text())
                .doesNotContain("Adaptado de");
        assertThat(reader.get(renca.host(), "/planes/plan-abierto/v/1/compromisos/1")
                        .text())
                .doesNotContain("Adaptado de");
    }

    @Test
    void thePageTellsMachinesWhatItIsBasedOn() {
        assertThat(reader.get(renca.host(), "/planes/plan-abierto/compromisos/2")
                        .body())
                .contains("\"isBasedOn\":{\"@type\":\"CreativeWork\",\"name\":\"Abrir el presupuesto\"")
                .contains("\"url\":\"http://localhost/" + source + "\"");
        assertThat(reader.get(renca.host(), "/planes/plan-abierto/compromisos/3")
                        .body())
                .contains("\"identifier\":\"CL0001\"");
        assertThat(reader.get(renca.host(), "/planes/plan-abierto/compromisos/1")
                        .body())
                .doesNotContain("isBasedOn");
    }

    @Test
    void downloadsTellItAndKeepTheirSchema() throws JsonLdError {
        var json = reader.get(renca.host(), "/datos/compromisos.json").body();
        var schema = SchemaRegistry.withDefaultDialect(SpecificationVersion.DRAFT_2020_12)
                .getSchema(
                        reader.get(renca.host(), "/datos/compromisos.schema.json")
                                .body(),
                        InputFormat.JSON);

        assertThat(schema.validate(json, InputFormat.JSON)).isEmpty();
        var told = JsonLd.expand(JsonDocument.of(new StringReader(json)))
                .get()
                .getJsonObject(0)
                .getJsonArray("https://schema.org/hasPart");
        assertThat(told.getJsonObject(0).containsKey("https://schema.org/isBasedOn"))
                .isFalse();
        assertThat(told.getJsonObject(1)
                        .getJsonArray("https://schema.org/isBasedOn")
                        .getJsonObject(0)
                        .getString("@id"))
                .isEqualTo("http://localhost/" + source);
        assertThat(reader.get(renca.host(), "/datos/compromisos.csv").body())
                .contains(",adaptado_de,adaptado_de_direccion")
                .contains(",Abrir el presupuesto · Municipalidad <de> Maipú · Plan de Maipú · 1,http://localhost/"
                        + source)
                .contains("· CL0001\",,Nadie sabe en qué se gasta,");
    }

    @Test
    void thePlanOnPaperTellsIt() {
        var answer = reader.load(renca.host(), "/planes/plan-abierto/plan.pdf");
        try (var paper = new Printed(answer.body())) {
            assertThat(paper.read())
                    .containsSubsequence(
                            "Adaptado de", "Abrir el presupuesto · Municipalidad <de> Maipú · Plan de Maipú · 1");
        }
        try (var before = new Printed(
                reader.load(renca.host(), "/planes/plan-abierto/v/1/plan.pdf").body())) {
            assertThat(before.read()).doesNotContain("Adaptado de");
        }
    }

    @Test
    void anAmendmentTellsItAsAField() {
        assertThat(reader.get(renca.host(), "/planes/plan-abierto/v/2/cambios").text())
                .contains("Adaptado de", "Abrir el presupuesto · Municipalidad <de> Maipú · Plan de Maipú · 1");
    }

    @Test
    void anotherTenantsPageTellsNothingOfIt() {
        assertThat(reader.get(maipu.host(), "/planes/plan-de-maipu/compromisos/1")
                        .body())
                .doesNotContain("Adaptado de", "isBasedOn");
        assertThat(reader.get(maipu.host(), "/datos/compromisos.csv").body()).doesNotContain(source);
    }
}
