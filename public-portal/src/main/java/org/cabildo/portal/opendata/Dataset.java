package org.cabildo.portal.opendata;

import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.UnaryOperator;
import org.cabildo.tenancy.Tenant;
import tools.jackson.databind.json.JsonMapper;

/**
 * Rows that a tenant gives to machines: as JSON that is JSON-LD 1.1 too (each row is the thing at its {@code direccion},
 * told in the words of schema.org where it has them), with the JSON Schema (draft 2020-12) that it keeps.
 *
 * @param name of the list, and of its files
 * @param kinds what stands in each column, in order
 */
record Dataset(String name, Map<String, Kind> kinds) {

    private static final String SCHEMA_ORG = "https://schema.org/";

    Dataset {
        kinds = Collections.unmodifiableMap(new LinkedHashMap<>(kinds));
    }

    /** What can stand in a column. */
    @SuppressWarnings("ImmutableEnumChecker") // rules are made of what Map.of and List.of give
    enum Kind {
        TEXT(Map.of("type", "string")),
        MAYBE_TEXT(Map.of("type", List.of("string", "null"))),
        TEXTS(Map.of("type", "array", "items", Map.of("type", "string"))),
        YES_OR_NO(Map.of("type", "boolean")),
        NUMBER(Map.of("type", "integer", "minimum", 1)),
        COUNT(Map.of("type", "integer", "minimum", 0)),
        MAYBE_COUNT(Map.of("type", List.of("integer", "null"), "minimum", 0)),
        PERCENT(Map.of("type", "integer", "minimum", 0, "maximum", 100)),
        DAY(Map.of("type", "string", "format", "date")),
        MAYBE_DAY(Map.of("type", List.of("string", "null"), "format", "date")),
        MOMENT(Map.of("type", "string", "format", "date-time")),
        ADDRESS(Map.of("type", "string", "format", "uri")),
        MAYBE_ADDRESS(Map.of("type", List.of("string", "null"), "format", "uri")),
        ID(Map.of("type", "string", "format", "uuid")),
        MAYBE_SHA256(Map.of("type", List.of("string", "null"), "pattern", "^[0-9a-f]{64}$")),
        FRAMEWORK(Map.of(
                "enum", List.of("ogp_nacional", "ogp_local", "consorcio", "propio", "interno", "modelo_municipal"))),
        STAGE(Map.of("enum", List.of("aprobado", "entregado", "vigente", "cerrado", "evaluado"))),
        STATUS(Map.of("enum", List.of("no_iniciado", "en_curso", "retrasado", "cumplido", "retirado")));

        private final Map<String, Object> rule;

        Kind(Map<String, Object> rule) {
            this.rule = new TreeMap<>(rule); // written in the same order by every process
        }
    }

    /** One without columns yet. */
    static Dataset named(String name) {
        return new Dataset(name, Map.of());
    }

    /** The same with one column more. */
    Dataset with(String column, Kind kind) {
        var more = new LinkedHashMap<>(kinds);
        more.put(column, kind);
        return new Dataset(name, more);
    }

    /** Their names, in order. */
    List<String> columns() {
        return List.copyOf(kinds.keySet());
    }

    /** Where its schema is read, within a portal. */
    String schemaPath() {
        return "/datos/%s.schema.json".formatted(name);
    }

    /**
     * The rows.
     *
     * @param schema address of the schema they keep
     */
    byte[] json(JsonMapper json, Tenant tenant, String schema, List<?> rows) {
        var whole = new LinkedHashMap<String, Object>();
        whole.put("@context", context(schema));
        whole.put("esquema", schema);
        whole.put("institucion", tenant.name());
        whole.put("codigo", tenant.governmentCode());
        whole.put("sintetico", tenant.synthetic());
        whole.put(name, rows);
        return json.writerWithDefaultPrettyPrinter().writeValueAsBytes(whole);
    }

    /** What the names mean to whoever knows schema.org; the others mean what the schema says of them. */
    private Map<String, Object> context(String schema) {
        var context = new LinkedHashMap<String, Object>();
        context.put("@version", 1.1);
        context.put("@vocab", schema + "#");
        context.put("esquema", typed("http://purl.org/dc/terms/conformsTo", "@id"));
        context.put("direccion", "@id");
        context.put("id", SCHEMA_ORG + "identifier");
        context.put("titulo", SCHEMA_ORG + "name");
        context.put("inicio", typed(SCHEMA_ORG + "startDate", SCHEMA_ORG + "Date"));
        context.put("termino", typed(SCHEMA_ORG + "endDate", SCHEMA_ORG + "Date"));
        context.put("publicada", typed(SCHEMA_ORG + "datePublished", SCHEMA_ORG + "DateTime"));
        context.put("momento", typed(SCHEMA_ORG + "dateCreated", SCHEMA_ORG + "DateTime"));
        context.put("evidencia_direccion", typed(SCHEMA_ORG + "citation", "@id"));
        context.put(name, SCHEMA_ORG + "hasPart");
        return context;
    }

    private static Map<String, Object> typed(String id, String type) {
        return new TreeMap<>(Map.of("@id", id, "@type", type));
    }

    /**
     * What every download of this keeps.
     *
     * @param address of the schema itself
     * @param title what the list is, for people
     * @param meaning says what a column means
     */
    byte[] schema(JsonMapper json, String address, String title, UnaryOperator<String> meaning) {
        var row = new LinkedHashMap<String, Object>();
        kinds.forEach((column, kind) -> {
            var rule = new LinkedHashMap<String, Object>();
            rule.put("description", meaning.apply(column));
            rule.putAll(kind.rule);
            row.put(column, rule);
        });
        var properties = new LinkedHashMap<String, Object>();
        properties.put("@context", Map.of("type", "object"));
        properties.put("esquema", Map.of("const", address));
        properties.put("institucion", Kind.TEXT.rule);
        properties.put("codigo", Kind.MAYBE_TEXT.rule);
        properties.put("sintetico", Kind.YES_OR_NO.rule);
        properties.put(name, new TreeMap<>(Map.of("type", "array", "items", closed(row))));
        var whole = new LinkedHashMap<String, Object>();
        whole.put("$schema", "https://json-schema.org/draft/2020-12/schema");
        whole.put("$id", address);
        whole.put("title", title);
        whole.putAll(closed(properties));
        return json.writerWithDefaultPrettyPrinter().writeValueAsBytes(whole);
    }

    /** An object that has all of these, and nothing else. */
    private static Map<String, Object> closed(Map<String, Object> properties) {
        var rule = new LinkedHashMap<String, Object>();
        rule.put("type", "object");
        rule.put("properties", properties);
        rule.put("required", new ArrayList<>(properties.keySet()));
        rule.put("additionalProperties", false);
        return rule;
    }
}
