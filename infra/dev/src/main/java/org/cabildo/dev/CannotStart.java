package org.cabildo.dev;

/** Something of the surroundings is missing or taken; the message is one sentence for the person who typed the command. */
public class CannotStart extends RuntimeException {

    public CannotStart(String message) {
        super(message);
    }

    public CannotStart(String message, Throwable cause) {
        super(message, cause);
    }
}
