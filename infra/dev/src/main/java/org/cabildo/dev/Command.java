package org.cabildo.dev;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;

/** One call of an outside program: what it said and how it ended. */
record Command(List<String> words, int exit, String said) {

    /** Runs a program to its end, away from the terminal, with an environment that carries no PostgreSQL settings. */
    static Command run(List<String> words) {
        try {
            var builder = new ProcessBuilder(words)
                    .redirectErrorStream(true)
                    .directory(Path.of("/").toFile());
            builder.environment().keySet().removeIf(name -> name.startsWith("PG"));
            builder.environment().put("LC_ALL", "C");
            var process = builder.start();
            process.getOutputStream().close();
            var said = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
            return new Command(words, process.waitFor(), said.strip());
        } catch (IOException e) {
            throw new UncheckedIOException("Could not run " + words.getFirst(), e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("Interrupted while running " + words.getFirst(), e);
        }
    }

    /** Tells whether a program exists and ends well. */
    static boolean works(String... words) {
        try {
            return run(List.of(words)).worked();
        } catch (UncheckedIOException e) {
            return false; // the program is not installed
        }
    }

    boolean worked() {
        return exit == 0;
    }

    /**
     * Insists that the program ended well.
     *
     * @throws IllegalStateException with the program's own words if it did not
     */
    Command orFail() {
        if (!worked()) {
            throw new IllegalStateException("%s ended with %d: %s".formatted(String.join(" ", words), exit, said));
        }
        return this;
    }
}
