package org.cabildo.plan;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/** Which gap matters how much in which framework, and who says so: read from {@code plan/rules.csv}. */
final class PlanRules {

    private static final List<Row> ROWS = read();

    private PlanRules() {}

    private record Row(Set<String> frameworks, PlanRule rule) {}

    /** The rule on this gap; none: plans of this framework may have it. */
    static Optional<PlanRule> find(Framework framework, String code) {
        return ROWS.stream()
                .filter(row ->
                        row.rule().code().equals(code) && row.frameworks().contains(framework.name()))
                .map(Row::rule)
                .findFirst();
    }

    /** All gaps that some rule speaks of. */
    static Set<String> codes() {
        return ROWS.stream().map(row -> row.rule().code()).collect(Collectors.toSet());
    }

    private static List<Row> read() {
        try (var file = PlanRules.class.getResourceAsStream("/plan/rules.csv")) {
            var text = new String(Objects.requireNonNull(file).readAllBytes(), StandardCharsets.UTF_8);
            return text.lines()
                    .skip(1)
                    .map(line -> line.split(";", -1))
                    .map(PlanRules::row)
                    .toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static Row row(String[] cells) {
        var frameworks = cells[3].equals("*")
                ? Arrays.stream(Framework.values()).map(Enum::name).collect(Collectors.toSet())
                : Arrays.stream(cells[3].split(" ")).collect(Collectors.toSet());
        return new Row(
                frameworks,
                new PlanRule(
                        cells[0],
                        PlanRule.Severity.valueOf(cells[1]),
                        cells[2].isEmpty() ? null : PlanStep.valueOf(cells[2]),
                        cells[4],
                        cells[5]));
    }
}
