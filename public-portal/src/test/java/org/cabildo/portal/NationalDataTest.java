package org.cabildo.portal;

import static org.assertj.core.api.Assertions.assertThat;

import com.networknt.schema.InputFormat;
import com.networknt.schema.SchemaRegistry;
import com.networknt.schema.SpecificationVersion;
import java.util.List;
import java.util.stream.StreamSupport;
import org.cabildo.commitment.CommitmentTracking;
import org.cabildo.kernel.Percent;
import org.cabildo.portal.town.Office;
import org.cabildo.portal.town.PortalTest;
import org.cabildo.portal.town.Reader;
import org.cabildo.testing.Promises;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** The whole country's published commitments in one file: what was published, and nothing else. */
@PortalTest
class NationalDataTest {

    private static final String HOME = "/datos-del-pais";
    private static Office.Place renca;
    private static Office.Place maipu;
    private static Office.Place consortium;
    private static Promises.Made made;
    private final JsonMapper json = new JsonMapper();

    @Autowired
    Reader reader;

    @BeforeAll
    static void somePublishAndSomeDraft() {
        renca = Office.municipality("renca-datos");
        maipu = Office.municipality("maipu-datos");
        consortium = Office.consortium("cuenca-datos", renca, maipu);
        made = renca.publishes("Plan abierto");
        renca.acts(() -> Office.the(Promises.class).drafted("Plan secreto"));
        Office.publishesTogether(consortium, renca, maipu, "Plan compartido");
        List.of(renca, maipu, consortium).forEach(Office.Place::isHeard);
    }

    @Test
    void tellsEachPublishedCommitmentAtItsAddress() {
        assertThat(of(rows("compromisos"), renca)).singleElement().satisfies(row -> {
            assertThat(row.path("plan").stringValue()).isEqualTo("plan-abierto");
            assertThat(row.path("id").stringValue()).isEqualTo(made.commitment().toString());
            assertThat(row.path("tipo").stringValue()).isEqualTo("municipalidad");
            assertThat(row.path("sintetico").booleanValue()).isTrue();
            assertThat(row.path("direccion").stringValue())
                    .isEqualTo("http://" + renca.host() + "/planes/plan-abierto/compromisos/1");
        });
        assertThat(of(rows("compromisos"), consortium)).singleElement().satisfies(row -> {
            assertThat(row.path("tipo").stringValue()).isEqualTo("consorcio");
            assertThat(row.path("lidera").stringValue()).isEqualTo("renca-datos");
        });
        assertThat(of(rows("compromisos"), maipu)).isEmpty();
        var own = json.readTree(
                        reader.get(renca.host(), "/datos/compromisos.json").body())
                .path("compromisos")
                .get(0);
        assertThat(of(rows("compromisos"), renca)).singleElement().satisfies(row -> {
            for (var column : List.of("inicio", "termino", "estado", "hitos", "hitos_cumplidos", "hitos_retrasados")) {
                assertThat(row.path(column)).as(column).isEqualTo(own.path(column));
            }
            assertThat(row.path("hitos").intValue()).isEqualTo(2);
            assertThat(row.path("hitos_retrasados").intValue())
                    .as("as its page says")
                    .isEqualTo(1);
        });
        assertThat(reader.get("localhost", HOME + "/compromisos.csv").body())
                .contains("plan-abierto")
                .doesNotContain("plan-secreto", "Plan secreto");
    }

    @Test
    void tellsNewsOnceTheyAreHeard() {
        var tag = reader.get("localhost", HOME + "/compromisos.json").header("ETag");
        renca.acts(() -> {
            Office.the(CommitmentTracking.class)
                    .reportProgress(made.commitment(), made.first(), new Percent(60), Promises.MINUTES, Promises.TODAY);
            return true;
        });
        renca.isHeard();

        var now = reader.get("localhost", HOME + "/compromisos.json", "If-None-Match", tag);
        assertThat(now.status()).isEqualTo(200);
        assertThat(of(rows("compromisos"), renca).getFirst().path("avance").intValue())
                .isEqualTo(30);
        assertThat(reader.get("localhost", HOME + "/compromisos.json", "If-None-Match", now.header("ETag"))
                        .status())
                .isEqualTo(304);
    }

