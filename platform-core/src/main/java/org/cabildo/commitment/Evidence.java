package org.cabildo.commitment;

import java.net.URI;
import java.net.URISyntaxException;
import org.cabildo.kernel.Refused;

/**
 * Where anyone can see that a milestone advanced.
 *
 * @param link an https address
 * @param shows what is seen there, in a few words
 */
public record Evidence(URI link, String shows) {

    private static final int LONGEST = 2000;

    public Evidence {
        shows = shows.strip();
        var text = link.toString();
        if (!"https".equalsIgnoreCase(link.getScheme()) || link.getHost() == null || link.getUserInfo() != null) {
            throw new Refused(
                    "evidence.link", "An evidence link begins with https:// but was «%s».".formatted(text), text);
        }
        if (text.length() > LONGEST) {
            throw new Refused("evidence.link.long", "An evidence link has at most 2,000 characters.");
        }
        if (shows.isEmpty()) {
            throw new Refused("evidence.shows", "Say in a few words what the evidence shows.");
        }
    }

    /**
     * Evidence at the address a person typed.
     *
     * @throws Refused if it is none
     */
    public static Evidence at(String typed, String shows) {
        try {
            return new Evidence(new URI(typed.strip()), shows);
        } catch (URISyntaxException e) {
            throw new Refused(
                    "evidence.link", "An evidence link begins with https:// but was «%s».".formatted(typed), typed);
        }
    }
}
