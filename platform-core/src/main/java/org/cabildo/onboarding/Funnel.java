package org.cabildo.onboarding;

import java.util.EnumMap;
import java.util.List;
import java.util.Map;

/**
 * How many governments have come how far, from north to south.
 *
 * @param regions one line for each region
 */
public record Funnel(List<Line> regions) {

    /**
     * The governments of one region, its regional government among them.
     *
     * @param region its code
     * @param reached how many reached each stage
     */
    public record Line(String region, String name, Map<Stage, Integer> reached) {

        /** What part of the listed ones reached it. @return percent, 0 to 100 */
        public double percent(Stage stage) {
            return share(reached, stage);
        }
    }

    public Funnel {
        regions = List.copyOf(regions);
    }

    /** All regions together. */
    public Map<Stage, Integer> nation() {
        var sum = new EnumMap<Stage, Integer>(Stage.class);
        for (var stage : Stage.values()) {
            sum.put(
                    stage,
                    regions.stream()
                            .mapToInt(line -> line.reached().getOrDefault(stage, 0))
                            .sum());
        }
        return sum;
    }

    /** What part of all listed ones reached it. @return percent, 0 to 100 */
    public double percent(Stage stage) {
        return share(nation(), stage);
    }

    private static double share(Map<Stage, Integer> reached, Stage stage) {
        int listed = reached.getOrDefault(Stage.LISTED, 0);
        return listed == 0 ? 0 : 100.0 * reached.getOrDefault(stage, 0) / listed;
    }
}
