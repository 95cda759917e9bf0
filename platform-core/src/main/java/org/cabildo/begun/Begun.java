package org.cabildo.begun;

import java.time.Instant;
import java.util.Map;
import java.util.TreeMap;

/**
 * What stood in a form.
 *
 * @param said the text of each field by its name, as it was typed and judged by nobody
 * @param stood what was saved in each field when that was typed; empty for something new
 * @param at when it was kept
 */
public record Begun(Map<String, String> said, Map<String, String> stood, Instant at) {

    public Begun {
        said = Map.copyOf(said);
        stood = Map.copyOf(stood);
    }

    /** The fields in which something was typed; of something new all of them. */
    public Map<String, String> typed() {
        var typed = new TreeMap<>(said);
        typed.entrySet().removeIf(field -> field.getValue().equals(stood.get(field.getKey())));
        return typed;
    }

    /** Whether something else was saved in this field since. */
    public boolean isOvertaken(String field, String now) {
        return stood.containsKey(field) && !now.equals(stood.get(field));
    }
}
