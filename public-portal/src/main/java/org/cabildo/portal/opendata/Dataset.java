package org.cabildo.portal.opendata;

import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;
import org.cabildo.tenancy.Tenant;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.json.JsonMapper;

/**
 * Rows that are given to machines: as JSON that is JSON-LD 1.1 too (each row is the thing at its {@code direccion},
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

    /**
     * What can stand in a column.
     *
     * @param rule as JSON Schema writes it
     */
    record Kind(SortedMap<String, Object> rule) {
        static final Kind TEXT = of(Map.of("type", "string"));
        static final Kind MAYBE_TEXT = of(Map.of("type", List.of("string", "null")));
        static final Kind TEXTS = of(Map.of("type", "array", "items", TEXT.rule));
        static final Kind YES_OR_NO = of(Map.of("type", "boolean"));
        static final Kind NUMBER = of(Map.of("type", "integer", "minimum", 1));
        static final Kind COUNT = of(Map.of("type", "integer", "minimum", 0));
        static final Kind MAYBE_COUNT = of(Map.of("type", List.of("integer", "null"), "minimum", 0));
        static final Kind PERCENT = of(Map.of("type", "integer", "minimum", 0, "maximum", 100));
        static final Kind DAY = of(Map.of("type", "string", "format", "date"));
        static final Kind MAYBE_DAY = of(Map.of("type", List.of("string", "null"), "format", "date"));
        static final Kind MOMENT = of(Map.of("type", "string", "format", "date-time"));
        static final Kind ADDRESS = of(Map.of("type", "string", "format", "uri"));
        static final Kind MAYBE_ADDRESS = of(Map.of("type", List.of("string", "null"), "format", "uri"));
        static final Kind ID = of(Map.of("type", "string", "format", "uuid"));
        static final Kind MAYBE_ID = of(Map.of("type", List.of("string", "null"), "format", "uuid"));
        static final Kind MAYBE_SHA256 = of(Map.of("type", List.of("string", "null"), "pattern", "^[0-9a-f]{64}$"));

        private static Kind of(Map<String, Object> rule) {
            return new Kind(new TreeMap<>(rule)); // written in the same order by every process
        }

        /** One of these words and no other. */
        static Kind oneOf(Stream<String> words) {
            return of(Map.of("enum", words.toList()));
        }

        /** One of these words, or nothing. */
        static Kind maybeOneOf(List<String> words) {
            var choices = new ArrayList<@Nullable String>(words);
            choices.add(null);
            return of(Map.of("enum", choices));
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

    /** Who gives the rows away. */
    record Publisher(String name, @Nullable String code, boolean synthetic) {

        static Publisher of(Tenant tenant) {
            return new Publisher(tenant.name(), tenant.governmentCode(), tenant.synthetic());
        }
    }

    /**
     * The rows.
     *
     * @param schema address of the schema they keep
     */
    byte[] json(JsonMapper json, Publisher publisher, String schema, List<?> rows) {
        var whole = new LinkedHashMap<String, Object>();
        whole.put("@context", context(schema));
        whole.put("esquema", schema);
        whole.put("institucion", publisher.name());
        whole.put("codigo", publisher.code());
        whole.put("sintetico", publisher.synthetic());
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
        context.put("actualizado", typed(SCHEMA_ORG + "dateModified", SCHEMA_ORG + "DateTime"));
        context.put("momento", typed(SCHEMA_ORG + "dateCreated", SCHEMA_ORG + "DateTime"));
        context.put("adaptado_de_direccion", typed(SCHEMA_ORG + "isBasedOn", "@id"));
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
