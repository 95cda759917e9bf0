package org.cabildo.file;

import org.cabildo.kernel.Refused;

/** What a PDF must look like from outside: whole, and nothing else besides. */
final class PdfFile {

    private static final String BEGINNING = "%PDF-";
    private static final String END = "%%EOF";
    private static final int LAST = 2048; // bytes among which the end stands

    private PdfFile() {}

    static void check(Content content) {
        if (!content.startsWith(BEGINNING)) {
            throw Mixed.refusal();
        }
        Mixed.refuse(content);
        int from = Math.max(0, content.size() - LAST);
        int end = content.latin(from, LAST).lastIndexOf(END);
        if (end < 0) {
            throw new Refused(
                    "file.pdf.end",
                    "This PDF has no end: it may have arrived in part. Open it, save it anew and upload that.");
        }
        if (content.readsAsPage(from + end, LAST)) {
            throw Mixed.refusal();
        }
    }
}
