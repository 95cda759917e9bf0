package org.cabildo.kernel;

import java.io.IOException;

/** Ties this process to the one that started it: when its standard input ends, the process ends. */
public final class Lifeline {

    private Lifeline() {}

    /** Follows standard input when the environment says {@code CABILDO_LIFELINE=stdin}; otherwise does nothing. */
    public static void hold() {
        if ("stdin".equals(System.getenv("CABILDO_LIFELINE"))) {
            Thread.ofPlatform().daemon().name("lifeline").start(Lifeline::follow);
        }
    }

    private static void follow() {
        try {
            while (System.in.read() >= 0) {
                // what the parent says does not matter, only that it is there
            }
        } catch (IOException e) {
            System.err.println("lifeline: " + e.getMessage());
        }
        System.exit(0);
    }
}
