package org.cabildo.portal.map;

/**
 * A point of an outline.
 *
 * @param x thousandths of a degree east
 * @param y thousandths of a degree north
 */
record Spot(int x, int y) implements Comparable<Spot> {

    @Override
    public int compareTo(Spot other) {
        return x == other.x ? Integer.compare(y, other.y) : Integer.compare(x, other.x);
    }
}
