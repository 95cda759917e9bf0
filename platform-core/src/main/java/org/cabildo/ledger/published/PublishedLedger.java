package org.cabildo.ledger.published;

import java.io.IOException;
import java.io.OutputStream;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.cabildo.ledger.Entry;
import org.cabildo.ledger.Trail;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;

/** The trail of the tenant in scope as the public reads it: up to its last signed head. */
@Service
public class PublishedLedger {

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
     * @param act one of {@link org.cabildo.ledger.Act}
     * @param kind of what it was done to
     * @param behalf for which institution; null: nobody's
     */
    public record Done(
            long number,
            Instant at,
            String act,
            String kind,
            UUID object,
            @Nullable String behalf,
            String hash) {}

    /** The last signed head; empty before the first act. */
    public Optional<LastHead> head() {
        return trail.head()
                .map(signed -> signed.head())
                .map(head -> new LastHead(head.count(), head.hash(), head.at(), head.key(), head.signature()));
    }

    /** The newest acts that are signed, newest first. */
    public List<Done> newest(int limit) {
        return head().map(head -> trail.newest(head.count(), limit)).orElse(List.of()).stream()
                .map(PublishedLedger::done)
                .toList();
    }

    private static Done done(Entry entry) {
        return new Done(
                entry.number(),
                entry.at(),
                entry.act(),
                entry.subject().kind(),
                entry.subject().id(),
                entry.behalf(),
                entry.hash());
    }

    /** Writes the trail as a file that {@code ./cabildo verify} checks. */
    public void export(OutputStream out) throws IOException {
        trail.export(out);
    }
}
