package org.cabildo.portal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.cabildo.testing.Promises.MINUTES;
import static org.cabildo.testing.Promises.TODAY;

import com.apicatalog.jsonld.JsonLd;
import com.apicatalog.jsonld.JsonLdError;
import com.apicatalog.jsonld.document.JsonDocument;
import com.networknt.schema.InputFormat;
import com.networknt.schema.Schema;
import com.networknt.schema.SchemaRegistry;
import com.networknt.schema.SpecificationVersion;
import jakarta.json.JsonObject;
import java.io.StringReader;
import java.util.List;
import java.util.UUID;
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
import tools.jackson.databind.node.ObjectNode;

/** Downloads keep the schema that stands beside them, and say in linked data what they say in JSON. */
@PortalTest
class LinkedDataTest {

    private static final String IDENTIFIER = "https://schema.org/identifier";
    private static final String NAME = "https://schema.org/name";
    private static Office.Place renca;
    private static Office.Place quiet;
    private static Office.Place consortium;
    private static Promises.Made made;

    @Autowired
    Reader reader;

    private final JsonMapper json = new JsonMapper();

    @BeforeAll
    static void muchIsPublished() {
        renca = Office.municipality("renca");
        quiet = Office.municipality("callada");
        consortium = Office.consortium("renca-callada", renca, quiet);
        made = renca.publishes("Plan abierto");
        renca.acts(() -> {
            var tracking = Office.the(CommitmentTracking.class);
            tracking.reportProgress(made.commitment(), made.first(), new Percent(80), MINUTES, TODAY);
            tracking.correctProgress(
                    made.commitment(), made.first(), new Percent(50), "El acta era de otra sesión", TODAY);
            return true;
        });
        Office.publishesTogether(consortium, renca, quiet, "Plan compartido");
    }

    @ParameterizedTest
    @ValueSource(strings = {"compromisos", "hitos", "planes", "avances"})
    void downloadsKeepTheirSchema(String list) {
        for (var place : List.of(renca, consortium, quiet)) {
            var schema = schema(place, list);
            var body = reader.get(place.host(), "/datos/" + list + ".json").body();

            assertThat(schema.validate(body, InputFormat.JSON)).as(place.slug()).isEmpty();
        }
        assertThat(rows(renca, list)).isNotEmpty();
        assertThat(rows(quiet, list)).isEmpty();
    }

    /** A schema that anything keeps says nothing. */
    @ParameterizedTest
    @ValueSource(strings = {"compromisos", "hitos", "planes", "avances"})
    void theSchemaRefusesWhatIsMissingStrangeOrOfAnotherKind(String list) {
        var schema = schema(renca, list);
        for (var name : rows(renca, list).get(0).propertyNames()) {
            assertThat(broken(schema, list, row -> row.remove(name)))
                    .as("without %s", name)
                    .isNotEmpty();
            assertThat(broken(schema, list, row -> row.putObject(name)))
                    .as("another %s", name)
                    .isNotEmpty();
        }
        assertThat(broken(schema, list, row -> row.put("secreto", "x"))).isNotEmpty();
        assertThat(broken(schema, list, _ -> {})).isEmpty();
    }

    private interface Breaking {
        void of(ObjectNode row);
    }

    private List<?> broken(Schema schema, String list, Breaking breaking) {
        var whole = tree(renca, list);
        breaking.of((ObjectNode) whole.path(list).get(0));
        return schema.validate(whole.toString(), InputFormat.JSON);
    }

    @Test
    void aSchemaSaysWhatEachColumnMeansAndWhereItStands() {
        var answer = reader.get(renca.host(), "/datos/compromisos.schema.json");
        var schema = json.readTree(answer.body());

        assertThat(answer.header("Content-Type")).startsWith("application/schema+json");
        assertThat(answer.header("Access-Control-Allow-Origin")).isEqualTo("*");
        assertThat(schema.path("$id").stringValue())
                .isEqualTo("http://" + renca.host() + "/datos/compromisos.schema.json")
                .isEqualTo(tree(renca, "compromisos").path("esquema").stringValue());
        assertThat(schema.at("/properties/compromisos/items/properties/avance/description")
                        .stringValue())
                .isEqualTo("Porcentaje de avance, de 0 a 100");
        assertThat(reader.get("localhost", "/datos/compromisos.schema.json").status())
                .isEqualTo(404);
    }

    @Test
    void linkedDataTellsEachCommitmentAtItsAddressInWordsOfSchemaOrg() throws JsonLdError {
        var answer = reader.get(renca.host(), "/datos/compromisos.jsonld");
        assertThat(answer.header("Content-Type")).startsWith("application/ld+json");
        assertThat(answer.body())
                .isEqualTo(reader.get(renca.host(), "/datos/compromisos.json").body());

        var told =
                JsonLd.expand(JsonDocument.of(new StringReader(answer.body()))).get();
        var whole = told.getJsonObject(0);
        var promise = whole.getJsonArray("https://schema.org/hasPart").getJsonObject(0);

        assertThat(promise.getString("@id")).isEqualTo("http://" + renca.host() + "/planes/plan-abierto/compromisos/1");
        assertThat(value(promise, NAME)).isEqualTo("Abrir el presupuesto");
        assertThat(UUID.fromString(value(promise, IDENTIFIER)))
                .isEqualTo(made.commitment().value());
        assertThat(value(promise, "https://schema.org/startDate")).isEqualTo("2026-01-01");
        assertThat(whole.getJsonArray("http://purl.org/dc/terms/conformsTo")
                        .getJsonObject(0)
                        .getString("@id"))
                .isEqualTo("http://" + renca.host() + "/datos/compromisos.schema.json");
    }

    /** Whatever names a thing is the same whichever way and in whichever language somebody came to it. */
    @ParameterizedTest
    @ValueSource(
            strings = {
                "compromisos.json",
                "hitos.json",
                "planes.json",
                "avances.json",
                "planes.schema.json",
                "planes.csv"
            })
    void namesDoNotHangOnTheWayThere(String file) {
        var plain = reader.get(renca.host(), "/datos/" + file).body();

        assertThat(reader.get(renca.host(), "/datos/" + file + "?lang=en").body())
                .isEqualTo(plain);
        assertThat(reader.get("localhost", "/t/" + renca.slug() + "/datos/" + file)
                        .body())
                .isEqualTo(plain);
    }

    private static String value(JsonObject thing, String name) {
        return thing.getJsonArray(name).getJsonObject(0).getString("@value");
    }

    private Schema schema(Office.Place place, String list) {
        var text = reader.get(place.host(), "/datos/" + list + ".schema.json").body();
        return SchemaRegistry.withDefaultDialect(SpecificationVersion.DRAFT_2020_12)
                .getSchema(text, InputFormat.JSON);
    }

    private JsonNode rows(Office.Place place, String list) {
        return tree(place, list).path(list);
    }

    private JsonNode tree(Office.Place place, String list) {
        return json.readTree(
                reader.get(place.host(), "/datos/" + list + ".json").body());
    }
}