    @Test
    void theInventedAreInTheFileAndInNoFigure() {
        Office.municipalityAt("verdadera.ejemplo.cl", "verdadera-datos").publishes("Plan verdadero");
        var all = rows("instituciones");
        var real = all.stream()
                .filter(row -> !row.path("sintetico").booleanValue())
                .filter(row -> !row.path("tipo").stringValue().equals("consorcio"))
                .count();
        var invented =
                all.stream().filter(row -> row.path("sintetico").booleanValue()).count();
        var said = reader.get("localhost", HOME).text();

        assertThat(real).isPositive().isLessThan(all.size());
        assertThat(said)
                .contains(
                        real == 1 ? "Una institución." : real + " instituciones.", invented + " líneas de demostración")
                .doesNotContain(all.size() + " instituciones");
    }

    @Test
    void tellsEachInstitutionWithWhatItPublishedAndLeads() {
        var institutions = rows("instituciones");

        assertThat(titled(institutions, "renca-datos").path("compromisos").intValue())
                .isEqualTo(2);
        assertThat(titled(institutions, "maipu-datos").path("compromisos").intValue())
                .isZero();
        assertThat(titled(institutions, "cuenca-datos").path("tipo").stringValue())
                .isEqualTo("consorcio");
        assertThat(titled(institutions, "renca-datos").path("direccion").stringValue())
                .isEqualTo("http://" + renca.host() + "/");
    }

    @ParameterizedTest
    @ValueSource(strings = {"compromisos", "instituciones"})
    void downloadsKeepTheirSchema(String list) {
        var schema = SchemaRegistry.withDefaultDialect(SpecificationVersion.DRAFT_2020_12)
                .getSchema(
                        reader.get("localhost", HOME + "/" + list + ".schema.json")
                                .body(),
                        InputFormat.JSON);

        assertThat(schema.validate(
                        reader.get("localhost", HOME + "/" + list + ".json").body(), InputFormat.JSON))
                .isEmpty();
        assertThat(rows(list)).isNotEmpty();
        assertThat(reader.get("localhost", HOME + "/" + list + ".jsonld").body())
                .isEqualTo(reader.get("localhost", HOME + "/" + list + ".json").body());
    }

    @Test
    void isTheNationsAndNoTenants() {
        assertThat(reader.get("localhost", HOME).text())
                .contains("Datos abiertos del país", "Compromisos de todo el país");
        assertThat(reader.get("localhost", HOME + "?lang=en").text()).contains("National open data");
        assertThat(reader.get("localhost", "/").body()).contains("href=\"" + HOME + "\"");
        for (var path : List.of("", "/compromisos.json", "/instituciones.csv", "/compromisos.schema.json")) {
            assertThat(reader.get(renca.host(), HOME + path).status()).as(path).isEqualTo(404);
        }
        assertThat(reader.get("localhost", HOME + "/planes.json").status()).isEqualTo(404);
        assertThat(reader.get("localhost", "/datos/compromisos.json").status()).isEqualTo(404);
    }

    private List<JsonNode> rows(String list) {
        var whole = json.readTree(
                reader.get("localhost", HOME + "/" + list + ".json").body());
        return StreamSupport.stream(whole.path(list).spliterator(), false).toList();
    }

    private static List<JsonNode> of(List<JsonNode> rows, Office.Place place) {
        return rows.stream()
                .filter(row -> row.path("direccion").stringValue().startsWith("http://" + place.host() + "/"))
                .toList();
    }

    private static JsonNode titled(List<JsonNode> rows, String title) {
        return rows.stream()
                .filter(row -> row.path("titulo").stringValue().equals(title))
                .findFirst()
                .orElseThrow();
    }
}
