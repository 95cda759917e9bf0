package org.cabildo.portal.paper;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Consumer;
import java.util.stream.Collectors;
import java.util.stream.StreamSupport;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.cos.COSArray;
import org.apache.pdfbox.cos.COSBase;
import org.apache.pdfbox.cos.COSDictionary;
import org.apache.pdfbox.cos.COSName;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.PDPage;
import org.apache.pdfbox.pdmodel.documentinterchange.logicalstructure.PDMarkedContentReference;
import org.apache.pdfbox.pdmodel.documentinterchange.logicalstructure.PDStructureElement;
import org.apache.pdfbox.pdmodel.documentinterchange.logicalstructure.PDStructureNode;
import org.apache.pdfbox.pdmodel.documentinterchange.markedcontent.PDMarkedContent;
import org.apache.pdfbox.text.PDFMarkedContentExtractor;
import org.apache.pdfbox.text.PDFTextStripper;
import org.apache.pdfbox.text.TextPosition;
import org.jspecify.annotations.Nullable;
import org.verapdf.gf.foundry.VeraGreenfieldFoundryProvider;
import org.verapdf.pdfa.Foundries;
import org.verapdf.pdfa.flavours.PDFAFlavour;

/** A PDF as a screen reader, an archive and a judge of PDF/UA see it. */
public final class Printed implements AutoCloseable {

    private final byte[] content;
    private final PDDocument document;
    private final Map<COSDictionary, Map<Integer, String>> marked = new HashMap<>();

    public Printed(byte[] content) {
        this.content = content;
        try {
            this.document = Loader.loadPDF(content);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /**
     * An element of the structure.
     *
     * @param scope of a table's header; empty of all else
     * @param text that it holds, and all within it
     */
    public record Tag(String type, String language, String scope, String text) {}

    public PDDocument document() {
        return document;
    }

    /** What is on the pages, as it lies there. */
    public String text() {
        try {
            return new PDFTextStripper().getText(document).replaceAll("\\s+", " ");
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** The words of each page but the cover, as they lie there, with its foot. */
    public List<String> pages() {
        try {
            var pages = new ArrayList<String>();
            var stripper = new PDFTextStripper();
            for (int page = 2; page <= document.getNumberOfPages(); page++) {
                stripper.setStartPage(page);
                stripper.setEndPage(page);
                pages.add(stripper.getText(document).replaceAll("\\s+", " ").strip());
            }
            return pages;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** The structure, in the order in which it is read. */
    public List<Tag> tags() {
        var tags = new ArrayList<Tag>();
        walk(document.getDocumentCatalog().getStructureTreeRoot(), tags::add);
        return tags;
    }

    /** The texts of all elements of these types, in order. */
    public List<String> texts(String... types) {
        return tags().stream()
                .filter(tag -> List.of(types).contains(tag.type()))
                .map(Tag::text)
                .toList();
    }

    /** All that is read aloud, in order. */
    public String read() {
        return said(document.getDocumentCatalog().getStructureTreeRoot(), null).replaceAll("\\s+", " ");
    }

    private void walk(PDStructureNode node, Consumer<Tag> found) {
        for (var kid : node.getKids()) {
            if (kid instanceof PDStructureElement element) {
                var language = element.getLanguage();
                found.accept(new Tag(
                        element.getStructureType(),
                        language == null ? "" : language,
                        scope(element),
                        said(element, element.getPage()).strip().replaceAll("\\s+", " ")));
                walk(element, found);
            }
        }
    }

    private static String scope(PDStructureElement element) {
        var attributes = element.getAttributes();
        return attributes.size() == 0
                ? ""
                : attributes.getObject(0).getCOSObject().getNameAsString(COSName.getPDFName("Scope"), "");
    }

    private String said(PDStructureNode node, PDPage page) {
        return node.getKids().stream()
                .map(kid -> switch (kid) {
                    case PDStructureElement element -> said(element, element.getPage()) + " ";
                    case PDMarkedContentReference reference ->
                        on(reference.getPage() == null ? page : reference.getPage(), reference.getMCID());
                    case Integer number -> on(page, number);
                    default -> "";
                })
                .collect(Collectors.joining());
    }

    private String on(PDPage page, int number) {
        return marked.computeIfAbsent(page.getCOSObject(), _ -> marksOf(page)).getOrDefault(number, "");
    }

    private static Map<Integer, String> marksOf(PDPage page) {
        try {
            var extractor = new PDFMarkedContentExtractor();
            extractor.processPage(page);
            var texts = new HashMap<Integer, String>();
            extractor.getMarkedContents().forEach(each -> texts.merge(each.getMCID(), textOf(each), String::concat));
            return texts;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static String textOf(PDMarkedContent marked) {
        return marked.getContents().stream()
                .map(part -> switch (part) {
                    case TextPosition letter -> letter.getUnicode();
                    case PDMarkedContent within -> textOf(within);
                    default -> "";
                })
                .collect(Collectors.joining());
    }

    /** All names that its objects say: what they are, have and do. */
    public Set<String> names() {
        var names = new TreeSet<String>();
        for (var key : document.getDocument().getXrefTable().keySet()) {
            names(document.getDocument().getObjectFromPool(key).getObject(), names);
        }
        return names;
    }

    private static void names(@Nullable COSBase base, Set<String> names) {
        switch (base) {
            case COSName name -> names.add(name.getName());
            case COSDictionary dictionary ->
                dictionary.entrySet().forEach(entry -> {
                    names.add(entry.getKey().getName());
                    names(entry.getValue(), names);
                });
            case COSArray array -> array.forEach(part -> names(part, names));
            case null, default -> {
                // an object of its own has its own turn
            }
        }
    }

    /** The fonts of all pages that are not embedded. */
    public List<String> foreignFonts() {
        return StreamSupport.stream(document.getPages().spliterator(), false)
                .flatMap(page -> StreamSupport.stream(
                                page.getResources().getFontNames().spliterator(), false)
                        .map(name -> {
                            try {
                                return page.getResources().getFont(name);
                            } catch (IOException e) {
                                throw new UncheckedIOException(e);
                            }
                        }))
                .filter(font -> !font.isEmbedded())
                .map(font -> font.getName())
                .toList();
    }

    /** What veraPDF finds wrong with it as PDF/UA-1. */
    public List<String> faults() {
        VeraGreenfieldFoundryProvider.initialise();
        var rules = PDFAFlavour.PDFUA_1;
        try (var parser = Foundries.defaultInstance().createParser(new ByteArrayInputStream(content), rules)) {
            return Foundries.defaultInstance()
                    .createValidator(rules, false)
                    .validate(parser)
                    .getTestAssertions()
                    .stream()
                    .map(fault -> fault.getRuleId().getClause() + ": " + fault.getMessage() + " "
                            + fault.getLocation().getContext())
                    .distinct()
                    .limit(10)
                    .toList();
        } catch (Exception e) {
            throw new AssertionError(e);
        }
    }

    @Override
    public void close() {
        try {
            document.close();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
