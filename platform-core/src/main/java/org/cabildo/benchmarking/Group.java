package org.cabildo.benchmarking;

import java.util.Collection;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.cabildo.benchmarking.Comparison.Line;

/** Tenants that compare, with their figures. Never of two worlds. */
public record Group(World world, List<Line> lines) {

    /** Those of all lines that belong to this world and are peers of this kind. */
    public static Group among(Collection<Line> all, World world, Peers peers, Selection chosen) {
        return new Group(
                world,
                all.stream()
                        .filter(world::holds)
                        .filter(line -> peers.include(line, chosen))
                        .toList());
    }

    /** How a figure is spread in it. */
    public Spread spread(Indicator indicator) {
        return Spread.of(figures(indicator));
    }

    /**
     * The place of one of its tenants by a figure; empty if it has none, is not in the group, or the group is too small.
     */
    public Optional<Place> place(Indicator indicator, Line line) {
        var own = indicator.of(line);
        var figures = figures(indicator);
        if (own == null || !lines.contains(line) || figures.size() < Spread.SMALLEST_GROUP) {
            return Optional.empty();
        }
        var before =
                figures.stream().filter(one -> indicator.precedes(one, own)).count();
        var alike = figures.stream().filter(own::equals).count();
        return Optional.of(new Place((int) before + 1, figures.size(), alike == figures.size()));
    }

    /**
     * Where a tenant stands in its group. Whoever has the same figure has the same place.
     *
     * @param at 1 is the first
     * @param of tenants that have the figure
     * @param alike whether all of them have the same figure: then there is no first and no last
     */
    public record Place(int at, int of, boolean alike) {}

    private List<Double> figures(Indicator indicator) {
        return lines.stream()
                .map(indicator::of)
                .filter(Objects::nonNull)
                .map(Objects::requireNonNull)
                .toList();
    }
}
