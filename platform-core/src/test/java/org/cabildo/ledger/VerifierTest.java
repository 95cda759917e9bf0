package org.cabildo.ledger;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Base64;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import java.util.UUID;
import org.cabildo.ledger.Verdict.Broken;
import org.cabildo.ledger.Verdict.Fault;
import org.cabildo.tenancy.TenantId;
import org.junit.jupiter.api.RepeatedTest;
import org.junit.jupiter.api.Test;

/** Whatever is done to a trail after it was written shows, where it was done. */
class VerifierTest {

    private static final TenantId TENANT = new TenantId(UUID.fromString("0197a000-0000-7000-8000-000000000001"));
    private static final SigningKey KEY = new SigningKey(Base64.getEncoder().encodeToString(new byte[32]));
    private static final Instant NOON = Instant.parse("2026-11-20T15:00:00Z");
    private final Random random = new Random(20_261_128);

    /** A trail as lines: the beginning, then its entries. */
    private List<byte[]> trail(int entries) {
        return trail(entries, "{\"to\":%d}");
    }

    private List<byte[]> trail(int entries, String facts) {
        var lines = new ArrayList<byte[]>();
        lines.add(LedgerFile.beginning(TENANT));
        var previous = Entry.beginning(TENANT);
        for (int number = 1; number <= entries; number++) {
            var entry = new Entry(
                    TENANT,
                    number,
                    NOON.plusMillis(number),
                    "PROGRESS_REPORTED",
                    new Subject("milestone", new UUID(7, number)),
                    number % 3 == 0 ? null : Digest.hex(new byte[] {(byte) number}),
                    number % 2 == 0 ? "Municipalidad de Ñuñoa \"A\"" : null,
                    facts.formatted(number % 100),
                    previous);
            lines.add(LedgerFile.entry(entry));
            previous = entry.hash();
        }
        return lines;
    }

    private static Verdict verify(List<byte[]> lines, KeptHead... kept) throws IOException {
        var file = new ByteArrayOutputStream();
        for (var line : lines) {
            file.write(line);
            file.write('\n');
        }
        return Verifier.verify(new ByteArrayInputStream(file.toByteArray()), List.of(kept));
    }

    @Test
    void aWholeTrailHolds() throws IOException {
        var lines = trail(200);

        var verdict = verify(lines);

        assertThat(verdict.holds()).isTrue();
        assertThat(verdict.tenant()).isEqualTo(TENANT);
        assertThat(verdict.entries()).isEqualTo(200);
        assertThat(verdict.hash()).isEqualTo(Digest.hex(lines.getLast()));
    }

    @Test
    void anEmptyTrailHoldsAndAnEmptyFileDoesNot() throws IOException {
        assertThat(verify(trail(0)).hash()).isEqualTo(Entry.beginning(TENANT));
        assertThat(verify(List.of()).broken()).isEqualTo(new Broken(Fault.FORMAT, 0));
    }

    @RepeatedTest(200)
    void oneChangedByteIsFoundWhereItIs() throws IOException {
        var lines = trail(30);
        int line = 1 + random.nextInt(29); // of the last one only a head knows the hash
        var bytes = lines.get(line);
        int at = random.nextInt(bytes.length);
        bytes[at] ^= (byte) (1 << random.nextInt(7));
        if (bytes[at] == '\n') {
            bytes[at] = 'x';
        }

        var broken = verify(lines).broken();

        assertThat(broken).isNotNull();
        assertThat(broken.entry()).isBetween((long) line, line + 1L);
    }

    @Test
    void aDeletedASwappedAndARepeatedEntryAreFound() throws IOException {
        var deleted = trail(10);
        deleted.remove(4);
        var swapped = trail(10);
        Collections.swap(swapped, 4, 5);
        var repeated = trail(10);
        repeated.add(5, repeated.get(4));

        assertThat(verify(deleted).broken()).isEqualTo(new Broken(Fault.NUMBER, 4));
        assertThat(verify(swapped).broken()).isEqualTo(new Broken(Fault.NUMBER, 4));
        assertThat(verify(repeated).broken()).isEqualTo(new Broken(Fault.NUMBER, 5));
    }

    @Test
    void aTrailThatWasCutOffIsFoundByAnEarlierHead() throws IOException {
        var whole = trail(10);
        var head = new KeptHead(10, Digest.hex(whole.getLast()));

        assertThat(verify(whole, head).holds()).isTrue();
        assertThat(verify(whole.subList(0, 8)).holds()).isTrue();
        assertThat(verify(whole.subList(0, 8), head).broken()).isEqualTo(new Broken(Fault.CUT_OFF, 8));
    }

    @Test
    void aTrailThatWasContinuedInAnotherWayIsFoundByAnEarlierHead() throws IOException {
        var head = new KeptHead(7, Digest.hex(trail(7).getLast()));
        var forked = trail(12, "{\"to\":1%d}");

        assertThat(verify(forked).holds()).isTrue();
        assertThat(verify(forked, head).broken()).isEqualTo(new Broken(Fault.HEAD, 7));
    }

    @Test
    void aTrailOfAnotherTenantIsNotThisOne() throws IOException {
        var lines = trail(5);
        lines.set(0, LedgerFile.beginning(new TenantId(new UUID(1, 2))));

        assertThat(verify(lines).broken()).isEqualTo(new Broken(Fault.LINE, 1));
    }

