package org.cabildo.ledger.published;

import java.io.IOException;
import java.io.OutputStream;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.SortedMap;
import java.util.UUID;
import org.cabildo.ledger.Entry;
import org.cabildo.ledger.Told;
import org.cabildo.ledger.Trail;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;

/** The trail of the tenant in scope as the public reads it: up to its last signed head. */
@Service
public class PublishedLedger {

    private static final int LONGEST = 300;
    private static final Set<String> OFFICERS = Set.of("roles", "tables");
    private final Trail trail;

    PublishedLedger(Trail trail) {
        this.trail = trail;
    }

    /**
     * How far the trail had come when it was last signed.
     *
     * @param count of entries
     * @param hash of the last of them
     * @param key identifier of the key that signed
     */
    public record LastHead(long count, String hash, Instant at, String key, String signature) {}

    /**
     * What was done.
     *
     * @param act one of {@link org.cabildo.ledger.Act}, or what it did to evidence alone
     * @param kind of what it was done to
     * @param behalf for which institution; null: nobody's
     * @param changes values before and after; nothing of people
     * @param words what people wrote, by its name
     * @param file SHA-256 of the file that came with it; null: none did
     */
    public record Step(
            long number,
            Instant at,
            String act,
            String kind,
            UUID object,
            @Nullable String behalf,
            List<Change> changes,
            SortedMap<String, String> words,
            @Nullable String file,
            String hash) {}

    /**
     * A value that an act changed.
     *
     * @param before null: there was none
     * @param after null: there is none any more
     */
    public record Change(
            String name, @Nullable String before, @Nullable String after) {}

    /** The last signed head; empty before the first act. */
    public Optional<LastHead> head() {
        return trail.head()
                .map(signed -> signed.head())
                .map(head -> new LastHead(head.count(), head.hash(), head.at(), head.key(), head.signature()));
    }

    /** The newest acts that are signed, newest first. */
    public List<Step> newest(int limit) {
        return head().map(head -> steps(trail.newest(head.count(), limit))).orElse(List.of());
    }

    /** What was done to these objects and is signed, newest first. */
    public List<Step> of(Collection<UUID> objects) {
        return head().map(head -> steps(trail.of(objects, head.count(), LONGEST)))
                .orElse(List.of());
    }

    private List<Step> steps(List<Entry> entries) {
        return trail.told(entries).stream().map(PublishedLedger::step).toList();
    }

    private static Step step(Told told) {
        var entry = told.entry();
        return new Step(
                entry.number(),
                entry.at(),
                told.name(),
                entry.subject().kind(),
                entry.subject().id(),
                entry.behalf(),
                told.changes().stream()
                        .filter(change -> !OFFICERS.contains(change.name()))
                        .map(change -> new Change(change.name(), change.before(), change.after()))
                        .toList(),
                told.words(),
                told.file().orElse(null),
                entry.hash());
    }

    /** Writes the trail as a file that {@code ./cabildo verify} checks. */
    public void export(OutputStream out) throws IOException {
        trail.export(out);
    }
}
