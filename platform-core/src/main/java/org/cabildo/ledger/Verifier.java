package org.cabildo.ledger;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.security.DigestException;
import java.security.MessageDigest;
import java.security.PublicKey;
import java.util.Arrays;
import java.util.Base64;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.UUID;
import org.cabildo.ledger.Verdict.Broken;
import org.cabildo.ledger.Verdict.Fault;
import org.cabildo.tenancy.TenantId;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * Checks a {@link LedgerFile} line by line and stops at the first thing that is wrong. It needs nothing but the file, and
 * memory for a line and the heads.
 */
public final class Verifier {

    private static final byte[] NUMBER = ascii(",\"number\":");
    private static final byte[] PREVIOUS = ascii("},\"previous\":\"");
    private static final byte[] TENANT = ascii("\",\"tenant\":\"");
    private static final byte[] END = ascii("\"}");
    private static final byte[] DIGITS = ascii("0123456789abcdef");
    private static final int HASH = 64;
    private static final int ID = 36;
    private static final int TAIL = PREVIOUS.length + HASH + TENANT.length + ID + END.length;
    private static final JsonMapper JSON = JsonMapper.shared();

    private final Lines lines;
    private final MessageDigest sha = Digest.sha256();
    private final byte[] raw = new byte[HASH / 2];
    private final byte[] hash = new byte[HASH]; // of the entry before, in hexadecimal digits
    private final Map<Long, String> wanted = new HashMap<>(); // hashes that heads say, by the number of entries
    private final Map<String, PublicKey> keys = new HashMap<>();
    private final Set<TenantId> signedFor = new HashSet<>();
    private final Set<String> signers = new TreeSet<>();
    private byte[] tenant = new byte[0]; // empty before the beginning
    private byte[] entry = new byte[0];
    private int entryLength;
    private long entries;
    private int heads;
    private long words;
    private long contradicted; // number of entries of which two heads say different things; 0: none
    private long agreed; // number of entries of which a head says the same

    private Verifier(InputStream file, List<KeptHead> kept) {
        lines = new Lines(file);
        for (var head : kept) {
            var other = wanted.putIfAbsent(head.count(), head.hash());
            if (other != null && !other.equals(head.hash())) {
                contradicted = head.count();
            }
        }
    }

    /**
     * Checks a file.
     *
     * @param kept heads that the reader has from elsewhere
     * @throws IOException if it cannot be read
     */
    public static Verdict verify(InputStream file, List<KeptHead> kept) throws IOException {
        var check = new Verifier(file, kept);
        var broken = check.check();
        return new Verdict(
                check.begun() ? id(new String(check.tenant, StandardCharsets.US_ASCII)) : null,
                broken == null ? check.entries : check.whole(broken.fault()),
                check.begun() ? new String(check.hash, StandardCharsets.US_ASCII) : "",
                check.heads,
                List.copyOf(check.signers),
                check.words,
                broken);
    }

    private @Nullable Broken check() throws IOException {
        while (contradicted == 0 && lines.advance()) {
            var fault = judge();
            if (fault != null) {
                return new Broken(fault, shownAt(fault));
            }
        }
        if (contradicted > 0) {
            return new Broken(Fault.HEAD, contradicted);
        }
        if (!begun()) {
            return new Broken(Fault.FORMAT, 0);
        }
        return wanted.keySet().stream().anyMatch(count -> count > entries)
                ? new Broken(Fault.CUT_OFF, entries + 1)
                : null;
    }

    private long shownAt(Fault fault) {
        return switch (fault) {
            case WORDS, HEAD -> entries;
            default -> begun() ? entries + 1 : 0;
        };
    }

    /** How many are whole for certain: of a broken chain the last one may be what was changed, of a rewritten one any. */
    private long whole(Fault fault) {
        return switch (fault) {
            case HEAD -> agreed;
            case CHAIN -> Math.max(agreed, entries - 1);
            default -> entries;
        };
    }

    private boolean begun() {
        return tenant.length > 0;
    }

    private @Nullable Fault judge() {
        try {
            if (begun()) {
                return lines.startsWith(LedgerFile.ENTRY)
                        ? entry()
                        : lines.startsWith(LedgerFile.WORD) ? word() : Fault.LINE;
            }
            if (lines.startsWith(LedgerFile.KEY)) {
                return key();
            }
            return lines.startsWith(LedgerFile.HEAD) ? head() : beginning();
        } catch (JacksonException | IllegalArgumentException e) {
            return begun() ? Fault.LINE : Fault.FORMAT;
        }
    }

