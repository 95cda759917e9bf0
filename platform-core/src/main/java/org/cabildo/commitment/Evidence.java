package org.cabildo.commitment;

import java.net.URI;
import java.net.URISyntaxException;
import org.cabildo.file.FileId;
import org.cabildo.file.StoredFile;
import org.cabildo.kernel.HttpsAddress;
import org.cabildo.kernel.Refused;

/** What anyone can look at to see that a milestone advanced: a page elsewhere, or a file kept here. */
public sealed interface Evidence {

    /** What is seen there, in a few words. */
    String shows();

    /**
     * Evidence elsewhere.
     *
     * @param link an https address
     */
    record Link(URI link, String shows) implements Evidence {

        public Link {
            shows = said(shows);
            var text = link.toString();
            if (!HttpsAddress.isOne(link)) {
                throw refused(text);
            }
            if (text.length() > HttpsAddress.LONGEST) {
                throw new Refused("evidence.link.long", "An evidence link has at most 2,000 characters.");
            }
        }
    }

    /**
     * Evidence kept here.
     *
     * @param name under which the public gets it
     */
    record Kept(FileId file, String name, String shows) implements Evidence {

        public Kept {
            shows = said(shows);
        }
    }

    /**
     * Evidence at the address a person typed.
     *
     * @throws Refused if it is none
     */
    static Link at(String typed, String shows) {
        try {
            return new Link(new URI(typed.strip().replace(" ", "%20")), shows); // as browsers take a name with blanks
        } catch (URISyntaxException e) {
            throw refused(typed.strip());
        }
    }

    private static Refused refused(String typed) {
        return typed.regionMatches(true, 0, "https://", 0, "https://".length())
                ? new Refused(
                        "evidence.link.bad",
                        "An evidence link leads to a page on the web but was «%s».".formatted(typed),
                        typed)
                : new Refused(
                        "evidence.link", "An evidence link begins with https:// but was «%s».".formatted(typed), typed);
    }

    /** Evidence in a file that was put in here. */
    static Kept in(StoredFile file, String shows) {
        return new Kept(file.id(), file.name(), shows);
    }

    private static String said(String shows) {
        if (shows.isBlank()) {
            throw new Refused("evidence.shows", "Say in a few words what the evidence shows.");
        }
        return shows.strip();
    }
}
