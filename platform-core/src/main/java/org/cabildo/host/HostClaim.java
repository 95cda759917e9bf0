package org.cabildo.host;

import java.time.Instant;
import org.cabildo.kernel.HostName;

/**
 * A host that a tenant wants for its portal and has not proven yet. It keeps nobody from wanting the same one: whoever
 * owns it can prove it, and nobody else.
 *
 * @param wanted what the DNS must say
 * @param by who stated it
 * @param at when
 */
public record HostClaim(HostProof wanted, String by, Instant at) {

    /** The host that is wanted. */
    public HostName host() {
        return wanted.host();
    }

    /** What only this tenant was told. */
    public String token() {
        return wanted.token();
    }

    /** The name in the DNS under which the proof is looked for. */
    public String name() {
        return wanted.name();
    }

    /** What the TXT record of this name says once it is proven. */
    public String proof() {
        return wanted.text();
    }
}
