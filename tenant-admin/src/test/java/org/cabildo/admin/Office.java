package org.cabildo.admin;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;
import java.net.URI;
import java.util.Map;
import java.util.Set;
import org.cabildo.dev.IdentityProvider;
import org.cabildo.testing.FreshTenants;
import org.cabildo.testing.Machine;
import org.cabildo.testing.Promises;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.context.SpringBootTest.WebEnvironment;
import org.springframework.context.ApplicationContextInitializer;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.context.annotation.Import;
import org.springframework.context.support.GenericApplicationContext;
import org.springframework.core.env.MapPropertySource;
import org.springframework.security.core.context.SecurityContextHolder;
import org.springframework.security.core.context.SecurityContextHolderStrategy;
import org.springframework.test.context.ContextConfiguration;
import org.springframework.test.util.TestSocketUtils;

/** The whole back office on a real server, database and identity provider. */
@Target(ElementType.TYPE)
@Retention(RetentionPolicy.RUNTIME)
@SpringBootTest(classes = BackOffice.class, webEnvironment = WebEnvironment.DEFINED_PORT)
@ContextConfiguration(initializers = {Machine.Described.class, Office.SignIn.class})
@Import({FreshTenants.class, Promises.class})
public @interface Office {

    /** Points the office at a provider of its own. */
    final class SignIn implements ApplicationContextInitializer<ConfigurableApplicationContext> {

        static final int PORT = TestSocketUtils.findAvailableTcpPort();
        static final String ADDRESS = "http://localhost:" + PORT;
        static final IdentityProvider PROVIDER = IdentityProvider.start(
                Set.of(URI.create(ADDRESS + "/login/oauth2/code/cabildo")), Set.of(URI.create(ADDRESS + "/")));

        @Override
        public void initialize(ConfigurableApplicationContext context) {
            // the provider lives in the same JVM, where there is one holder for all: the office keeps the one there is
            ((GenericApplicationContext) context)
                    .registerBean(SecurityContextHolderStrategy.class, SecurityContextHolder::getContextHolderStrategy);
            context.getEnvironment()
                    .getPropertySources()
                    .addFirst(new MapPropertySource(
                            "office",
                            Map.of(
                                    "server.port",
                                    PORT,
                                    "vaadin.productionMode",
                                    true,
                                    "cabildo.invitation.office-address",
                                    ADDRESS,
                                    "cabildo.sign-in.issuer",
                                    PROVIDER.issuer(),
                                    "cabildo.sign-in.client-id",
                                    PROVIDER.clientId(),
                                    "cabildo.sign-in.client-secret",
                                    PROVIDER.clientSecret())));
        }
    }
}
