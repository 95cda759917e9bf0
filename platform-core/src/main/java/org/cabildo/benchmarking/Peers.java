package org.cabildo.benchmarking;

import java.util.Optional;
import java.util.UUID;
import java.util.regex.Pattern;
import org.cabildo.benchmarking.Comparison.Line;
import org.cabildo.calendar.PndrClass;

/** With whom one compares. It stands in addresses, so each has a text of its own. */
public sealed interface Peers {

    /** Everybody of the same kind. */
    record All() implements Peers {
        @Override
        public String text() {
            return "";
        }
    }

    /** Those of a region. */
    record OfRegion(String code) implements Peers {
        @Override
        public String text() {
            return "region:" + code;
        }
    }

    /** Those that are as rural. */
    record OfClass(PndrClass pndr) implements Peers {
        @Override
        public String text() {
            return "ruralidad:" + pndr.name();
        }
    }

    /** Those of a band of population, by the least it holds. */
    record OfBand(int atLeast) implements Peers {
        @Override
        public String text() {
            return "poblacion:" + atLeast;
        }
    }

    /** Those that somebody chose. */
    record Chosen(SelectionId selection) implements Peers {
        @Override
        public String text() {
            return "seleccion:" + selection.value();
        }
    }

    /** Names a kept selection. */
    record SelectionId(UUID value) {}

    /** How it stands in an address. */
    String text();

    /** The peers that an address names; empty if it names none that can be. */
    static Optional<Peers> read(String text) {
        var parts = text.split(":", 2);
        if (parts.length < 2) {
            return text.isEmpty() ? Optional.of(new All()) : Optional.empty();
        }
        var key = parts[1];
        return switch (parts[0]) {
            case "region" -> Form.REGION.matcher(key).matches() ? Optional.of(new OfRegion(key)) : Optional.empty();
            case "ruralidad" -> Form.pndr(key).map(OfClass::new);
            case "poblacion" ->
                Form.NUMBER.matcher(key).matches() ? Optional.of(new OfBand(Integer.parseInt(key))) : Optional.empty();
            case "seleccion" ->
                Form.ID.matcher(key).matches()
                        ? Optional.of(new Chosen(new SelectionId(UUID.fromString(key))))
                        : Optional.empty();
            default -> Optional.empty();
        };
    }

    /** Whether this tenant is one of them; of a selection, whether it was chosen. */
    default boolean include(Line line, Selection chosen) {
        return switch (this) {
            case All() -> true;
            case OfRegion(String code) -> code.equals(line.region());
            case OfClass(PndrClass pndr) -> pndr.name().equals(line.classification());
            case OfBand(int atLeast) -> line.band() != null && line.band() == atLeast;
            case Chosen(SelectionId id) ->
                chosen.id().equals(id) && chosen.members().contains(line.tenant());
        };
    }

    /** How keys are written. */
    final class Form {
        private static final Pattern REGION = Pattern.compile("\\d{2}");
        private static final Pattern NUMBER = Pattern.compile("\\d{1,8}");
        private static final Pattern ID = Pattern.compile("[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}");

        private Form() {}

        private static Optional<PndrClass> pndr(String name) {
            for (var one : PndrClass.values()) {
                if (one.name().equals(name)) {
                    return Optional.of(one);
                }
            }
            return Optional.empty();
        }
    }
}