    @Test
    void aSignedHeadHoldsAndAForgedOneDoesNot() throws IOException {
        var lines = trail(6);
        var head = KEY.sign(TENANT, 6, Digest.hex(lines.getLast()), NOON);
        var forged = new Head(TENANT, 5, head.hash(), head.at(), head.key(), head.signature());

        var verdict = verify(signed(lines, head));

        assertThat(verdict.holds()).isTrue();
        assertThat(verdict.heads()).isOne();
        assertThat(verdict.keys()).containsExactly(KEY.id());
        assertThat(verify(signed(lines, forged)).broken()).isEqualTo(new Broken(Fault.SIGNATURE, 0));
        assertThat(verify(signed(lines.subList(0, 5), head)).broken()).isEqualTo(new Broken(Fault.CUT_OFF, 5));
    }

    @Test
    void whatWasRewrittenIsToldWhereAHeadSaysSomethingElseAndOnlyWhatAHeadProvesIsWhole() throws IOException {
        var lines = trail(6);
        var middle = new KeptHead(3, Digest.hex(lines.get(3)));
        var rewritten = new ArrayList<>(lines.subList(0, 5)); // the first five, and another sixth
        rewritten.add(trail(6, "{\"to\":%d,\"x\":1}").getLast());
        var last = new KeptHead(6, Digest.hex(lines.getLast()));
        var ended = verify(lines, middle, new KeptHead(6, "0".repeat(64)));

        assertThat(ended.broken()).isEqualTo(new Broken(Fault.HEAD, 6));
        assertThat(ended.entries()).isEqualTo(3);
        assertThat(verify(lines, new KeptHead(6, "0".repeat(64))).entries()).isZero();
        assertThat(verify(lines, last, middle).holds()).isTrue();
        assertThat(verify(rewritten, middle).entries()).isGreaterThanOrEqualTo(3);
    }

    @Test
    void ofTwoHeadsThatSayDifferentThingsOneIsFalseInWhateverOrder() throws IOException {
        var lines = trail(6);
        var good = new KeptHead(6, Digest.hex(lines.getLast()));
        var bad = new KeptHead(6, "0".repeat(64));
        var resigned = signed(lines, KEY.sign(TENANT, 6, good.hash(), NOON));

        assertThat(verify(lines, good, bad).broken()).isEqualTo(new Broken(Fault.HEAD, 6));
        assertThat(verify(lines, bad, good).broken()).isEqualTo(new Broken(Fault.HEAD, 6));
        assertThat(verify(resigned, bad).broken()).isEqualTo(new Broken(Fault.HEAD, 6));
        assertThat(verify(lines, good, good).holds()).isTrue();
    }

    @Test
    void aKeyGoesByItsOwnHashOnly() throws IOException {
        var other =
                new SigningKey(Base64.getEncoder().encodeToString("x".repeat(32).getBytes(StandardCharsets.US_ASCII)));
        var lines = new ArrayList<>(trail(1));
        lines.addFirst(LedgerFile.key(KEY.id(), other.publicKey()));

        assertThat(verify(lines).broken()).isEqualTo(new Broken(Fault.FORMAT, 0));
    }

    private static List<byte[]> signed(List<byte[]> lines, Head head) {
        var all = new ArrayList<>(lines);
        all.addFirst(LedgerFile.head(head));
        all.addFirst(LedgerFile.key(KEY.id(), KEY.publicKey()));
        return all;
    }

    @Test
    void wordsAreThoseOfTheirEntryAndMayBeMissing() throws IOException {
        var key = "k".repeat(32).getBytes(StandardCharsets.US_ASCII);
        var lines = trail(1, "{\"reason\":\"" + Ledger.keyed(key, "Tres medidores no miden") + "\",\"to\":%d}");
        var told = new ArrayList<>(lines);
        told.add(LedgerFile.word(1, "reason", Base64.getEncoder().encodeToString(key), "Tres medidores no miden"));
        var changed = new ArrayList<>(lines);
        changed.add(LedgerFile.word(1, "reason", Base64.getEncoder().encodeToString(key), "Dos medidores no miden"));

        assertThat(verify(lines).holds()).isTrue();
        assertThat(verify(told).words()).isOne();
        assertThat(verify(told).holds()).isTrue();
        assertThat(verify(changed).broken()).isEqualTo(new Broken(Fault.WORDS, 1));
    }

    @Test
    void linesOfAnyLengthAreRead() throws IOException {
        var lines = trail(5, "{\"long\":\"" + "ñ".repeat(700_000) + "\",\"to\":%d}");

        assertThat(verify(lines).entries()).isEqualTo(5);
    }

    @Test
    void aHeadIsReadAsItIsShown() {
        var head = new KeptHead(12, "a".repeat(64));

        assertThat(KeptHead.of(head.toString())).isEqualTo(head);
        assertThatThrownBy(() -> KeptHead.of("12")).isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void anEntryIsCanonical() {
        var entry = new String(trail(2).getLast(), StandardCharsets.UTF_8);

        assertThat(entry)
                .isEqualTo("{\"act\":\"PROGRESS_REPORTED\",\"actor\":\"%s\",\"at\":\"2026-11-20T15:00:00.002Z\","
                                .formatted(Digest.hex(new byte[] {2}))
                        + "\"behalf\":\"Municipalidad de Ñuñoa \\\"A\\\"\",\"facts\":{\"to\":2},\"number\":2,"
                        + "\"object\":{\"id\":\"00000000-0000-0007-0000-000000000002\",\"kind\":\"milestone\"},"
                        + "\"previous\":\"%s\",\"tenant\":\"0197a000-0000-7000-8000-000000000001\"}"
                                .formatted(Digest.hex(trail(2).get(1))));
    }
}
