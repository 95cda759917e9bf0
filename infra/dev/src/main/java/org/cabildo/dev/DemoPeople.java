package org.cabildo.dev;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Objects;
import java.util.Optional;

/** The invented people of the demo, as {@code demo-people.csv} lists them. */
public final class DemoPeople {

    /** The password that everybody has at the local identity provider. */
    public static final String PASSWORD = "cabildo";

    private static final List<DemoPerson> ALL = read();

    private DemoPeople() {}

    /** Lists everybody: the nation first, then place by place. */
    public static List<DemoPerson> all() {
        return ALL;
    }

    /** Finds a person by e-mail address, whatever its case. */
    public static Optional<DemoPerson> withEmail(String email) {
        return ALL.stream()
                .filter(person -> person.email().equalsIgnoreCase(email.strip()))
                .findFirst();
    }

    private static List<DemoPerson> read() {
        var resource = Objects.requireNonNull(DemoPeople.class.getResourceAsStream("demo-people.csv"));
        try (var lines = new BufferedReader(new InputStreamReader(resource, StandardCharsets.UTF_8))) {
            return lines.lines().skip(1).map(DemoPeople::person).toList();
        } catch (IOException e) {
            throw new UncheckedIOException("Could not read demo-people.csv", e);
        }
    }

    private static DemoPerson person(String line) {
        var cells = line.split(";", -1);
        return new DemoPerson(cells[0], cells[1], DemoRole.valueOf(cells[2]), cells[3], cells[4]);
    }
}
