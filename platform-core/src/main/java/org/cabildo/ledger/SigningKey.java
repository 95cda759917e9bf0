package org.cabildo.ledger;

import java.security.GeneralSecurityException;
import java.security.KeyFactory;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.PublicKey;
import java.security.SecureRandom;
import java.security.Signature;
import java.security.spec.NamedParameterSpec;
import java.security.spec.X509EncodedKeySpec;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Base64;
import org.cabildo.tenancy.TenantId;

/** The key that signs heads. It is not in the database; only the worker has it. */
final class SigningKey {

    private static final int SEED_BYTES = 32;
    private static final int ID_DIGITS = 16;
    private final KeyPair pair;

    /** @param base64 the seed of an Ed25519 key (RFC 8032): 32 random bytes in base64 */
    SigningKey(String base64) {
        var seed = Base64.getDecoder().decode(base64.strip());
        if (seed.length != SEED_BYTES) {
            throw new IllegalArgumentException(
                    "The ledger's key is %d bytes in base64 but had %d".formatted(SEED_BYTES, seed.length));
        }
        try {
            var generator = KeyPairGenerator.getInstance("Ed25519");
            generator.initialize(NamedParameterSpec.ED25519, new Seed(seed));
            pair = generator.generateKeyPair();
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("Ed25519 is missing", e);
        }
    }

    /** Signs how far a trail has come. */
    Head sign(TenantId tenant, long count, String hash, Instant at) {
        var unsigned = new Head(tenant, count, hash, at.truncatedTo(ChronoUnit.SECONDS), id(), "");
        try {
            var signing = Signature.getInstance("Ed25519");
            signing.initSign(pair.getPrivate());
            signing.update(unsigned.text());
            var signature = Base64.getEncoder().encodeToString(signing.sign());
            return new Head(tenant, count, hash, unsigned.at(), unsigned.key(), signature);
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("A head could not be signed", e);
        }
    }

    /** The public half: X.509 SubjectPublicKeyInfo (RFC 8410), base64. */
    String publicKey() {
        return Base64.getEncoder().encodeToString(pair.getPublic().getEncoded());
    }

    String id() {
        return id(pair.getPublic());
    }

    /** The first digits of a public key's SHA-256. */
    static String id(PublicKey key) {
        return Digest.hex(key.getEncoded()).substring(0, ID_DIGITS);
    }

    /** @throws IllegalArgumentException if it is none */
    static PublicKey publicKey(String base64) {
        try {
            return KeyFactory.getInstance("Ed25519")
                    .generatePublic(new X509EncodedKeySpec(Base64.getDecoder().decode(base64)));
        } catch (GeneralSecurityException e) {
            throw new IllegalArgumentException("No public key: " + base64, e);
        }
    }

    /** An Ed25519 key is made of 32 random bytes; these are ours. */
    private static final class Seed extends SecureRandom {

        private static final long serialVersionUID = 1;
        private final byte[] seed;

        Seed(byte[] seed) {
            this.seed = seed;
        }

        @Override
        public void nextBytes(byte[] bytes) {
            if (bytes.length != seed.length) {
                throw new IllegalStateException(
                        "An Ed25519 key takes %d bytes, not %d".formatted(seed.length, bytes.length));
            }
            System.arraycopy(seed, 0, bytes, 0, bytes.length);
        }
    }
}
