package org.cabildo.host;

import java.net.URI;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;
import org.cabildo.kernel.HostName;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.validation.annotation.Validated;

/**
 * What hosts are judged by.
 *
 * @param dns the name server that is asked, such as {@code dns://192.0.2.53:53}; {@code dns:} asks the machine's own
 * @param portal address of the nation's portal
 * @param office address of the back office
 */
@Validated
@ConfigurationProperties("cabildo.host")
record HostSettings(@DefaultValue("dns:") String dns, URI portal, URI office) {

    /** Whether a name is the house's own, or below the nation's where every tenant has its address. */
    boolean isOurs(HostName name) {
        return nation().filter(name::isWithin).isPresent()
                || host(office).filter(name.value()::equals).isPresent();
    }

    /** The nation's host: tenants live one label below. */
    Optional<String> nation() {
        return host(portal);
    }

    private static Optional<String> host(URI address) {
        return Stream.ofNullable(address.getHost())
                .map(host -> host.toLowerCase(Locale.ROOT))
                .findFirst();
    }
}
