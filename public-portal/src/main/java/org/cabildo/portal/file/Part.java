package org.cabildo.portal.file;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpRange;

/**
 * The part of a file that a reader asks for: one stretch, or all of it.
 *
 * @param from its first byte
 * @param length in bytes; negative if the stretch lies outside the file
 */
record Part(long from, long length) {

    private static final Part OUTSIDE = new Part(0, -1);

    /**
     * Reads what is asked for. Several stretches at once, and a stretch of a file that changed, are answered by all.
     *
     * @param range header; null: there is none
     * @param onlyIf header: what the reader holds the other part of
     * @param tag what the file is now
     */
    static Part asked(@Nullable String range, @Nullable String onlyIf, String tag, long bytes) {
        var all = new Part(0, bytes);
        if (range == null || (onlyIf != null && !onlyIf.equals(tag))) {
            return all;
        }
        try {
            var ranges = HttpRange.parseRanges(range);
            if (ranges.size() != 1) {
                return all;
            }
            long from = ranges.getFirst().getRangeStart(bytes);
            long to = ranges.getFirst().getRangeEnd(bytes);
            return from >= bytes || to < from ? OUTSIDE : new Part(from, to - from + 1);
        } catch (IllegalArgumentException _) {
            return all; // what cannot be understood was not asked
        }
    }

    boolean isOutside() {
        return length < 0;
    }

    boolean isAll(long bytes) {
        return length == bytes;
    }

    String described(long bytes) {
        return "bytes %d-%d/%d".formatted(from, from + length - 1, bytes);
    }

    void copy(InputStream content, OutputStream out) throws IOException {
        content.skipNBytes(from);
        var buffer = new byte[1 << 16];
        long left = length;
        while (left > 0) {
            int read = content.read(buffer, 0, (int) Math.min(buffer.length, left));
            if (read < 0) {
                throw new IOException("The file is shorter than its catalogue says");
            }
            out.write(buffer, 0, read);
            left -= read;
        }
    }
}
