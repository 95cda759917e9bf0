package org.cabildo.portal;

import org.cabildo.kernel.Lifeline;
import org.springframework.boot.SpringApplication;
import org.springframework.boot.autoconfigure.SpringBootApplication;
import org.springframework.boot.context.properties.ConfigurationPropertiesScan;
import org.springframework.boot.persistence.autoconfigure.EntityScan;
import org.springframework.boot.security.autoconfigure.UserDetailsServiceAutoConfiguration;
import org.springframework.data.jpa.repository.config.EnableJpaRepositories;

/** The public portal: one process serves every tenant's citizens. */
@SpringBootApplication(
        scanBasePackages = "org.cabildo",
        exclude = UserDetailsServiceAutoConfiguration.class) // nobody has a password here
@ConfigurationPropertiesScan("org.cabildo.portal")
@EntityScan("org.cabildo")
@EnableJpaRepositories("org.cabildo")
public class Portal {

    /** Starts the portal. */
    public static void main(String[] arguments) {
        Lifeline.hold();
        SpringApplication.run(Portal.class, arguments);
    }
}
