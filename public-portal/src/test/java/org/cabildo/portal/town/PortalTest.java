package org.cabildo.portal.town;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;
import java.util.HashMap;
import org.cabildo.portal.Portal;
import org.cabildo.testing.Machine;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.context.SpringBootTest.WebEnvironment;
import org.springframework.context.ApplicationContextInitializer;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.context.annotation.Import;
import org.springframework.core.env.MapPropertySource;
import org.springframework.test.context.ContextConfiguration;

/** A test that reads the portal over HTTP; what is published is published by the {@link Office}. */
@Target(ElementType.TYPE)
@Retention(RetentionPolicy.RUNTIME)
@SpringBootTest(classes = Portal.class, webEnvironment = WebEnvironment.RANDOM_PORT)
@ContextConfiguration(initializers = PortalTest.OnThisMachine.class)
@Import({Reader.class, Statements.class})
public @interface PortalTest {

    /** Gives the portal what it has in production: its own key, neither the office's nor the worker's login. */
    final class OnThisMachine implements ApplicationContextInitializer<ConfigurableApplicationContext> {

        @Override
        public void initialize(ConfigurableApplicationContext context) {
            var properties = new HashMap<>(Machine.properties());
            properties.keySet().removeIf(key -> key.contains("provisioner") || key.contains("office-key"));
            properties.put("cabildo.portal.address", "http://localhost");
            context.getEnvironment().getPropertySources().addFirst(new MapPropertySource("machine", properties));
            context.getBeanFactory().registerSingleton("notTheLauncher", new Outside("org.cabildo.dev."));
            context.getBeanFactory().registerSingleton("notTheTests", new Outside("org.cabildo.testing."));
            context.getBeanFactory().registerSingleton("notTheTown", new Outside("org.cabildo.portal.town."));
            Office.the(org.cabildo.testing.FreshTenants.class); // its platform schema is the one we read
        }
    }
}
