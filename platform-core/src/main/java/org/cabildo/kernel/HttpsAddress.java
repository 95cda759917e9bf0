package org.cabildo.kernel;

import java.net.URI;

/** The addresses that readers are sent to. */
public final class HttpsAddress {

    /** How many characters it has at most. */
    public static final int LONGEST = 2_000;

    private HttpsAddress() {}

    /** Whether it is https, names a host and lets nobody in by a name within it. Its length is another question. */
    public static boolean isOne(URI address) {
        return "https".equalsIgnoreCase(address.getScheme())
                && address.getHost() != null
                && address.getUserInfo() == null;
    }
}
