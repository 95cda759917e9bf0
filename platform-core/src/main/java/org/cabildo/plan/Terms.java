package org.cabildo.plan;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.cabildo.tenancy.TenantKind;

/** From when to when governments hold office: dated facts, read from {@code plan/terms.csv}. */
final class Terms {

    private static final List<Term> ALL = read();

    private Terms() {}

    /**
     * A term of office.
     *
     * @param start the day it begins
     * @param end the day the next one begins: a plan ends on it at the latest
     */
    record Term(TenantKind kind, LocalDate start, LocalDate end) {}

    /** The term in which governments of this kind were on that day. */
    static Optional<Term> at(TenantKind kind, LocalDate day) {
        return ALL.stream()
                .filter(term -> term.kind() == kind && !day.isBefore(term.start()) && day.isBefore(term.end()))
                .findFirst();
    }

    private static List<Term> read() {
        try (var file = Terms.class.getResourceAsStream("/plan/terms.csv")) {
            var text = new String(Objects.requireNonNull(file).readAllBytes(), StandardCharsets.UTF_8);
            return text.lines()
                    .skip(1)
                    .map(line -> line.split(";", -1))
                    .map(cells -> new Term(
                            TenantKind.valueOf(cells[0]), LocalDate.parse(cells[1]), LocalDate.parse(cells[2])))
                    .toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
