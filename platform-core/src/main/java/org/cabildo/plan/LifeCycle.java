package org.cabildo.plan;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Stream;
import org.cabildo.identity.Role;

/** Which steps each framework knows from which stage: the one machine of all plans, read from {@code plan/life-cycle.csv}. */
final class LifeCycle {

    private static final Map<Framework, List<Transition>> TRANSITIONS = read();

    private LifeCycle() {}

    /** All that a framework knows. */
    static List<Transition> of(Framework framework) {
        return TRANSITIONS.getOrDefault(framework, List.of());
    }

    /** The steps that lead on from a stage. */
    static List<Transition> from(Framework framework, PlanStage stage) {
        return of(framework).stream().filter(way -> way.from() == stage).toList();
    }

    static Optional<Transition> find(Framework framework, PlanStage stage, PlanStep step) {
        return from(framework, stage).stream().filter(way -> way.step() == step).findFirst();
    }

    /** The step that publishing a version takes from a stage; nothing where none is proposed. */
    static Optional<Transition> publishing(Framework framework, PlanStage stage, boolean first) {
        return find(framework, stage, first ? PlanStep.APPROVE : PlanStep.AMEND);
    }

    /** Whether plans of this framework are ever in this stage. */
    static boolean knows(Framework framework, PlanStage stage) {
        return of(framework).stream().anyMatch(way -> way.from() == stage || way.to() == stage);
    }

    private static Map<Framework, List<Transition>> read() {
        try (var file = LifeCycle.class.getResourceAsStream("/plan/life-cycle.csv")) {
            var text = new String(Objects.requireNonNull(file).readAllBytes(), StandardCharsets.UTF_8);
            var rows = text.lines().skip(1).map(line -> line.split(",", -1)).toList();
            var all = new EnumMap<Framework, List<Transition>>(Framework.class);
            for (var framework : Framework.values()) {
                all.put(
                        framework,
                        rows.stream()
                                .filter(cells -> words(cells[0]).anyMatch(framework.name()::equals))
                                .flatMap(LifeCycle::ways)
                                .toList());
            }
            return all;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static Stream<Transition> ways(String[] cells) {
        return words(cells[2])
                .map(PlanStage::valueOf)
                .map(from -> new Transition(
                        PlanStep.valueOf(cells[1]),
                        from,
                        cells[3].equals("=") ? from : PlanStage.valueOf(cells[3]),
                        Role.valueOf(cells[4]),
                        cells[5].equals("yes"),
                        cells[6].equals("yes"),
                        cells[7].equals("PUBLICATION")));
    }

    private static Stream<String> words(String cell) {
        return Arrays.stream(cell.split(" "));
    }
}
