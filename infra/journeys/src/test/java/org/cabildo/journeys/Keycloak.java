package org.cabildo.journeys;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Comparator;
import java.util.List;
import java.util.Map;

/** Keycloak's own distribution, which the build unpacked, with the realm of {@code infra/keycloak}. */
final class Keycloak implements AutoCloseable {

    static final String CLIENT_SECRET = "solo-para-esta-prueba";
    private static final Duration TO_START = Duration.ofMinutes(3);
    private final Server server;
    private final String address;

    private Keycloak(Server server, String address) {
        this.server = server;
        this.address = address;
    }

    /**
     * Begins to start it, which takes most of a minute.
     *
     * @param office the back office's address
     */
    static Keycloak start(Path project, int port, String office) {
        var home = home();
        try {
            forget(home.resolve("data"));
            var imports = Files.createDirectories(home.resolve("data/import"));
            Files.copy(project.resolve("infra/keycloak/cabildo-realm.json"), imports.resolve("cabildo-realm.json"));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        var server = Server.start(
                List.of(
                        "sh",
                        home.resolve("bin/kc.sh").toString(),
                        "start-dev",
                        "--http-host=127.0.0.1",
                        "--http-port=" + port,
                        "--import-realm"),
                Map.of(
                        "CABILDO_OFFICE_ADDRESS",
                        office,
                        "CABILDO_OIDC_CLIENT_SECRET",
                        CLIENT_SECRET,
                        "JAVA_OPTS_KC_HEAP",
                        "-Xms64m -Xmx512m"),
                Path.of("target", "houses", "keycloak.log"));
        return new Keycloak(server, "http://localhost:" + port);
    }

    private static Path home() {
        try (var unpacked = Files.list(Path.of("target", "keycloak"))) {
            return unpacked.filter(Files::isDirectory).findFirst().orElseThrow().toAbsolutePath();
        } catch (IOException e) {
            throw new UncheckedIOException("The build did not unpack Keycloak", e);
        }
    }

    private static void forget(Path data) throws IOException {
        if (Files.notExists(data)) {
            return;
        }
        try (var all = Files.walk(data)) {
            for (var each : all.sorted(Comparator.reverseOrder()).toList()) {
                Files.delete(each);
            }
        }
    }

    Keycloak await() {
        server.await(URI.create(issuer() + "/.well-known/openid-configuration"), TO_START);
        return this;
    }

    String issuer() {
        return address + "/realms/cabildo";
    }

    @Override
    public void close() {
        server.close();
    }
}
