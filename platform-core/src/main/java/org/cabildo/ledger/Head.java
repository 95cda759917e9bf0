package org.cabildo.ledger;

import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.PublicKey;
import java.security.Signature;
import java.time.Instant;
import java.time.format.DateTimeFormatter;
import java.util.Base64;
import java.util.LinkedHashMap;
import java.util.UUID;
import org.cabildo.tenancy.TenantId;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * How far a trail had come at a moment, signed by the house: whoever keeps a head notices when a trail is rewritten, cut
 * off or continued in another way before it.
 *
 * @param tenant whose trail
 * @param count how many entries it had
 * @param hash of the last of them; of none: of the trail's beginning
 * @param at when it was signed, to the second, in UTC
 * @param key identifier of the key that signed
 * @param signature Ed25519 over {@link #text}, base64
 */
public record Head(TenantId tenant, long count, String hash, Instant at, String key, String signature) {

    private static final JsonMapper JSON = JsonMapper.shared();

    /** What is signed: canonical JSON of everything but the signature. */
    public byte[] text() {
        return Entry.canonical(JSON.writeValueAsString(said()));
    }

    LinkedHashMap<String, Object> said() {
        var said = new LinkedHashMap<String, Object>();
        said.put("at", DateTimeFormatter.ISO_INSTANT.format(at));
        said.put("count", count);
        said.put("hash", hash);
        said.put("key", key);
        said.put("tenant", tenant.value().toString());
        return said;
    }

    /** Reads the line of an export. */
    static Head of(JsonNode line) {
        return new Head(
                new TenantId(UUID.fromString(line.required("tenant").stringValue())),
                line.required("count").longValue(),
                line.required("hash").stringValue(),
                Instant.parse(line.required("at").stringValue()),
                line.required("key").stringValue(),
                line.required("signature").stringValue());
    }

    /** Whether this key made the signature. */
    boolean isSignedBy(PublicKey signer) {
        try {
            var check = Signature.getInstance("Ed25519");
            check.initVerify(signer);
            check.update(text());
            return check.verify(Base64.getDecoder().decode(signature.getBytes(StandardCharsets.US_ASCII)));
        } catch (GeneralSecurityException | IllegalArgumentException e) {
            return false; // not a signature at all
        }
    }
}
