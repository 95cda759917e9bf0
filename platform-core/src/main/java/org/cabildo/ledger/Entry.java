package org.cabildo.ledger;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.format.DateTimeFormatter;
import java.time.format.DateTimeFormatterBuilder;
import java.util.LinkedHashMap;
import org.cabildo.tenancy.TenantId;
import org.erdtman.jcs.JsonCanonicalizer;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.json.JsonMapper;

/**
 * One entry of a tenant's trail. Its text is the canonical JSON of RFC 8785 over every column but the hash, and the hash
 * is the SHA-256 of that text: whoever has the columns can make both again.
 *
 * @param tenant whose trail it is
 * @param number from 1, without a gap
 * @param at when, to the millisecond, in UTC; never before the entry before
 * @param act what was done, one of {@link Act}
 * @param subject to what
 * @param actor the keyed hash of who did it; null: the house itself
 * @param behalf the name of the institution it was done for; null: nobody's
 * @param facts what it says, as canonical JSON
 * @param previous hash of the entry before; of the first: of the trail's beginning
 */
public record Entry(
        TenantId tenant,
        long number,
        Instant at,
        String act,
        Subject subject,
        @Nullable String actor,
        @Nullable String behalf,
        String facts,
        String previous) {

    /** The name and version of the format, said in every beginning. */
    static final String FORMAT = "cabildo-ledger/1";

    private static final DateTimeFormatter MILLIS =
            new DateTimeFormatterBuilder().appendInstant(3).toFormatter();
    private static final JsonMapper JSON = JsonMapper.shared();

    /** The hash that the first entry of a trail names as the one before. */
    public static String beginning(TenantId tenant) {
        return Digest.hex(LedgerFile.beginning(tenant));
    }

    /** A moment as entries say it. */
    static String moment(Instant at) {
        return MILLIS.format(at);
    }

    /** This entry as the bytes that are hashed and exported. */
    public byte[] text() {
        var said = new LinkedHashMap<String, Object>();
        said.put("act", act);
        said.put("actor", actor);
        said.put("at", MILLIS.format(at));
        said.put("behalf", behalf);
        said.put("facts", JSON.readTree(facts));
        said.put("number", number);
        var object = new LinkedHashMap<String, Object>();
        object.put("id", subject.id().toString());
        object.put("kind", subject.kind());
        said.put("object", object);
        said.put("previous", previous);
        said.put("tenant", tenant.value().toString());
        return canonical(JSON.writeValueAsString(said));
    }

    /** SHA-256 of {@link #text}, hexadecimal. */
    public String hash() {
        return Digest.hex(text());
    }

    /** Equal values give equal bytes, on any machine. */
    static byte[] canonical(String json) {
        try {
            return new JsonCanonicalizer(json.getBytes(StandardCharsets.UTF_8)).getEncodedUTF8();
        } catch (IOException e) {
            throw new UncheckedIOException("No JSON: " + json, e);
        }
    }
}
