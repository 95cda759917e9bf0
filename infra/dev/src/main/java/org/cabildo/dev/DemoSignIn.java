package org.cabildo.dev;

import java.util.List;
import java.util.Locale;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.springframework.security.authentication.AuthenticationProvider;
import org.springframework.security.authentication.BadCredentialsException;
import org.springframework.security.authentication.UsernamePasswordAuthenticationToken;
import org.springframework.security.core.Authentication;
import org.springframework.security.core.authority.FactorGrantedAuthority;

/** Lets in whoever gives an e-mail address and the demo password. */
final class DemoSignIn implements AuthenticationProvider {

    private static final Pattern EMAIL = Pattern.compile("[^@\\s]{1,64}@[^@\\s.]+(\\.[^@\\s.]+)+");
    private static final int LONGEST_EMAIL = 254;

    @Override
    public Authentication authenticate(Authentication attempt) {
        var email = attempt.getName().strip().toLowerCase(Locale.ROOT);
        if (email.length() > LONGEST_EMAIL
                || !EMAIL.matcher(email).matches()
                || !DemoPeople.PASSWORD.equals(attempt.getCredentials())) {
            throw new BadCredentialsException("An e-mail address and the demo password are needed");
        }
        var name = DemoPeople.withEmail(email).map(DemoPerson::name).orElse(email);
        var byPassword = FactorGrantedAuthority.fromAuthority(FactorGrantedAuthority.PASSWORD_AUTHORITY); // auth_time
        return UsernamePasswordAuthenticationToken.authenticated(SignedIn.as(email, name), null, List.of(byPassword));
    }

    @Override
    public boolean supports(@Nullable Class<?> kind) {
        return kind != null && UsernamePasswordAuthenticationToken.class.isAssignableFrom(kind);
    }
}
