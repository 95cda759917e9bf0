package org.cabildo.host;

import java.security.SecureRandom;
import java.util.HexFormat;
import org.cabildo.kernel.HostName;

/**
 * What the DNS says of a host while its owner wants it to be a tenant's.
 *
 * @param token what only this tenant was told, 128 random bits
 */
public record HostProof(HostName host, String token) {

    private static final SecureRandom RANDOM = new SecureRandom();

    /** A proof that nobody was told yet. */
    static HostProof fresh(HostName host) {
        var bytes = new byte[16];
        RANDOM.nextBytes(bytes);
        return new HostProof(host, HexFormat.of().formatHex(bytes));
    }

    /** The name in the DNS under which it is looked for. */
    public String name() {
        return "_cabildo." + host;
    }

    /** What the TXT record of this name says. */
    public String text() {
        return "cabildo=" + token;
    }
}
