package org.cabildo.dev;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import org.cabildo.dev.Surroundings.Place;

/** The last thing printed at start: where everything is and who may come in. */
record Welcome(Surroundings surroundings, DataFolder data) {

    /** Sets out addresses and demo people in columns. */
    String text() {
        var words = surroundings.words();
        var portal = surroundings.portalAddress();
        var addresses = new ArrayList<List<String>>();
        addresses.add(List.of(words.say("welcome.portal"), portal));
        if (surroundings.hasOwnDatabase()) {
            addresses.add(List.of(
                    words.say("welcome.municipality"),
                    portal.replaceFirst("://", "://puerto-ejemplo."),
                    words.say("welcome.fallback", portal + "/t/puerto-ejemplo")));
        }
        addresses.add(List.of(words.say("welcome.office"), surroundings.officeAddress()));
        if (surroundings.hasOwnIdentity()) {
            addresses.add(
                    List.of(words.say("welcome.identity"), "http://localhost:" + surroundings.port(Place.IDENTITY)));
        }
        if (surroundings.hasOwnMail()) {
            addresses.add(List.of(words.say("welcome.mail"), "http://localhost:" + surroundings.port(Place.MAIL)));
        }
        addresses.add(List.of(words.say("welcome.data"), data.toString()));
        return "%n%s%n%n%s%n%s  %s%n"
                .formatted(words.say("welcome"), table(addresses), people(), words.say("welcome.stop"));
    }

    private String people() {
        if (!surroundings.hasOwnIdentity()) {
            return "";
        }
        var words = surroundings.words();
        var rows = DemoPeople.all().stream()
                .map(person -> List.of(
                        person.slug().isEmpty() ? words.say("welcome.nation") : person.place(),
                        person.name(),
                        words.role(person.role()),
                        person.email()))
                .toList();
        return "  %s%n%s%n".formatted(words.say("welcome.people", DemoPeople.PASSWORD), table(rows));
    }

    private static String table(List<List<String>> rows) {
        var widths = new ArrayList<Integer>();
        for (var row : rows) {
            for (var column = 0; column < row.size(); column++) {
                if (column == widths.size()) {
                    widths.add(0);
                }
                widths.set(column, Math.max(widths.get(column), row.get(column).length()));
            }
        }
        return rows.stream().map(row -> line(row, widths)).collect(Collectors.joining());
    }

    private static String line(List<String> cells, List<Integer> widths) {
        var line = new StringBuilder("  ");
        for (var column = 0; column < cells.size(); column++) {
            var cell = cells.get(column);
            line.append(cell).repeat(' ', widths.get(column) - cell.length() + 2);
        }
        return line.toString().stripTrailing() + System.lineSeparator();
    }
}
