package org.cabildo.calendar;

import java.time.LocalDate;
import java.util.Optional;

/**
 * A day off, by law.
 *
 * @param day the day
 * @param name its name in Spanish
 * @param reach how far it reaches
 * @param territory code of the region or comuna that keeps it; empty for the whole nation
 * @param mandatory whether shops close too (<i>irrenunciable</i>)
 */
public record Holiday(LocalDate day, String name, Reach reach, Optional<String> territory, boolean mandatory) {

    /** Who keeps a holiday. */
    public enum Reach {
        NATIONAL,
        REGIONAL,
        COMMUNAL
    }

    /** Whether the offices of this government are closed. */
    boolean isKeptBy(Government government) {
        return switch (reach) {
            case NATIONAL -> true;
            case REGIONAL -> territory.filter(government.regionCode()::equals).isPresent();
            case COMMUNAL ->
                territory.filter(government.seatComunaCode()::equals).isPresent();
        };
    }
}
