package org.cabildo.appearance.published;

import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * How a portal looks.
 *
 * @param accent of words that lead somewhere, lines and buttons; empty: the portal's own
 * @param second of what needs attention; empty: the portal's own
 * @param arms empty: none
 * @param order of all sections of the first page, those that are hidden too
 * @param hidden sections that are left out
 */
public record Appearance(
        Optional<Colour> accent,
        Optional<Colour> second,
        Optional<Arms> arms,
        List<Section> order,
        Set<Section> hidden) {

    /** As a portal looks whose tenant said nothing. */
    public static final Appearance PLAIN =
            new Appearance(Optional.empty(), Optional.empty(), Optional.empty(), List.of(), Set.of());

    public Appearance {
        order = Section.ordered(order);
        hidden = hidden.stream().filter(Section::isHideable).collect(Collectors.toUnmodifiableSet());
    }

    /**
     * A coat of arms.
     *
     * @param sha256 of the picture
     * @param alternative what it shows, for those who do not see it
     */
    public record Arms(String sha256, String alternative) {}

    /** The sections of the first page, in their order. */
    public List<Section> shown() {
        return order.stream().filter(section -> !hidden.contains(section)).toList();
    }
}
