package org.cabildo.dev;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;

/**
 * Ends a throw-away server and deletes its folder as soon as this JVM is gone, even by {@code kill -9}.
 *
 * <p>A waiting shell reads a pipe that only this JVM holds; its end is the signal.
 */
final class Guard implements AutoCloseable {

    private static final String SCRIPT = """
            trap '' HUP INT TERM
            cat > /dev/null
            if pid=$(head -n 1 "$1" 2> /dev/null) && kill "-$2" "$pid" 2> /dev/null; then
              tries=0
              while [ -e "$1" ] && kill -0 "$pid" 2> /dev/null && [ $tries -lt 200 ]; do
                sleep 0.05; tries=$((tries + 1))
              done
            fi
            rm -rf "$3"
            """;

    private final Process shell;

    /**
     * Begins to watch.
     *
     * @param pidFile its first line is the server's process id, and it is gone when the server is
     * @param signal the name of the signal that ends the server soon
     * @param folder deleted in the end
     */
    Guard(Path pidFile, String signal, Path folder) {
        try {
            shell = new ProcessBuilder("sh", "-c", SCRIPT, "guard", pidFile.toString(), signal, folder.toString())
                    .redirectErrorStream(true)
                    .redirectOutput(ProcessBuilder.Redirect.DISCARD)
                    .directory(Path.of("/").toFile())
                    .start();
        } catch (IOException e) {
            throw new UncheckedIOException("Could not start a shell", e);
        }
    }

    /** Ends the server now and waits until it and its folder are gone. */
    @Override
    public void close() {
        try {
            shell.getOutputStream().close();
            shell.waitFor();
        } catch (IOException e) {
            throw new UncheckedIOException("Could not end the guard", e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
