package org.cabildo.host;

import java.security.SecureRandom;
import java.time.Instant;
import java.util.HexFormat;
import org.cabildo.kernel.HostName;

/**
 * A host that a tenant wants for its portal and has not proven yet. It keeps nobody from wanting the same one: whoever
 * owns it can prove it, and nobody else.
 *
 * @param token what only this tenant was told, 128 random bits
 * @param by who stated it
 * @param at when
 */
public record HostClaim(HostName host, String token, String by, Instant at) {

    private static final SecureRandom RANDOM = new SecureRandom();

    /** A claim with a token of its own. */
    static HostClaim fresh(HostName host, String by, Instant at) {
        var bytes = new byte[16];
        RANDOM.nextBytes(bytes);
        return new HostClaim(host, HexFormat.of().formatHex(bytes), by, at);
    }

    /** The name in the DNS under which the proof is looked for. */
    public String name() {
        return "_cabildo." + host;
    }

    /** What the TXT record of this name says once it is proven. */
    public String proof() {
        return "cabildo=" + token;
    }
}
