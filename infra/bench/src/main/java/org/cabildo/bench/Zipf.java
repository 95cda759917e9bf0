package org.cabildo.bench;

import java.util.Arrays;

/** Chooses among ranks the way people choose among places: the second half as often as the first, and so on. */
final class Zipf {

    private final double[] cumulated;

    /**
     * @param ranks how many there are to choose from
     * @param exponent 1: rank r is chosen 1/r as often as the first
     */
    Zipf(int ranks, double exponent) {
        cumulated = new double[ranks];
        double sum = 0;
        for (int rank = 0; rank < ranks; rank++) {
            sum += Math.pow(rank + 1.0, -exponent);
            cumulated[rank] = sum;
        }
        for (int rank = 0; rank < ranks; rank++) {
            cumulated[rank] /= sum;
        }
    }

    /**
     * The rank, from 0, that a number falls on.
     *
     * @param even evenly distributed, from 0 to 1, 1 excluded
     */
    int rank(double even) {
        int found = Arrays.binarySearch(cumulated, even);
        return Math.min(found >= 0 ? found + 1 : -found - 1, cumulated.length - 1);
    }

    /** How often a rank is chosen, as a share of all. */
    double share(int rank) {
        return cumulated[rank] - (rank == 0 ? 0 : cumulated[rank - 1]);
    }
}
