package org.cabildo.portal.page;

import gg.jte.Content;
import gg.jte.TemplateOutput;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.SerializableString;
import tools.jackson.core.io.CharacterEscapes;
import tools.jackson.core.io.SerializedString;
import tools.jackson.databind.json.JsonMapper;

/**
 * What a page is, in the words of schema.org, as a block of data that no browser runs. No sign that could end the block
 * or begin anything else stands in it: JSON has another spelling for each.
 */
public final class LinkedData implements Content {

    private static final byte[] BEGINS = "<script type=\"application/ld+json\">".getBytes(StandardCharsets.US_ASCII);
    private static final byte[] ENDS = "</script>".getBytes(StandardCharsets.US_ASCII);
    private static final Harmless HARMLESS = new Harmless();
    private final byte[] block;

    private LinkedData(byte[] block) {
        this.block = block;
    }

    static LinkedData of(Map<String, Object> data, JsonMapper json) {
        return new LinkedData(json.writer().with(HARMLESS).writeValueAsBytes(data));
    }

    @Override
    public void writeTo(TemplateOutput output) {
        output.writeBinaryContent(BEGINS);
        output.writeBinaryContent(block);
        output.writeBinaryContent(ENDS);
    }

    /** Other spellings of what a browser could take for its own, and of the ends of lines that scripts know. */
    private static final class Harmless extends CharacterEscapes {

        private static final char LINE_ENDS = '\u2028';
        private static final char PARAGRAPH_ENDS = '\u2029';
        private static final SerializableString LINE = new SerializedString("\\u2028");
        private static final SerializableString PARAGRAPH = new SerializedString("\\u2029");
        private final int[] ascii = standardAsciiEscapesForJSON();

        Harmless() {
            for (char sign : new char[] {'<', '>', '&'}) {
                ascii[sign] = ESCAPE_STANDARD;
            }
        }

        @Override
        public int[] getEscapeCodesForAscii() {
            return ascii;
        }

        @Override
        public @Nullable SerializableString getEscapeSequence(int sign) {
            return switch (sign) {
                case LINE_ENDS -> LINE;
                case PARAGRAPH_ENDS -> PARAGRAPH;
                default -> null;
            };
        }
    }
}
