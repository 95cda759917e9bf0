package org.cabildo.file;

import org.cabildo.kernel.Refused;

/** Refuses files that are one thing to whoever judges them and another to whoever opens them. */
final class Mixed {

    private static final int GUESSED_FROM = 2048; // bytes; browsers guess from fewer

    private Mixed() {}

    /** Refuses what is also an archive, or also a page by its first bytes. */
    static void refuse(Content content) {
        if (content.endsAsArchive() || content.readsAsPage(0, GUESSED_FROM)) {
            throw refusal();
        }
    }

    /** Refuses what goes on after its end as an archive, a page or a document. */
    static void refuseAfter(int end, Content content) {
        int rest = content.size() - end;
        if (content.endsAsArchive()
                || content.readsAsPage(end, rest)
                || content.latin(end, rest).contains("%PDF-")) {
            throw refusal();
        }
    }

    static Refused refusal() {
        return new Refused(
                "file.mixed",
                "This file is two things at once, as files that deceive are. Save it anew with the program it was made"
                        + " with, and upload that.");
    }
}
