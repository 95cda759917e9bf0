package org.cabildo.portal.share;

import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.util.regex.Pattern;
import javax.xml.stream.XMLOutputFactory;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamWriter;

/** XML in the making. What XML cannot say, such as a control character somebody pasted, is left out. */
final class Markup {

    private static final XMLOutputFactory FACTORY = XMLOutputFactory.newDefaultFactory();
    private static final Pattern UNSAYABLE =
            Pattern.compile("[^\\t\\n\\r\\x{20}-\\x{D7FF}\\x{E000}-\\x{FFFD}\\x{10000}-\\x{10FFFF}]");
    private final ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    private final XMLStreamWriter out;

    /** Part of a document; what it is made of may fail. */
    interface Part {
        void write() throws XMLStreamException;
    }

    Markup(String root, String namespace) {
        try {
            out = FACTORY.createXMLStreamWriter(bytes, StandardCharsets.UTF_8.name());
            out.writeStartDocument(StandardCharsets.UTF_8.name(), "1.0");
            out.writeStartElement(root);
            out.writeDefaultNamespace(namespace);
        } catch (XMLStreamException e) {
            throw new IllegalStateException(e);
        }
    }

    /** Names a prefix of the root. */
    Markup prefix(String prefix, String namespace) {
        return tried(() -> out.writeNamespace(prefix, namespace));
    }

    /** Says in which language the texts of the root are. */
    Markup language(String tag) {
        return tried(() -> out.writeAttribute("xml:lang", tag));
    }

    /** An element with others within. */
    Markup within(String name, Runnable inner) {
        tried(() -> out.writeStartElement(name));
        inner.run();
        return tried(out::writeEndElement);
    }

    /** An element with a text. */
    Markup text(String name, String text) {
        return tried(() -> {
            out.writeStartElement(name);
            out.writeCharacters(UNSAYABLE.matcher(text).replaceAll(""));
            out.writeEndElement();
        });
    }

    /**
     * An element with nothing within.
     *
     * @param attributes names and values, one after another
     */
    Markup empty(String name, String... attributes) {
        return tried(() -> {
            out.writeEmptyElement(name);
            for (int i = 0; i < attributes.length; i += 2) {
                out.writeAttribute(attributes[i], attributes[i + 1]);
            }
        });
    }

    byte[] end() {
        tried(() -> {
            out.writeEndElement();
            out.writeEndDocument();
            out.close();
        });
        return bytes.toByteArray();
    }

    private Markup tried(Part part) {
        try {
            part.write();
            return this;
        } catch (XMLStreamException e) {
            throw new IllegalStateException(e);
        }
    }
}
