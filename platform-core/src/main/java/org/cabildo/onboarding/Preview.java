package org.cabildo.onboarding;

import java.util.Collection;
import java.util.List;
import java.util.Set;
import org.cabildo.kernel.Refused;

/**
 * A list judged line by line. Nothing has been applied.
 *
 * @param lines in the order of the file
 */
public record Preview(List<Line> lines) {

    public Preview {
        lines = List.copyOf(lines);
    }

    /** The lines that can be onboarded. */
    public List<Line> sound() {
        return lines.stream().filter(Line::isSound).toList();
    }

    /** The lines that cannot. */
    public List<Line> unsound() {
        return lines.stream().filter(line -> !line.isSound()).toList();
    }

    /**
     * The lines with these numbers, ready to be ordered.
     *
     * @throws Refused if there is none, or if one of them has a problem
     */
    List<Line> chosen(Collection<Integer> numbers) {
        var wanted = Set.copyOf(numbers);
        var chosen =
                lines.stream().filter(line -> wanted.contains(line.number())).toList();
        if (chosen.isEmpty()) {
            throw new Refused(
                    "onboarding.order.nothing", "Nothing was chosen: choose at least one line without problems.");
        }
        for (var line : chosen) {
            if (!line.isSound()) {
                throw new Refused(
                        "onboarding.order.problem",
                        "Line %d has a problem: correct it or leave it out.".formatted(line.number()),
                        line.number());
            }
        }
        return chosen;
    }
}
