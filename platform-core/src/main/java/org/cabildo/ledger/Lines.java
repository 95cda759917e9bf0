package org.cabildo.ledger;

import java.io.IOException;
import java.io.InputStream;
import java.lang.invoke.MethodHandles;
import java.lang.invoke.VarHandle;
import java.nio.ByteOrder;
import java.util.Arrays;

/** The lines of a file as bytes, one after another, without a copy of each. Only a line feed ends a line. */
final class Lines {

    private static final VarHandle EIGHT = MethodHandles.byteArrayViewVarHandle(long[].class, ByteOrder.LITTLE_ENDIAN);
    private static final long ONES = 0x0101010101010101L;
    private static final long HIGH_BITS = 0x8080808080808080L;
    private static final long LINE_FEEDS = '\n' * ONES;
    private static final int BUFFER = 1 << 20;
    private static final int LONGEST = 1 << 24;
    private final InputStream in;
    private byte[] bytes = new byte[BUFFER];
    private int from;
    private int to;
    private int next;
    private int filled;
    private boolean exhausted;

    Lines(InputStream in) {
        this.in = in;
    }

    /**
     * Goes to the next line.
     *
     * @return false if there is none
     * @throws IOException if the file cannot be read, or a line has more than 16 MiB
     */
    boolean advance() throws IOException {
        from = next;
        for (int at = from; ; ) {
            at = end(at);
            if (at < filled) {
                to = at;
                next = at + 1;
                return true;
            }
            if (exhausted) {
                to = filled;
                next = filled;
                return to > from;
            }
            at -= from;
            fill();
        }
    }

    /** Where the next line feed is from here on, or the end of what was read; eight bytes at a time, for lines are long. */
    private int end(int from) {
        int at = from;
        for (; at + Long.BYTES <= filled; at += Long.BYTES) {
            long other = (long) EIGHT.get(bytes, at) ^ LINE_FEEDS; // a byte that is one becomes 0
            long zero = (other - ONES) & ~other & HIGH_BITS;
            if (zero != 0) {
                return at + Long.numberOfTrailingZeros(zero) / Byte.SIZE;
            }
        }
        while (at < filled && bytes[at] != '\n') {
            at++;
        }
        return at;
    }

    private void fill() throws IOException {
        System.arraycopy(bytes, from, bytes, 0, filled - from);
        filled -= from;
        from = 0;
        if (filled == bytes.length) {
            if (filled >= LONGEST) {
                throw new IOException("A line has more than %d bytes".formatted(LONGEST));
            }
            bytes = Arrays.copyOf(bytes, 2 * bytes.length);
        }
        int read = in.read(bytes, filled, bytes.length - filled);
        exhausted = read < 0;
        filled += Math.max(0, read);
    }

    byte[] bytes() {
        return bytes;
    }

    /** Where in {@link #bytes} the line begins. */
    int from() {
        return from;
    }

    /** Where it ends, without the line feed. */
    int to() {
        return to;
    }

    boolean startsWith(byte[] prefix) {
        return has(from, prefix);
    }

    /** Whether the line has this at a place counted in {@link #bytes}. */
    boolean has(int at, byte[] part) {
        return at >= from && at + part.length <= to && Arrays.equals(bytes, at, at + part.length, part, 0, part.length);
    }

    byte[] copy() {
        return Arrays.copyOfRange(bytes, from, to);
    }
}
