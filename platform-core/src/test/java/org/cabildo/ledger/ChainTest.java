package org.cabildo.ledger;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.UUID;
import org.cabildo.ledger.Trail.Stored;
import org.cabildo.tenancy.TenantId;
import org.junit.jupiter.api.Test;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Whatever is done to a trail that was drawn by lot is found, by whoever checks the file and by whoever walks along the
 * rows: an edit, a deletion, a swap and an insertion by the chain alone, a cut and a fork by an earlier head.
 */
class ChainTest {

    private static final Logger LOG = LoggerFactory.getLogger(ChainTest.class);
    private static final long SEED = Long.getLong("cabildo.seed", 20_261_128L);
    private static final int TRIALS = 100;
    private static final TenantId TENANT = new TenantId(new UUID(0x0197a00000007000L, 0x8000000000000001L));
    private static final Instant NOON = Instant.parse("2026-11-20T15:00:00Z");
    private static final String[] ACTS = {"PLAN_PUBLISHED", "PROGRESS_REPORTED", "RIGHTS_GIVEN", "HOST_PROVEN"};

    /** What somebody does who can write in the database. */
    private enum Deed {
        EDIT,
        EDIT_AND_HASH,
        DELETE,
        SWAP,
        INSERT,
        CUT,
        FORK
    }

    private final Random lot = new Random(SEED);

    private List<Entry> trail(int length) {
        var entries = new ArrayList<Entry>();
        for (int i = 0; i < length; i++) {
            entries.add(entry(
                    i + 1, i == 0 ? Entry.beginning(TENANT) : entries.getLast().hash()));
        }
        return entries;
    }

    private Entry entry(long number, String previous) {
        return new Entry(
                TENANT,
                number,
                NOON.plusMillis(number),
                ACTS[lot.nextInt(ACTS.length)],
                new Subject("milestone", new UUID(lot.nextLong(), lot.nextLong())),
                lot.nextBoolean() ? null : Digest.hex(new byte[] {(byte) lot.nextInt()}),
                lot.nextBoolean() ? null : "Municipalidad de Ñuñoa «" + lot.nextInt(9) + "»",
                "{\"to\":%d}".formatted(lot.nextInt(100)),
                previous);
    }

    private static Entry edited(Entry entry) {
        return new Entry(
                entry.tenant(),
                entry.number(),
                entry.at(),
                entry.act(),
                entry.subject(),
                entry.actor(),
                entry.behalf(),
                "{\"to\":1000}",
                entry.previous());
    }

    private static List<Stored> stored(List<Entry> entries) {
        return new ArrayList<>(
                entries.stream().map(entry -> new Stored(entry, entry.hash())).toList());
    }

    /** Does it to the rows. The last entry is left to the deeds that need a head: nothing follows it. */
    private void spoil(Deed deed, List<Stored> rows) {
        int at = lot.nextInt(rows.size() - 1);
        var entry = rows.get(at).entry();
        switch (deed) {
            case EDIT -> rows.set(at, new Stored(edited(entry), rows.get(at).hash()));
            case EDIT_AND_HASH ->
                rows.set(at, new Stored(edited(entry), edited(entry).hash()));
            case DELETE -> rows.remove(at);
            case SWAP -> Collections.swap(rows, at, at + 1);
            case INSERT -> {
                var forged = entry(entry.number(), entry.previous());
                rows.add(at, new Stored(forged, forged.hash()));
            }
            case CUT -> rows.subList(at + 1, rows.size()).clear();
            case FORK -> {
                rows.subList(at, rows.size()).clear();
                var previous = entry.previous();
                for (long number = entry.number(); number < entry.number() + 20; number++) {
                    var other = edited(entry(number, previous));
                    rows.add(new Stored(other, other.hash()));
                    previous = other.hash();
                }
            }
        }
    }

    @Test
    void whateverIsDoneToATrailIsFoundByBothWaysOfChecking() throws IOException {
        LOG.info("Lots are drawn with the seed {}; -Dcabildo.seed={} draws them again", SEED, SEED);
        for (int trial = 0; trial < TRIALS; trial++) {
            var entries = trail(2 + lot.nextInt(20));
            var head = new KeptHead(entries.size(), entries.getLast().hash());
            assertThat(verdict(stored(entries), head).holds()).isTrue();
            assertThat(isFoundByWalking(stored(entries), head)).isFalse();
            for (var deed : Deed.values()) {
                var rows = stored(entries);
                spoil(deed, rows);

                assertThat(verdict(rows, head).holds()).as(deed + " " + trial).isFalse();
                assertThat(isFoundByWalking(rows, head)).as(deed + " " + trial).isTrue();
            }
        }
    }

    @Test
    void withoutAHeadACutAndAForkAgreeWithThemselvesAndAllElseDoesNot() throws IOException {
        for (int trial = 0; trial < TRIALS; trial++) {
            var entries = trail(2 + lot.nextInt(20));
            for (var deed : Deed.values()) {
                var rows = stored(entries);
                spoil(deed, rows);
                boolean needsAHead = deed == Deed.CUT || deed == Deed.FORK;

                assertThat(isFoundByWalking(rows)).as(deed + " " + trial).isEqualTo(!needsAHead);
                if (deed != Deed.EDIT) { // the file bears no hash of its own
                    assertThat(verdict(rows).holds()).as(deed + " " + trial).isEqualTo(needsAHead);
                }
            }
        }
    }

    private static Verdict verdict(List<Stored> rows, KeptHead... kept) throws IOException {
        var file = new ByteArrayOutputStream();
        file.write(LedgerFile.beginning(TENANT));
        file.write('\n');
        for (var row : rows) {
            file.write(LedgerFile.entry(row.entry()));
            file.write('\n');
        }
        return Verifier.verify(new ByteArrayInputStream(file.toByteArray()), List.of(kept));
    }

    private static boolean isFoundByWalking(List<Stored> rows, KeptHead... kept) {
        var heads = kept.length == 0 ? Map.<Long, String>of() : Map.of(kept[0].count(), kept[0].hash());
        var walk = new Walk(TENANT, 0, Entry.beginning(TENANT), heads);
        return walk.along(rows).isPresent() || walk.cutOff().isPresent();
    }
}
