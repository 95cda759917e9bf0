package org.cabildo.dev;

import java.io.Serializable;
import java.nio.charset.StandardCharsets;
import java.util.UUID;
import org.springframework.security.core.AuthenticatedPrincipal;

/**
 * Who proved to be who at the local identity provider.
 *
 * @param subject the same for the same e-mail address, on every machine
 */
record SignedIn(UUID subject, String email, String name) implements AuthenticatedPrincipal, Serializable {

    static SignedIn as(String email, String name) {
        return new SignedIn(UUID.nameUUIDFromBytes(("cabildo:" + email).getBytes(StandardCharsets.UTF_8)), email, name);
    }

    /** What OpenID Connect calls {@code sub}. */
    @Override
    public String getName() {
        return subject.toString();
    }
}
