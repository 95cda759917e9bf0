package org.cabildo.tenancy;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Objects;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** The schema this code expects a tenant to have, counted without opening Liquibase: applications start without it. */
final class TenantSchema {

    static final String FOLDER = "db/changelog/tenant/";
    static final String CHANGELOG = FOLDER + "changelog.xml";
    private static final Pattern INCLUDED = Pattern.compile("<include file=\"([^\"]+)\"");

    /** The number of changesets in the tenant changelog. Released ones are never removed, so it only grows. */
    static final int VERSION = count();

    private TenantSchema() {}

    private static int count() {
        return Math.toIntExact(
                sql().filter(line -> line.startsWith("--changeset ")).count());
    }

    /** The lines of the changelog, in order. */
    static Stream<String> sql() {
        return INCLUDED.matcher(text(CHANGELOG))
                .results()
                .map(found -> text(FOLDER + found.group(1)))
                .flatMap(String::lines);
    }

    private static String text(String resource) {
        var stream =
                Objects.requireNonNull(TenantSchema.class.getClassLoader().getResourceAsStream(resource), resource);
        try (var reader = new BufferedReader(new InputStreamReader(stream, StandardCharsets.UTF_8))) {
            return reader.readAllAsString();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
