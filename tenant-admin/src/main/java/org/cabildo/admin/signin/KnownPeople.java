package org.cabildo.admin.signin;

import org.cabildo.identity.People;
import org.cabildo.kernel.Refused;
import org.springframework.security.oauth2.client.oidc.userinfo.OidcUserRequest;
import org.springframework.security.oauth2.client.oidc.userinfo.OidcUserService;
import org.springframework.security.oauth2.client.userinfo.OAuth2UserService;
import org.springframework.security.oauth2.core.OAuth2AuthenticationException;
import org.springframework.security.oauth2.core.OAuth2Error;
import org.springframework.security.oauth2.core.oidc.user.OidcUser;
import org.springframework.stereotype.Component;

/** Turns what the provider says into a person of the platform. Without a verified address nobody gets in. */
@Component
class KnownPeople implements OAuth2UserService<OidcUserRequest, OidcUser> {

    static final String UNVERIFIED = "address-unverified";
    static final String TAKEN = "address-taken";
    private final OidcUserService provider = new OidcUserService();
    private final People people;

    KnownPeople(People people) {
        this.people = people;
    }

    @Override
    public OidcUser loadUser(OidcUserRequest request) {
        var vouched = provider.loadUser(request);
        var email = vouched.getEmail();
        var issuer = vouched.getIdToken().getIssuer();
        var subject = vouched.getSubject();
        if (email == null || issuer == null || subject == null || !Boolean.TRUE.equals(vouched.getEmailVerified())) {
            throw refusal(UNVERIFIED);
        }
        try {
            var name = vouched.getFullName();
            var person = people.signedIn(new People.SignIn(
                    issuer.toString(), subject, email, name == null || name.isBlank() ? email : name));
            return new SignedIn(person, vouched);
        } catch (Refused refused) {
            throw refusal(refused.code().equals("identity.address.taken") ? TAKEN : UNVERIFIED);
        }
    }

    private static OAuth2AuthenticationException refusal(String code) {
        return new OAuth2AuthenticationException(new OAuth2Error(code), code);
    }
}
