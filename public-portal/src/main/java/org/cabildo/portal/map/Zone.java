package org.cabildo.portal.map;

import java.util.List;

/** The country in four pieces, for it is too long for one. From north to south. */
enum Zone {
    NORTH,
    CENTRE,
    SOUTH,
    FAR_SOUTH;

    /** The codes of its regions. */
    List<String> regions() {
        return switch (this) {
            case NORTH -> List.of("15", "01", "02", "03", "04");
            case CENTRE -> List.of("05", "13", "06", "07", "16", "08");
            case SOUTH -> List.of("09", "14", "10");
            case FAR_SOUTH -> List.of("11", "12");
        };
    }
}
