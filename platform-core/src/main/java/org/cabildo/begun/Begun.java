package org.cabildo.begun;

import java.time.Instant;
import java.util.Map;

/**
 * What stood in a form.
 *
 * @param said the text of each field by its name, as it was typed and judged by nobody
 * @param at when it was kept
 */
public record Begun(Map<String, String> said, Instant at) {

    public Begun {
        said = Map.copyOf(said);
    }
}
