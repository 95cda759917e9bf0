package org.cabildo.onboarding;

import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import org.cabildo.kernel.Refused;

/** Makes lines of text from the bytes somebody uploaded, or says in a sentence why it cannot. */
final class ListFile {

    static final int MOST_BYTES = 4 * 1024 * 1024;
    private static final byte[] ZIP = {'P', 'K', 3, 4};
    private static final byte[] OLD_OFFICE = {(byte) 0xD0, (byte) 0xCF, 0x11, (byte) 0xE0};
    private static final byte[] UTF_8_MARK = {(byte) 0xEF, (byte) 0xBB, (byte) 0xBF};

    private ListFile() {}

    /**
     * The lines of the file, without their ends; the first has number 1.
     *
     * @throws Refused if it is empty, too big, a workbook or no text
     */
    static List<String> lines(byte[] file) {
        if (file.length > MOST_BYTES) {
            throw new Refused(
                    "onboarding.file.large",
                    "The file has %d bytes; a list may have %d at most.".formatted(file.length, MOST_BYTES),
                    file.length,
                    MOST_BYTES);
        }
        if (startsWith(file, ZIP) || startsWith(file, OLD_OFFICE)) {
            throw new Refused(
                    "onboarding.file.workbook", "This is a spreadsheet workbook: save it as CSV and upload that file.");
        }
        var text = text(file);
        if (text.isBlank()) {
            throw empty();
        }
        return split(text);
    }

    static Refused empty() {
        return new Refused(
                "onboarding.file.empty",
                "The file has no lines: each line needs a code and the e-mail of an administrator.");
    }

    private static String text(byte[] file) {
        int start = startsWith(file, UTF_8_MARK) ? UTF_8_MARK.length : 0;
        var text = decoded(ByteBuffer.wrap(file, start, file.length - start));
        if (text.chars().anyMatch(c -> (c < ' ' && c != '\t' && c != '\r' && c != '\n') || c == 0x7F)) {
            throw new Refused(
                    "onboarding.file.binary", "This is not a text file: a list is a CSV file in UTF-8 or ISO-8859-1.");
        }
        return text;
    }

    /** Text that is not valid UTF-8 was written by an older spreadsheet, in ISO-8859-1. */
    private static String decoded(ByteBuffer bytes) {
        try {
            return StandardCharsets.UTF_8.newDecoder().decode(bytes.duplicate()).toString();
        } catch (CharacterCodingException notUtf8) {
            return StandardCharsets.ISO_8859_1.decode(bytes).toString();
        }
    }

    /** Splits at LF and CRLF; a CR inside a line stays, so that a cell beginning with one is seen for what it is. */
    private static List<String> split(String text) {
        var end = text.indexOf('\n') < 0 ? "\r" : "\n";
        var lines = new ArrayList<String>();
        for (var line : text.split(end, -1)) {
            lines.add(line.endsWith("\r") ? line.substring(0, line.length() - 1) : line);
        }
        return lines;
    }

    private static boolean startsWith(byte[] file, byte[] mark) {
        return file.length >= mark.length
                && ByteBuffer.wrap(file, 0, mark.length).equals(ByteBuffer.wrap(mark));
    }
}
