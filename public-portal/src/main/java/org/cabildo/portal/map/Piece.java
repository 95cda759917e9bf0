package org.cabildo.portal.map;

import java.util.List;
import java.util.Optional;

/**
 * A drawn piece of a page's map.
 *
 * @param title what it shows
 * @param width in units of its own
 * @param height in units of its own
 */
public record Piece(String title, int width, int height, List<Area> areas) {

    /** Whether half the room of the others is enough for it. */
    public boolean isSmall() {
        return Math.max(width, height) <= Atlas.SMALL;
    }

    /**
     * One territory.
     *
     * @param path as SVG writes it
     * @param mark what stands on it; empty where there is no room
     * @param step how strong its colour is, from 0 for nothing to 4
     * @param address where it leads; empty: nowhere yet, or too small to be hit
     * @param said what the colour stands for, in words
     */
    public record Area(String path, String mark, int x, int y, int step, Optional<String> address, String said) {}
}