    private @Nullable Fault key() {
        var said = json(lines.copy());
        var made = SigningKey.publicKey(text(said, "public"));
        keys.put(text(said, "id"), made);
        return SigningKey.id(made).equals(text(said, "id")) ? null : Fault.FORMAT;
    }

    private @Nullable Fault head() {
        var said = json(lines.copy());
        var head = Head.of(said);
        var signer = keys.get(head.key());
        if (signer == null || !head.isSignedBy(signer)) {
            return Fault.SIGNATURE;
        }
        var other = wanted.putIfAbsent(head.count(), head.hash());
        signedFor.add(head.tenant());
        signers.add(head.key());
        heads++;
        if (other != null && !other.equals(head.hash())) {
            contradicted = head.count();
        }
        return null;
    }

    private @Nullable Fault beginning() {
        var id = id(text(json(lines.copy()), "tenant"));
        if (!Arrays.equals(lines.copy(), LedgerFile.beginning(id))
                || signedFor.stream().anyMatch(other -> !other.equals(id))) {
            return Fault.FORMAT;
        }
        tenant = ascii(id.value().toString());
        return digest() ? null : Fault.HEAD;
    }

    /** The end of an entry has the same length always, so no entry needs to be parsed. */
    private @Nullable Fault entry() {
        int tail = lines.to() - TAIL;
        int previous = tail + PREVIOUS.length;
        int owner = previous + HASH + TENANT.length;
        if (!lines.has(tail, PREVIOUS)
                || !lines.has(previous + HASH, TENANT)
                || !lines.has(owner, tenant)
                || !lines.has(owner + ID, END)) {
            return Fault.LINE;
        }
        if (number(tail) != entries + 1) {
            return Fault.NUMBER;
        }
        if (!lines.has(previous, hash)) {
            return Fault.CHAIN;
        }
        entries++;
        keep();
        return digest() ? null : Fault.HEAD;
    }

    /** The number stands before the object, which has no member of that name. */
    private long number(int tail) {
        int at = tail - NUMBER.length;
        while (at > lines.from() && (lines.bytes()[at] != NUMBER[0] || !lines.has(at, NUMBER))) {
            at--;
        }
        long number = 0;
        for (int digit = at + NUMBER.length; digit < tail && lines.bytes()[digit] != ','; digit++) {
            int value = lines.bytes()[digit] - '0';
            if (value < 0 || value > 9 || number > Long.MAX_VALUE / 100) {
                return -1;
            }
            number = 10 * number + value;
        }
        return number;
    }

    private void keep() {
        entryLength = lines.to() - lines.from();
        if (entry.length < entryLength) {
            entry = new byte[2 * entryLength];
        }
        System.arraycopy(lines.bytes(), lines.from(), entry, 0, entryLength);
    }

    private @Nullable Fault word() {
        if (entries == 0) {
            return Fault.LINE;
        }
        var said = json(lines.copy());
        var key = Base64.getDecoder().decode(text(said, "key"));
        var made = Ledger.keyed(key, text(said, "words"));
        var stands = json(Arrays.copyOf(entry, entryLength))
                .required("facts")
                .path(text(said, "name"))
                .asString("");
        words++;
        return said.required("number").longValue() == entries && made.equals(stands) ? null : Fault.WORDS;
    }

    /** Hashes the line. @return whether no head says otherwise */
    private boolean digest() {
        sha.update(lines.bytes(), lines.from(), lines.to() - lines.from());
        try {
            sha.digest(raw, 0, raw.length);
        } catch (DigestException e) {
            throw new IllegalStateException("SHA-256 has 32 bytes", e);
        }
        for (int i = 0; i < raw.length; i++) {
            hash[2 * i] = DIGITS[(raw[i] >> 4) & 15];
            hash[2 * i + 1] = DIGITS[raw[i] & 15];
        }
        if (wanted.isEmpty()) {
            return true;
        }
        var expected = wanted.get(entries);
        if (expected == null) {
            return true;
        }
        boolean same = expected.equals(new String(hash, StandardCharsets.US_ASCII));
        if (same) {
            agreed = entries;
        }
        return same;
    }

    private static JsonNode json(byte[] line) {
        return JSON.readTree(line);
    }

    private static String text(JsonNode said, String name) {
        return said.required(name).stringValue();
    }

    private static TenantId id(String text) {
        return new TenantId(UUID.fromString(text));
    }

    private static byte[] ascii(String text) {
        return text.getBytes(StandardCharsets.US_ASCII);
    }
}
