package org.cabildo.admin.signin;

import com.vaadin.flow.spring.security.VaadinDefaultRequestCache;
import com.vaadin.flow.spring.security.VaadinSecurityConfigurer;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import org.cabildo.admin.plain.PlainPage;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.boot.security.autoconfigure.actuate.web.servlet.EndpointRequest;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;
import org.springframework.security.config.annotation.web.builders.HttpSecurity;
import org.springframework.security.config.annotation.web.configuration.EnableWebSecurity;
import org.springframework.security.config.annotation.web.configurers.AuthorizeHttpRequestsConfigurer.AuthorizedUrl;
import org.springframework.security.core.AuthenticationException;
import org.springframework.security.oauth2.client.registration.ClientRegistration;
import org.springframework.security.oauth2.client.registration.ClientRegistrationRepository;
import org.springframework.security.oauth2.client.registration.ClientRegistrations;
import org.springframework.security.oauth2.client.registration.InMemoryClientRegistrationRepository;
import org.springframework.security.oauth2.client.registration.SupplierClientRegistrationRepository;
import org.springframework.security.oauth2.core.OAuth2AuthenticationException;
import org.springframework.security.oauth2.core.oidc.OidcScopes;
import org.springframework.security.web.SecurityFilterChain;
import org.springframework.security.web.header.writers.ReferrerPolicyHeaderWriter.ReferrerPolicy;
import org.springframework.security.web.savedrequest.HttpSessionRequestCache;
import org.springframework.security.web.savedrequest.RequestCache;

/** Everybody signs in at the provider; only the sign of life, static files and plain pages are open. */
@Configuration(proxyBeanMethods = false)
@EnableWebSecurity
@EnableConfigurationProperties(SignInSettings.class)
class SecuritySetup {

    private static final Logger LOG = LoggerFactory.getLogger(SecuritySetup.class);
    private static final String PROVIDER = "cabildo";

    /** On the operators' port, which is this machine's only, nobody signs in; on the office's own there are no figures. */
    @Bean
    @Order(Ordered.HIGHEST_PRECEDENCE)
    SecurityFilterChain figures(HttpSecurity http) {
        return http.securityMatcher(EndpointRequest.toAnyEndpoint())
                .authorizeHttpRequests(requests -> requests.anyRequest().permitAll())
                .build();
    }

    @Bean
    SecurityFilterChain office(HttpSecurity http, KnownPeople people, VaadinDefaultRequestCache wanted) {
        wanted.setDelegateRequestCache(unmarked());
        return http.authorizeHttpRequests(requests -> requests.requestMatchers(
                                "/health",
                                "/office.css",
                                "/aura/**",
                                "/icons/**",
                                "/charts/**",
                                "/maps/**",
                                "/error",
                                "/sin-acceso",
                                "/invitacion/*")
                        .permitAll())
                .with(
                        VaadinSecurityConfigurer.vaadin(),
                        vaadin -> vaadin.oauth2LoginPage("/oauth2/authorization/" + PROVIDER, "{baseUrl}/")
                                .anyRequest(AuthorizedUrl::authenticated))
                .oauth2Login(login -> login.userInfoEndpoint(endpoint -> endpoint.oidcUserService(people))
                        .failureHandler(SecuritySetup::refuse))
                .headers(headers -> headers.referrerPolicy(policy -> policy.policy(ReferrerPolicy.SAME_ORIGIN))
                        .contentSecurityPolicy(policy ->
                                policy.policyDirectives("object-src 'none'; base-uri 'self'; frame-ancestors 'self'")))
                .build();
    }

    /** Remembers where somebody was going without a mark in the address that they find there. */
    @SuppressWarnings("NullAway") // none is what it asks for where there shall be no mark
    private static RequestCache unmarked() {
        var cache = new HttpSessionRequestCache();
        cache.setMatchingRequestParameterName(null);
        return cache;
    }

    /** Discovers the provider when it is first needed, so the office starts even while the provider is away. */
    @Bean
    ClientRegistrationRepository provider(SignInSettings settings) {
        return new SupplierClientRegistrationRepository(
                () -> new InMemoryClientRegistrationRepository(registration(settings)));
    }

    private static ClientRegistration registration(SignInSettings settings) {
        return ClientRegistrations.fromIssuerLocation(settings.issuer())
                .registrationId(PROVIDER)
                .clientId(settings.clientId())
                .clientSecret(settings.clientSecret())
                .redirectUri("{baseUrl}/login/oauth2/code/{registrationId}")
                .scope(OidcScopes.OPENID, OidcScopes.PROFILE, OidcScopes.EMAIL)
                .clientSettings(ClientRegistration.ClientSettings.builder()
                        .requireProofKey(true)
                        .build())
                .build();
    }

    private static void refuse(
            HttpServletRequest request, HttpServletResponse response, AuthenticationException refusal)
            throws IOException {
        var code = refusal instanceof OAuth2AuthenticationException oauth
                ? oauth.getError().getErrorCode()
                : "";
        var page = switch (code) {
            case KnownPeople.UNVERIFIED -> PlainPage.ADDRESS_UNVERIFIED;
            case KnownPeople.TAKEN -> PlainPage.ADDRESS_TAKEN;
            default -> PlainPage.SIGN_IN_FAILED;
        };
        if (page == PlainPage.SIGN_IN_FAILED) {
            LOG.warn("Sign-in failed: {}", code.isEmpty() ? refusal.getClass().getSimpleName() : code);
        }
        page.write(request, response);
    }
}
