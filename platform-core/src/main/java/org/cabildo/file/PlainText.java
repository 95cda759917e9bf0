package org.cabildo.file;

import de.siegmar.fastcsv.reader.CsvParseException;
import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.FieldMismatchStrategy;
import java.io.IOException;
import java.io.Reader;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.CharBuffer;
import java.nio.charset.Charset;
import java.nio.charset.CodingErrorAction;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import org.cabildo.file.published.FileKind;
import org.cabildo.kernel.Refused;

/** Text in UTF-8 or, as older programs write it, in ISO-8859-1; a table if its first rows have equally many cells. */
final class PlainText {

    private static final char[] SEPARATORS = {';', ',', '\t'};
    private static final int ROWS = 50;
    private static final int LONGEST_CELL = 1 << 16;

    private PlainText() {}

    static FileKind kind(Content content) {
        for (int place = 0; place < content.size(); place++) {
            int each = content.at(place);
            if (each < ' ' && each != '\t' && each != '\n' && each != '\r' && each != '\f') {
                throw new Refused(
                        "file.text",
                        "This looks like text but holds signs that are none. Save it as plain text in UTF-8 and upload"
                                + " that.");
            }
        }
        var charset = isUtf8(content.all()) ? StandardCharsets.UTF_8 : StandardCharsets.ISO_8859_1;
        for (var separator : SEPARATORS) {
            if (isTable(content, charset, separator)) {
                return FileKind.CSV;
            }
        }
        return FileKind.TEXT;
    }

    private static boolean isUtf8(ByteBuffer bytes) {
        var decoder = StandardCharsets.UTF_8
                .newDecoder()
                .onMalformedInput(CodingErrorAction.REPORT)
                .onUnmappableCharacter(CodingErrorAction.REPORT);
        var some = CharBuffer.allocate(8192);
        while (true) {
            var result = decoder.decode(bytes, some.clear(), true);
            if (!result.isOverflow()) {
                return !result.isError();
            }
        }
    }

    private static boolean isTable(Content content, Charset charset, char separator) {
        try (Reader text = Files.newBufferedReader(content.path(), charset);
                var table = CsvReader.builder()
                        .fieldSeparator(separator)
                        .extraFieldStrategy(FieldMismatchStrategy.STRICT)
                        .missingFieldStrategy(FieldMismatchStrategy.STRICT)
                        .allowUnclosedQuote(false)
                        .maxBufferSize(LONGEST_CELL)
                        .ofCsvRecord(text)) {
            int rows = 0;
            for (var row : table) {
                if (row.getFieldCount() < 2) {
                    return false;
                }
                if (++rows == ROWS) {
                    break;
                }
            }
            return rows > 1;
        } catch (CsvParseException _) {
            return false;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
