package org.cabildo.ledger;

import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * An entry as people read it.
 *
 * @param changes values before and after, where the trail knows them
 * @param words what people wrote, by its name; what was erased is missing
 */
public record Told(Entry entry, List<Change> changes, SortedMap<String, String> words) {

    private static final JsonMapper JSON = JsonMapper.shared();

    /** Facts that say how an object is since the act; what it was before stands in an earlier entry of the same object. */
    private static final Map<String, String> STATES = Map.of(
            "number", "version", "accent", "accent", "second", "second", "set", "set", "pillars", "pillars", "host",
            "host");

    /**
     * A value that an act changed.
     *
     * @param name of the value
     * @param before null: there was none, or the trail does not say
     * @param after null: there is none any more
     */
    public record Change(
            String name, @Nullable String before, @Nullable String after) {}

    /** What it is called: its act, or what was done to evidence alone while progress stayed. */
    public String name() {
        var facts = JSON.readTree(entry.facts());
        if (!entry.act().startsWith("PROGRESS_") || !Objects.equals(text(facts, "from"), text(facts, "to"))) {
            return entry.act();
        }
        return entry.act().equals(Act.PROGRESS_REPORTED.name()) ? "EVIDENCE_ADDED" : "EVIDENCE_CORRECTED";
    }

    /** SHA-256 of the file that came with it. */
    public Optional<String> file() {
        return Optional.ofNullable(text(JSON.readTree(entry.facts()), "file"));
    }

    /**
     * Tells entries.
     *
     * @param newest entries, newest first
     * @param words by the number of their entry
     */
    static List<Told> all(List<Entry> newest, Map<Long, SortedMap<String, String>> words) {
        var known = new HashMap<Subject, Map<String, String>>();
        var told = new ArrayList<Told>();
        for (var entry : newest.reversed()) {
            var facts = JSON.readTree(entry.facts());
            var before = known.computeIfAbsent(entry.subject(), _ -> new HashMap<>());
            told.add(new Told(
                    entry,
                    changes(entry, facts, before),
                    words.getOrDefault(entry.number(), Collections.emptySortedMap())));
        }
        return told.reversed();
    }

    private static List<Change> changes(Entry entry, JsonNode facts, Map<String, String> known) {
        var act = entry.act();
        var changes = new ArrayList<Change>();
        if (act.startsWith("PROGRESS_")) {
            var from = text(facts, "from");
            var to = text(facts, "to");
            changes.add(new Change("progress", Objects.equals(from, to) ? null : from, to));
            var mended = known.get("report " + text(facts, "mends"));
            if (mended != null) {
                changes.add(new Change("mends", null, mended));
            }
            known.put("report " + text(facts, "report"), String.valueOf(entry.number()));
        } else if (act.startsWith("RIGHTS_") || act.equals(Act.INVITATION_ACCEPTED.name())) {
            changes.add(new Change("roles", text(facts, "before"), text(facts, "after")));
        } else if (act.equals(Act.PLAN_STEPPED.name())) {
            changes.add(new Change("stage", text(facts, "from"), text(facts, "to")));
        } else if (act.equals(Act.TENANT_MIGRATED.name())) {
            changes.add(new Change("tables", text(facts, "from"), text(facts, "to")));
        } else if (act.equals(Act.HOST_GIVEN_UP.name()) || act.equals(Act.HOST_LAPSED.name())) {
            changes.add(new Change("host", text(facts, "host"), null));
            known.remove("host");
        } else {
            for (var state : new TreeMap<>(STATES).entrySet()) {
                var now = text(facts, state.getKey());
                if (now != null && !now.equals(known.get(state.getKey()))) {
                    changes.add(new Change(state.getValue(), known.get(state.getKey()), now));
                    known.put(state.getKey(), now);
                }
            }
        }
        return List.copyOf(changes);
    }

    private static @Nullable String text(JsonNode facts, String name) {
        var value = facts.path(name);
        if (!value.isValueNode() || value.isNull()) {
            return null;
        }
        var text = value.asString();
        return text.isEmpty() ? null : text;
    }
}
