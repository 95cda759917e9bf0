package org.cabildo.dev;

import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.jwk.RSAKey;
import com.nimbusds.jose.jwk.gen.RSAKeyGenerator;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.text.ParseException;
import java.util.HexFormat;
import java.util.Set;
import java.util.concurrent.ThreadLocalRandom;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.springframework.boot.Banner;
import org.springframework.boot.WebApplicationType;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.context.support.GenericApplicationContext;

/**
 * A real OpenID Connect provider for this machine only, where everybody's password is {@value DemoPeople#PASSWORD}.
 *
 * <p>Discovery, authorization code with PKCE and a client secret, user info, and sign-out that returns to the
 * application. It knows one client and asks nobody for consent. Whoever uses this class adds Spring Boot's
 * authorization-server starter, which is an optional dependency here.
 */
public final class IdentityProvider implements AutoCloseable {

    /** The one client's id. */
    public static final String CLIENT_ID = "cabildo-back-office";

    private static final String CALLBACK = "/login/oauth2/code/cabildo";

    /** All that one running provider knows. */
    record Registration(
            String issuer, String clientSecret, RSAKey signingKey, Set<String> redirects, Set<String> afterSignOut) {

        /** Where the office lives: where people return to after they signed out. */
        String officeAddress() {
            return afterSignOut.stream().findFirst().orElse("/");
        }
    }

    private final Registration registration;
    private final ConfigurableApplicationContext context;

    private IdentityProvider(Registration registration, ConfigurableApplicationContext context) {
        this.registration = registration;
        this.context = context;
    }

    /**
     * Starts a provider on a random port with a fresh key and secret, for tests.
     *
     * @param redirects where the client may be sent with a code, compared exactly
     * @param afterSignOut where the client may be sent after sign-out, compared exactly
     */
    public static IdentityProvider start(Set<URI> redirects, Set<URI> afterSignOut) {
        var random = new byte[16];
        ThreadLocalRandom.current().nextBytes(random);
        var port = Ports.anyFree();
        return start(
                port,
                new Registration(
                        issuer(port),
                        HexFormat.of().formatHex(random),
                        freshKey(),
                        texts(redirects),
                        texts(afterSignOut)));
    }

    /**
     * Starts a provider whose key and secret are kept in a folder, so that sessions survive its restart.
     *
     * @param folder made if there is none
     * @param office the back office's address, without a slash at the end
     */
    public static IdentityProvider kept(Path folder, int port, String office) {
        try {
            Files.createDirectories(folder);
            var secrets = new Secrets(folder.resolve("identity.properties"));
            var key = RSAKey.parse(secrets.keep("signing-key", () -> freshKey().toJSONString()));
            return start(
                    port,
                    new Registration(
                            issuer(port),
                            secrets.password("client-secret"),
                            key,
                            Set.of(office + CALLBACK),
                            Set.of(office + "/")),
                    "--logging.level.root=WARN",
                    "--logging.pattern.console=identity | %-5level %logger{0}: %msg%n");
        } catch (IOException e) {
            throw new UncheckedIOException("Could not keep the identity provider in " + folder, e);
        } catch (ParseException e) {
            throw new IllegalStateException("The kept signing key is damaged", e);
        }
    }

    private static IdentityProvider start(int port, Registration registration, String... more) {
        var ownWordsOnly = Stream.of( // whose class path this is must not matter
                "--spring.config.location=optional:classpath:/org/cabildo/dev/identity.properties",
                "--spring.application.name=identity",
                "--server.address=127.0.0.1",
                "--server.port=" + port,
                "--server.servlet.context-path=",
                "--server.servlet.session.cookie.name=CABILDO_IDENTITY",
                "--server.servlet.session.cookie.same-site=lax",
                "--server.servlet.session.timeout=8h",
                "--server.shutdown=immediate",
                "--spring.main.lazy-initialization=false",
                "--spring.jmx.enabled=false");
        var context = new SpringApplicationBuilder(IdentityProviderSetup.class)
                .initializers(empty ->
                        ((GenericApplicationContext) empty).registerBean(Registration.class, () -> registration))
                .web(WebApplicationType.SERVLET)
                .bannerMode(Banner.Mode.OFF)
                .logStartupInfo(false)
                .registerShutdownHook(false)
                .run(Stream.concat(ownWordsOnly, Stream.of(more)).toArray(String[]::new));
        return new IdentityProvider(registration, context);
    }

    private static String issuer(int port) {
        return "http://localhost:" + port;
    }

    private static Set<String> texts(Set<URI> addresses) {
        return addresses.stream().map(URI::toString).collect(Collectors.toUnmodifiableSet());
    }

    private static RSAKey freshKey() {
        try {
            return new RSAKeyGenerator(2048).keyIDFromThumbprint(true).generate();
        } catch (JOSEException e) {
            throw new IllegalStateException("This Java makes no RSA keys", e);
        }
    }

    /** The provider's name and address, from which a client discovers the rest. */
    public String issuer() {
        return registration.issuer();
    }

    public String clientId() {
        return CLIENT_ID;
    }

    public String clientSecret() {
        return registration.clientSecret();
    }

    @Override
    public void close() {
        context.close();
    }
}
