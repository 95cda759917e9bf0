package org.cabildo.portal.paper;

import com.openhtmltopdf.outputdevice.helper.ExternalResourceControlPriority;
import com.openhtmltopdf.pdfboxout.PdfRendererBuilder;
import com.openhtmltopdf.util.XRLog;
import gg.jte.TemplateEngine;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.StringReader;
import java.io.UncheckedIOException;
import java.lang.ref.SoftReference;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.Objects;
import java.util.regex.Pattern;
import javax.xml.parsers.DocumentBuilderFactory;
import javax.xml.parsers.ParserConfigurationException;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.cabildo.portal.page.Busy;
import org.cabildo.portal.page.TooLong;
import org.cabildo.portal.page.Words;
import org.springframework.stereotype.Component;
import org.w3c.dom.Document;
import org.w3c.dom.Element;
import org.xml.sax.InputSource;
import org.xml.sax.SAXException;

/** Prints a template as a PDF after PDF/UA-1. What it needs comes with it: nothing is fetched, whatever is written in it. */
@Component
public class Press {

    private static final Pattern NO_LETTER =
            Pattern.compile("[^\\x09\\x0A\\x0D\\x20-\\uD7FF\\uE000-\\uFFFD\\x{10000}-\\x{10FFFF}]");
    private static final int LONGEST = 1_500_000; // characters; tables take 200 bytes of memory for each, prose 100
    private static final String NO_DECLARATION = "http://apache.org/xml/features/disallow-doctype-decl";

    private final TemplateEngine templates;
    private final Turns turns = new Turns();
    private final String style = style();
    private SoftReference<Typefaces> typefaces = new SoftReference<>(null); // let go when memory is short

    Press(TemplateEngine templates) {
        this.templates = templates;
        XRLog.setLoggerImpl(new PressRemarks());
    }

    /**
     * Prints a document; who asks for the same one meanwhile gets the same one.
     *
     * @param digest of everything the document depends on
     * @param template its name, without ending: XML in the words of HTML, without a style of its own
     * @param page all that the template may say
     * @throws Busy if others are printed for too long
     * @throws TooLong if it has more than a million and a half characters
     */
    public byte[] print(String digest, String template, Words words, Object page) {
        return turns.take(digest, () -> {
            var text = new BoundedText(LONGEST);
            templates.render(template + ".jte", Map.of("words", words, "page", page), text);
            return pdf(text.toString());
        });
    }

    /** @param text markup; characters that XML does not know are blanks */
    byte[] pdf(String text) {
        var printed = new ByteArrayOutputStream();
        try (var document = new PDDocument()) {
            var builder = new PdfRendererBuilder();
            builder.usePDDocument(document);
            builder.usePdfUaAccessibility(true);
            builder.withProducer("Cabildo");
            for (var when : ExternalResourceControlPriority.values()) {
                builder.useExternalResourceAccessControl((_, _) -> false, when);
            }
            typefaces().lend(builder, document);
            builder.withW3cDocument(dressed(NO_LETTER.matcher(text).replaceAll(" ")), "");
            builder.toStream(printed);
            builder.run();
            return printed.toByteArray();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private synchronized Typefaces typefaces() {
        var read = typefaces.get();
        if (read == null) {
            read = new Typefaces();
            typefaces = new SoftReference<>(read);
        }
        return read;
    }

    private Document dressed(String text) throws IOException {
        try {
            var factory = DocumentBuilderFactory.newDefaultInstance();
            factory.setFeature(NO_DECLARATION, true);
            factory.setExpandEntityReferences(false);
            factory.setNamespaceAware(true);
            var page = factory.newDocumentBuilder().parse(new InputSource(new StringReader(text)));
            var sheet = page.createElement("style");
            sheet.setTextContent(style);
            ((Element) page.getElementsByTagName("head").item(0)).appendChild(sheet);
            return page;
        } catch (ParserConfigurationException | SAXException e) {
            throw new IllegalStateException("A document is no XML", e);
        }
    }

    private static String style() {
        try (var stream = Objects.requireNonNull(Press.class.getResourceAsStream("paper.css"), "paper.css")) {
            return new String(stream.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
