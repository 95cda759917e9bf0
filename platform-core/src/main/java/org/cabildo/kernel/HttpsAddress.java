package org.cabildo.kernel;

import java.net.URI;
import java.net.URISyntaxException;
import java.util.Optional;

/** The addresses that readers are sent to. */
public final class HttpsAddress {

    /** How many characters it has at most. */
    public static final int LONGEST = 2_000;

    private HttpsAddress() {}

    /** Whether it is https, names a host that others can find, and lets nobody in by a name within it. Its length is another question. */
    public static boolean isOne(URI address) {
        return "https".equalsIgnoreCase(address.getScheme())
                && address.getHost() != null
                && address.getHost().contains(".")
                && address.getUserInfo() == null;
    }

    /** The address that a person typed, without blanks around it; empty if it is none that readers can be sent to. */
    public static Optional<String> typed(String typed) {
        var text = typed.strip();
        try {
            return isOne(new URI(text)) && text.length() <= LONGEST ? Optional.of(text) : Optional.empty();
        } catch (URISyntaxException _) {
            return Optional.empty(); // no address at all is none that readers can be sent to, either
        }
    }
}
