package org.cabildo.onboarding;

import java.util.List;

/**
 * What was repaired in a line, so that the person can object.
 *
 * @param code key of the sentence, such as {@code onboarding.note.zero}
 * @param args what the sentence names, in the order of its placeholders
 */
public record Note(String code, List<Object> args) {

    public Note {
        args = List.copyOf(args);
    }

    static Note of(String code, Object... args) {
        return new Note(code, List.of(args));
    }
}
