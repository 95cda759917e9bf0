package org.cabildo.file;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Path;
import java.util.regex.Pattern;

/** The bytes of a file that arrived, to be looked at wherever one likes, without taking memory for them. */
final class Content {

    private static final Pattern PAGE =
            Pattern.compile("<\\s*(script|html|svg|iframe|body|!doctype\\s+html)|<\\?php", Pattern.CASE_INSENSITIVE);
    private static final int END_OF_ARCHIVE = 22; // bytes, before the comment
    private static final int LONGEST_COMMENT = 0xFFFF;
    private final Path path;
    private final ByteBuffer bytes;

    private Content(Path path, ByteBuffer bytes) {
        this.path = path;
        this.bytes = bytes;
    }

    /** Looks at a file, which must be smaller than 2 GB. */
    static Content of(Path path) {
        try (var channel = FileChannel.open(path)) {
            return new Content(path, channel.map(FileChannel.MapMode.READ_ONLY, 0, channel.size()));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    Path path() {
        return path;
    }

    int size() {
        return bytes.limit();
    }

    /** The byte at this place, 0 to 255. */
    int at(int place) {
        return bytes.get(place) & 0xFF;
    }

    /** Two bytes, the larger first. */
    int wordAt(int place) {
        return (at(place) << 8) | at(place + 1);
    }

    /** Four bytes, the largest first; negative for what no length may be. */
    int numberAt(int place) {
        return bytes.getInt(place);
    }

    /** All bytes, to be read from the start. */
    ByteBuffer all() {
        return bytes.duplicate().rewind();
    }

    /** A stretch as characters, one for each byte; what lies outside the file is left out. */
    String latin(int from, int length) {
        int start = Math.clamp(from, 0, size());
        int end = Math.clamp((long) from + length, start, size());
        var text = new StringBuilder(end - start);
        for (int place = start; place < end; place++) {
            text.append((char) at(place));
        }
        return text.toString();
    }

    boolean startsWith(String latin) {
        return latin(0, latin.length()).equals(latin);
    }

    /** Whether a browser that guesses would take this stretch for a page. */
    boolean readsAsPage(int from, int length) {
        return PAGE.matcher(latin(from, length)).find();
    }

    /** Whether a program that opens archives would open this one, whatever it begins with. */
    boolean endsAsArchive() {
        int last = size() - END_OF_ARCHIVE;
        for (int place = last; place >= Math.max(0, last - LONGEST_COMMENT); place--) {
            if (at(place) == 'P'
                    && at(place + 1) == 'K'
                    && at(place + 2) == 5
                    && at(place + 3) == 6
                    && (at(place + 20) | (at(place + 21) << 8)) == last - place) {
                return true;
            }
        }
        return false;
    }
}
