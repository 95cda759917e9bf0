package org.cabildo.ledger;

import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.TreeMap;
import org.cabildo.tenancy.TenantId;
import tools.jackson.databind.json.JsonMapper;

/**
 * The trail as a file: lines of canonical JSON (RFC 8785), each ended by a line feed. First the public keys and the signed
 * heads; then the beginning, which says the format and the tenant; then every entry, each naming the SHA-256 of the entry
 * before it (the first: of the beginning), and after an entry the words of it that were not erased. {@code docs/ledger.md}
 * says it for those who write a verifier of their own.
 */
public final class LedgerFile {

    /** What the lines of each kind begin with; in canonical JSON the first name decides. */
    static final byte[] KEY = start("{\"id\":");

    static final byte[] HEAD = start("{\"at\":");
    static final byte[] BEGINNING = start("{\"format\":");
    static final byte[] ENTRY = start("{\"act\":");
    static final byte[] WORD = start("{\"key\":");
    private static final JsonMapper JSON = JsonMapper.shared();

    private LedgerFile() {}

    private static byte[] start(String text) {
        return text.getBytes(StandardCharsets.US_ASCII);
    }

    /** The line before all entries. */
    public static byte[] beginning(TenantId tenant) {
        return line(Map.of("format", Entry.FORMAT, "tenant", tenant.value().toString()));
    }

    /** The line of a public key. */
    public static byte[] key(String id, String publicKey) {
        return line(Map.of("id", id, "public", publicKey));
    }

    /** The line of a head. */
    public static byte[] head(Head head) {
        var said = head.said();
        said.put("signature", head.signature());
        return line(said);
    }

    /** The line of an entry: exactly what its hash is made of. */
    public static byte[] entry(Entry entry) {
        return entry.text();
    }

    /**
     * The line of an entry's words.
     *
     * @param key of their hash, base64
     */
    public static byte[] word(long number, String name, String key, String words) {
        return line(Map.of("key", key, "name", name, "number", number, "words", words));
    }

    static byte[] line(Map<String, ?> said) {
        return Entry.canonical(JSON.writeValueAsString(new TreeMap<>(said)));
    }
}
