package org.cabildo.portal.paper;

import com.openhtmltopdf.outputdevice.helper.BaseRendererBuilder.FontStyle;
import com.openhtmltopdf.pdfboxout.PDFontSupplier;
import com.openhtmltopdf.pdfboxout.PdfRendererBuilder;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.Objects;
import org.apache.fontbox.ttf.TTFParser;
import org.apache.fontbox.ttf.TrueTypeFont;
import org.apache.pdfbox.io.RandomAccessReadBuffer;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.font.PDType0Font;

/** The typefaces of documents, read once. DejaVu writes the signs that Liberation lacks. For one document at a time. */
final class Typefaces {

    private static final int PLAIN = 400;
    private static final int BOLD = 700;

    private final List<Face> faces = List.of(
            face("Sans", PLAIN, "liberation/LiberationSans-Regular.ttf"),
            face("Sans", BOLD, "liberation/LiberationSans-Bold.ttf"),
            face("Serif", PLAIN, "liberation/LiberationSerif-Regular.ttf"),
            face("Serif", BOLD, "liberation/LiberationSerif-Bold.ttf"),
            face("Mono", PLAIN, "liberation/LiberationMono-Regular.ttf"),
            face("Signs", PLAIN, "dejavu/DejaVuSansCondensed.ttf"),
            face("Signs", BOLD, "dejavu/DejaVuSansCondensed-Bold.ttf"));

    private record Face(String family, int weight, TrueTypeFont letters) {}

    /** Ligatures are left out: they are looked for in each text anew, and take more time than all the rest. */
    private static Face face(String family, int weight, String file) {
        try (var stream = Objects.requireNonNull(Typefaces.class.getResourceAsStream(file), file)) {
            var letters = new TTFParser().parse(new RandomAccessReadBuffer(stream.readAllBytes()));
            letters.setEnableGsub(false);
            return new Face(family, weight, letters);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Lends them to a document, which embeds the letters that it writes. */
    void lend(PdfRendererBuilder builder, PDDocument document) throws IOException {
        for (var face : faces) {
            var font = PDType0Font.load(document, face.letters(), true);
            builder.useFont(new PDFontSupplier(font), face.family(), face.weight(), FontStyle.NORMAL, true);
        }
    }
}
