package org.cabildo.commitment.published;

import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;

/**
 * What a version of a plan changed against the one before.
 *
 * @param planSlug address of the plan
 * @param title of the plan as the version says it
 * @param number of the version, from 2
 * @param previous number of the version that the public read before
 * @param reason why; the public reads it
 * @param changes in the order of the plan: first the plan itself
 */
public record Amendment(
        String planSlug, String title, int number, int previous, String reason, Instant at, List<Change> changes) {

    private static final Set<String> WHOLE = Set.of(
            "period",
            "framework",
            "weight",
            "follows",
            "act.kind",
            "act.day",
            "body.kind",
            "endorsements",
            "detail.AXIS",
            "detail.SDG");

    /** What was changed. */
    public enum Kind {
        PLAN,
        COMMITMENT,
        MILESTONE
    }

    /** How. */
    public enum How {
        ADDED,
        CHANGED,
        REMOVED
    }

    /**
     * A part of a plan as somebody says it.
     *
     * @param commitment number of the commitment it is or belongs to; 0: the plan itself
     * @param fields by name, in the order in which they are read
     */
    public record Part(Kind kind, UUID id, int commitment, String title, Map<String, String> fields) {}

    /** What has to be changed in some parts so that they become others, in the order of these. */
    public static List<Change> between(List<Part> before, List<Part> after) {
        var changes = new ArrayList<Change>();
        var old = new LinkedHashMap<Place, Part>();
        before.forEach(part -> old.put(new Place(part.kind(), part.id()), part));
        for (var now : after) {
            var was = old.remove(new Place(now.kind(), now.id()));
            var fields = fields(was == null ? Map.of() : was.fields(), now.fields());
            if (!fields.isEmpty()) {
                changes.add(change(was == null ? How.ADDED : How.CHANGED, now, fields));
            }
        }
        old.values().forEach(was -> changes.add(change(How.REMOVED, was, fields(was.fields(), Map.of()))));
        return changes;
    }

    private record Place(Kind kind, UUID id) {}

    private static Change change(How how, Part part, List<Field> fields) {
        return new Change(part.kind(), how, part.id(), part.commitment(), part.title(), fields);
    }

    private static List<Field> fields(Map<String, String> before, Map<String, String> after) {
        var names = new ArrayList<>(after.keySet());
        before.keySet().stream().filter(name -> !after.containsKey(name)).forEach(names::add);
        return names.stream()
                .map(name -> new Field(name, before.getOrDefault(name, ""), after.getOrDefault(name, "")))
                .filter(field -> !field.before().equals(field.after()))
                .toList();
    }

    /**
     * A part that is not what it was.
     *
     * @param commitment number of the commitment it is or belongs to; 0: the plan itself
     * @param title as it is now, or was
     * @param fields those that differ
     */
    public record Change(Kind kind, How how, UUID id, int commitment, String title, List<Field> fields) {}

    /**
     * A field that is not what it was.
     *
     * @param name such as {@code title}; the key of its word
     * @param before empty: it said nothing
     * @param after empty: it says nothing any more
     */
    public record Field(String name, String before, String after) {

        /** Whether it is compared word by word; what is no text is shown whole. */
        public boolean isText() {
            return !WHOLE.contains(name);
        }

        /** Both texts, word by word. */
        public List<Piece> pieces() {
            return Piece.between(before, after);
        }
    }
}
