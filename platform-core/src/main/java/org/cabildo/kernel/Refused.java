package org.cabildo.kernel;

import java.util.List;

/**
 * A rule said no, in a sentence for people: what was given, what is accepted, what to do next.
 *
 * <p>The code is the key of the translations; the message is the English sentence.
 */
public class Refused extends RuntimeException {

    private final String code;
    private final transient List<Object> arguments;

    /**
     * @param code key of the sentence in {@code messages_*.properties}, such as {@code milestone.progress.backwards}
     * @param message the sentence in English
     * @param arguments what the sentence names, in the order of its placeholders
     */
    public Refused(String code, String message, Object... arguments) {
        super(message);
        this.code = code;
        this.arguments = List.of(arguments);
    }

    public String code() {
        return code;
    }

    public List<Object> arguments() {
        return arguments;
    }
}
