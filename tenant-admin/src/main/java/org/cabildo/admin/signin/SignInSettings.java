package org.cabildo.admin.signin;

import jakarta.validation.constraints.NotBlank;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.validation.annotation.Validated;

/**
 * The OpenID Connect provider people sign in at.
 *
 * @param issuer address from which everything else is discovered, when the first person signs in
 * @param clientId name of this application there
 * @param clientSecret its secret there
 */
@Validated
@ConfigurationProperties("cabildo.sign-in")
record SignInSettings(@NotBlank String issuer, @NotBlank String clientId, String clientSecret) {

    @Override
    public String toString() {
        return "SignInSettings[" + issuer + "]";
    }
}
