package org.cabildo.onboarding;

import java.util.List;

/**
 * Why a line cannot be onboarded.
 *
 * @param code key of the sentence, such as {@code onboarding.code.unknown}
 * @param args what the sentence names, in the order of its placeholders
 */
public record Problem(String code, List<Object> args) {

    public Problem {
        args = List.copyOf(args);
    }

    static Problem of(String code, Object... args) {
        return new Problem(code, List.of(args));
    }
}
