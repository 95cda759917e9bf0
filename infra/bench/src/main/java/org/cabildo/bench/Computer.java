package org.cabildo.bench;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.Locale;

/** Describes the machine that was measured on. */
final class Computer {

    private static final int WRITES = 50;

    private Computer() {}

    static String description() {
        return String.format(
                Locale.ROOT,
                "%s, %d cores, %.0f GB of memory, %s %s; Java %s; an 8 KB write and its `fsync` take %.2f ms (median).",
                line("/proc/cpuinfo", "model name"),
                Runtime.getRuntime().availableProcessors(),
                Double.parseDouble(line("/proc/meminfo", "MemTotal").replaceAll("\\D", "")) / (1 << 20),
                System.getProperty("os.name"),
                System.getProperty("os.version"),
                System.getProperty("java.runtime.version"),
                syncMillis());
    }

    private static String line(String file, String key) {
        try (var lines = Files.lines(Path.of(file))) {
            return lines.filter(line -> line.startsWith(key))
                    .map(line -> line.substring(line.indexOf(':') + 1).strip())
                    .findFirst()
                    .orElse("0 unknown");
        } catch (IOException e) {
            return "0 unknown";
        }
    }

    private static double syncMillis() {
        try {
            var file = Files.createTempFile("cabildo-sync", "");
            try (var channel = FileChannel.open(file, StandardOpenOption.WRITE)) {
                var millis = new double[WRITES];
                for (int i = 0; i < WRITES; i++) {
                    long begun = System.nanoTime();
                    channel.write(ByteBuffer.allocate(8192));
                    channel.force(false);
                    millis[i] = (System.nanoTime() - begun) / 1e6;
                }
                return Sample.of(millis).median();
            } finally {
                Files.delete(file);
            }
        } catch (IOException e) {
            throw new UncheckedIOException("This disk cannot be measured", e);
        }
    }
}
