package org.cabildo.commitment.published;

import java.util.Collections;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.UnaryOperator;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.cabildo.kernel.Refused;
import org.cabildo.kernel.Texts;

/**
 * What is said of a commitment besides what every one needs. Texts are without blanks around them; lists and choices
 * have one thing on each line, none twice.
 *
 * @param said parts nobody wrote are not there
 */
public record Details(Map<Detail, String> said) {

    /** Characters of a text or a whole list. */
    public static final int LONGEST_TEXT = 10_000;

    /** Characters of a line. */
    public static final int LONGEST_LINE = 500;

    /** Nothing said. */
    public static final Details NONE = new Details(Map.of());

    /** The axes of a commitment, as the country's plans name them. */
    public static final List<String> AXES = List.of("DATA", "PROCESSES");

    private static final Set<String> KNOWN_AXES = Set.copyOf(AXES);
    private static final Pattern GOAL = Pattern.compile("[1-9]|1[0-7]");
    private static final Pattern NUMBER = Pattern.compile("[1-9]\\d{0,3}");
    private static final int REPEATED = 40; // characters of what was typed

    public Details {
        var kept = new EnumMap<Detail, String>(Detail.class);
        said.forEach((part, text) -> {
            var plain = plain(part, text);
            if (!plain.isEmpty()) {
                kept.put(part, plain);
            }
        });
        said = Collections.unmodifiableMap(kept);
    }

    private static String plain(Detail part, String text) {
        return switch (part.kind()) {
            case LINE -> Texts.within(LONGEST_LINE, "commitment.text.long", text.replaceAll("\\R", " "));
            case TEXT -> Texts.within(LONGEST_TEXT, "commitment.text.long", text);
            case LIST -> Texts.within(LONGEST_TEXT, "commitment.text.long", lines(text));
            case CHOICE, CHOICES -> chosen(part, Texts.within(LONGEST_TEXT, "commitment.text.long", lines(text)));
        };
    }

    private static String lines(String text) {
        return text.lines()
                .map(String::strip)
                .filter(line -> !line.isEmpty())
                .distinct()
                .collect(Collectors.joining("\n"));
    }

    /** Policy areas are an open list: OGP's own is longer than what could be confirmed of it. */
    private static String chosen(Detail part, String lines) {
        lines.lines().forEach(line -> {
            switch (part) {
                case AXIS -> demand(KNOWN_AXES.contains(line), "commitment.axis", line);
                case SDG -> demand(GOAL.matcher(line).matches(), "commitment.sdg", line);
                case RELATED -> demand(NUMBER.matcher(line).matches(), "commitment.related", line);
                default -> Texts.within(LONGEST_LINE, "commitment.text.long", line);
            }
        });
        return lines;
    }

    private static void demand(boolean known, String code, String line) {
        if (!known) {
            var typed = Texts.shortened(line, REPEATED);
            throw new Refused(code, "«%s» is none of those to choose from.".formatted(typed), typed);
        }
    }

    /** What is said of a part; empty where nothing is. */
    public String of(Detail part) {
        return said.getOrDefault(part, "");
    }

    /** The lines of a part. */
    public List<String> lines(Detail part) {
        return of(part).lines().toList();
    }

    /** The numbers of a part that is made of numbers. */
    public List<Integer> numbers(Detail part) {
        return of(part).lines().map(Integer::valueOf).toList();
    }

    public boolean isEmpty() {
        return said.isEmpty();
    }

    /** The same without what the public does not read. */
    public Details forThePublic() {
        return new Details(said.entrySet().stream()
                .filter(entry -> entry.getKey().isPublic())
                .collect(Collectors.toMap(Map.Entry::getKey, Map.Entry::getValue)));
    }

    /** The same with each line of a part said otherwise. */
    public Details with(Detail part, UnaryOperator<String> line) {
        var other = new EnumMap<Detail, String>(Detail.class);
        other.putAll(said);
        other.computeIfPresent(part, (_, text) -> text.lines().map(line).collect(Collectors.joining("\n")));
        return new Details(other);
    }

    /** The policy areas, the first one first. */
    public List<String> policyAreas() {
        return Stream.concat(lines(Detail.PRIMARY_AREA).stream(), lines(Detail.OTHER_AREAS).stream())
                .distinct()
                .toList();
    }

    /** Each part as a field of an amendment. */
    public void say(Map<String, String> fields) {
        said.forEach((part, text) -> {
            if (part.isPublic()) {
                fields.put("detail." + part, text);
            }
        });
    }
}
