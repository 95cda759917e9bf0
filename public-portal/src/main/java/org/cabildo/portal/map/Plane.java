package org.cabildo.portal.map;

import java.util.Collection;

/**
 * The paper a map is drawn on. The country is long and narrow: every parallel has its true length (sinusoidal), so that
 * areas compare.
 *
 * @param middle meridian that is drawn straight, in thousandths of a degree
 * @param left edge of the paper, in thousandths of a degree from the middle
 * @param top edge of the paper, in thousandths of a degree north
 * @param scale units of the paper for a thousandth of a degree
 */
record Plane(double middle, double left, double top, double scale, int width, int height) {

    private static final double DEGREE = 1000;

    /** As large a paper as fits, with a margin, for all these outlines. */
    static Plane of(Collection<Outline> outlines, int widest, int highest, int margin) {
        var spots = outlines.stream()
                .flatMap(outline -> outline.rings().stream())
                .flatMap(Collection::stream)
                .toList();
        var x = spots.stream().mapToInt(Spot::x).summaryStatistics();
        var y = spots.stream().mapToInt(Spot::y).summaryStatistics();
        double middle = (x.getMin() + x.getMax()) / 2.0;
        var east = spots.stream().mapToDouble(spot -> east(spot, middle)).summaryStatistics();
        double across = east.getMax() - east.getMin();
        double along = y.getMax() - y.getMin();
        double scale = Math.min((widest - 2 * margin) / across, (highest - 2 * margin) / along);
        return new Plane(
                middle,
                east.getMin() - margin / scale,
                y.getMax() + margin / scale,
                scale,
                (int) Math.ceil(across * scale) + 2 * margin,
                (int) Math.ceil(along * scale) + 2 * margin);
    }

    private static double east(Spot spot, double middle) {
        return (spot.x() - middle) * Math.cos(Math.toRadians(spot.y() / DEGREE));
    }

    double x(Spot spot) {
        return (east(spot, middle) - left) * scale;
    }

    double y(Spot spot) {
        return (top - spot.y()) * scale;
    }
}
