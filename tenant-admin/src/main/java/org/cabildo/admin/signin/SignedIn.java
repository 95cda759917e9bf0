package org.cabildo.admin.signin;

import java.util.Optional;
import org.cabildo.identity.PersonId;
import org.jspecify.annotations.Nullable;
import org.springframework.security.core.context.SecurityContextHolder;
import org.springframework.security.oauth2.core.oidc.user.DefaultOidcUser;
import org.springframework.security.oauth2.core.oidc.user.OidcUser;

/** A person whom the provider vouched for and the platform knows. */
public final class SignedIn extends DefaultOidcUser {

    private final PersonId person;

    SignedIn(PersonId person, OidcUser vouched) {
        super(vouched.getAuthorities(), vouched.getIdToken(), vouched.getUserInfo());
        this.person = person;
    }

    /** Who they are here. */
    public PersonId person() {
        return person;
    }

    /** The person of the current request, if somebody is signed in. */
    public static Optional<PersonId> current() {
        return Optional.ofNullable(SecurityContextHolder.getContext().getAuthentication())
                .map(authentication -> authentication.getPrincipal())
                .filter(SignedIn.class::isInstance)
                .map(principal -> ((SignedIn) principal).person());
    }

    @Override
    public boolean equals(@Nullable Object other) {
        return other instanceof SignedIn them && person.equals(them.person) && super.equals(other);
    }

    @Override
    public int hashCode() {
        return person.hashCode();
    }
}
