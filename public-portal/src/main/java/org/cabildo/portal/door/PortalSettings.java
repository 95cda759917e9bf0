package org.cabildo.portal.door;

import jakarta.validation.constraints.NotNull;
import java.net.URI;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.validation.annotation.Validated;

/**
 * How the portal is addressed.
 *
 * @param address of the nation's page, such as {@code https://abierto.example}; tenants live one label below
 * @param addressing how links lead from one portal to another
 */
@Validated
@ConfigurationProperties("cabildo.portal")
public record PortalSettings(
        @NotNull URI address, @DefaultValue("HOST") Addressing addressing) {

    /** How links lead from one portal to another; both ways are always answered. */
    public enum Addressing {
        /** {@code <slug>.<portal host>}. */
        HOST,
        /** {@code /t/<slug>/}, where wildcard hosts are impossible. */
        PATH
    }

    public PortalSettings {
        if (address.getHost() == null) {
            throw new IllegalArgumentException(
                    "The portal's address is a web address, such as https://abierto.example, but was " + address);
        }
    }
}
