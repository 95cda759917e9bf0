package org.cabildo.dev;

import java.nio.file.Path;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** What the environment asks of the launcher: ports, the data folder, and services that stand in for embedded ones. */
final class Surroundings {

    /** What listens on a port, and the variable that chooses another one. */
    enum Place {
        PORTAL("CABILDO_PORTAL_PORT", 8080),
        OFFICE("CABILDO_OFFICE_PORT", 8081),
        IDENTITY("CABILDO_IDENTITY_PORT", 8082),
        HEALTH("CABILDO_HEALTH_PORT", 8083),
        MAIL("CABILDO_MAIL_PORT", 8084),
        DATABASE("CABILDO_DB_PORT", 54329),
        REDIS("CABILDO_REDIS_PORT", 63799);

        private final String variable;
        private final int usual;

        Place(String variable, int usual) {
            this.variable = variable;
            this.usual = usual;
        }

        String variable() {
            return variable;
        }
    }

    private static final String DB_URL = "CABILDO_DB_URL";
    private static final String REDIS_URL = "CABILDO_REDIS_URL";
    private static final String OIDC_ISSUER = "CABILDO_OIDC_ISSUER";
    private static final List<String> DB = List.of(DB_URL, "CABILDO_DB_USER", "CABILDO_DB_PASSWORD");
    private static final List<String> SMTP = List.of("CABILDO_SMTP_URL", "CABILDO_MAIL_FROM");
    private static final List<String> OIDC =
            List.of(OIDC_ISSUER, "CABILDO_OIDC_CLIENT_ID", "CABILDO_OIDC_CLIENT_SECRET");

    private final Map<String, String> environment;
    private final Path project;
    private final Words words;
    private final Map<Place, Integer> ports = new EnumMap<>(Place.class);

    /**
     * @param project the folder that holds the modules
     * @throws CannotStart if the environment contradicts itself
     */
    Surroundings(Map<String, String> environment, Path project) {
        this.environment = Map.copyOf(environment);
        this.project = project.toAbsolutePath().normalize();
        this.words = Words.of(environment);
        var chosen = new HashMap<Integer, Place>();
        for (var place : Place.values()) {
            var port = readPort(place);
            var other = chosen.put(port, place);
            if (other != null) {
                throw new CannotStart(words.say("port.twice", text(port), other.variable, place.variable));
            }
            ports.put(place, port);
        }
        demandTogether(DB);
        demandTogether(OIDC);
        if (!hasOwnMail()) {
            demandTogether(SMTP); // a sender without a server is told to the local one
        }
    }

    private int readPort(Place place) {
        var given = value(place.variable);
        if (given.isEmpty()) {
            return place.usual;
        }
        try {
            var port = Integer.parseInt(given.get());
            if (port >= 1 && port <= 65_535) {
                return port;
            }
        } catch (NumberFormatException e) {
            // answered below, as any other number that is no port
        }
        throw new CannotStart(words.say("port.wrong", place.variable, given.get()));
    }

    private void demandTogether(List<String> names) {
        var given = names.stream().filter(name -> value(name).isPresent()).toList();
        if (!given.isEmpty() && given.size() < names.size()) {
            var missing = names.stream().filter(name -> !given.contains(name)).toList();
            throw new CannotStart(words.say("together", String.join(", ", given), String.join(", ", missing)));
        }
    }

    Words words() {
        return words;
    }

    Path project() {
        return project;
    }

    int port(Place place) {
        return ports.getOrDefault(place, place.usual);
    }

    /** What people call the place of a port. */
    String named(Place place) {
        return words.say(
                switch (place) {
                    case PORTAL -> "port.portal";
                    case OFFICE -> "port.office";
                    case IDENTITY -> "port.identity";
                    case HEALTH -> "port.health";
                    case MAIL -> "port.mail";
                    case DATABASE -> "port.database";
                    case REDIS -> "port.redis";
                });
    }

    /** A variable that is set to more than nothing. */
    Optional<String> value(String name) {
        return Optional.ofNullable(environment.get(name)).filter(text -> !text.isBlank());
    }

    Optional<Path> dataFolder() {
        return value("CABILDO_DATA").map(Path::of);
    }

    boolean hasOwnDatabase() {
        return value(DB_URL).isEmpty();
    }

    boolean hasOwnRedis() {
        return value(REDIS_URL).isEmpty();
    }

    /** Whether what falls is started again; not if whoever runs it wants to do so by hand. */
    boolean watches() {
        return !value("CABILDO_WATCH").orElse("on").equals("off");
    }

    boolean hasOwnIdentity() {
        return value(OIDC_ISSUER).isEmpty();
    }

    boolean hasOwnMail() {
        return value("CABILDO_SMTP_URL").isEmpty();
    }

    /** Where citizens' browsers find the portal. */
    String portalAddress() {
        return value("CABILDO_PORTAL_ADDRESS").orElseGet(() -> "http://localhost:" + port(Place.PORTAL));
    }

    /** Where officers' browsers find the back office. */
    String officeAddress() {
        return value("CABILDO_OFFICE_ADDRESS").orElseGet(() -> "http://localhost:" + port(Place.OFFICE));
    }

    private static String text(int port) {
        return Integer.toString(port); // MessageFormat would write 8.080
    }
}
