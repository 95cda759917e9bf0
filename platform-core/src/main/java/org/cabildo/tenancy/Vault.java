package org.cabildo.tenancy;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.SecureRandom;
import java.util.Arrays;
import java.util.Base64;
import java.util.List;
import javax.crypto.Cipher;
import javax.crypto.Mac;
import javax.crypto.spec.GCMParameterSpec;
import javax.crypto.spec.SecretKeySpec;

/**
 * Keeps passwords under a key that is not in the database: AES-256-GCM, the login's name authenticated with it. While a
 * key is changed there are two: the first one seals, each opens.
 */
final class Vault {

    private static final int NONCE = 12;
    private static final int TAG_BITS = 128;
    private static final SecureRandom RANDOM = new SecureRandom();
    private final List<SecretKeySpec> keys;

    /** @param base64 the key, 32 bytes in base64; with a space or comma before each other one */
    Vault(String base64) {
        keys = Arrays.stream(base64.strip().split("[\\s,]+")).map(Vault::key).toList();
    }

    private static SecretKeySpec key(String base64) {
        var bytes = Base64.getDecoder().decode(base64);
        if (bytes.length != 32) {
            throw new IllegalArgumentException("A key is 32 bytes in base64 but had " + bytes.length);
        }
        return new SecretKeySpec(bytes, "AES");
    }

    static String newPassword() {
        var bytes = new byte[24];
        RANDOM.nextBytes(bytes);
        return Base64.getUrlEncoder().withoutPadding().encodeToString(bytes);
    }

    byte[] seal(Login login) {
        return seal(login.name(), login.password());
    }

    /** @param name authenticated with the text: under another one it cannot be opened */
    byte[] seal(String name, String text) {
        try {
            var nonce = new byte[NONCE];
            RANDOM.nextBytes(nonce);
            var cipher = cipher(Cipher.ENCRYPT_MODE, keys.getFirst(), nonce, name);
            var sealed = cipher.doFinal(text.getBytes(StandardCharsets.UTF_8));
            return ByteBuffer.allocate(NONCE + sealed.length)
                    .put(nonce)
                    .put(sealed)
                    .array();
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("It could not be sealed: " + name, e);
        }
    }

    Login open(String name, byte[] sealed) {
        return new Login(name, text(name, sealed));
    }

    /** @throws IllegalStateException if it was sealed with another key or under another name */
    String text(String name, byte[] sealed) {
        var refusal = new IllegalStateException("The credential of " + name + " cannot be read with this key");
        for (var key : keys) {
            try {
                var cipher = cipher(Cipher.DECRYPT_MODE, key, Arrays.copyOf(sealed, NONCE), name);
                var plain = cipher.doFinal(sealed, NONCE, sealed.length - NONCE);
                return new String(plain, StandardCharsets.UTF_8);
            } catch (GeneralSecurityException | IllegalArgumentException e) {
                refusal.addSuppressed(e);
            }
        }
        throw refusal;
    }

    /** The login to the platform's schema of this kind: its password follows from the key, so nothing else is kept. */
    Login platformLogin(LoginKind kind) {
        return platformLogin(kind, keys.getFirst());
    }

    /** What that login may be at present: one for each key, {@link #platformLogin(LoginKind)} first. */
    List<Login> platformLogins(LoginKind kind) {
        return keys.stream().map(key -> platformLogin(kind, key)).toList();
    }

    private static Login platformLogin(LoginKind kind, SecretKeySpec key) {
        try {
            var mac = Mac.getInstance("HmacSHA256");
            mac.init(key);
            var digest = mac.doFinal(("platform login " + kind).getBytes(StandardCharsets.UTF_8));
            return new Login(
                    "cabildo" + kind.suffix(),
                    Base64.getUrlEncoder().withoutPadding().encodeToString(digest));
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("HMAC-SHA-256 is missing", e);
        }
    }

    private static Cipher cipher(int mode, SecretKeySpec key, byte[] nonce, String name)
            throws GeneralSecurityException {
        var cipher = Cipher.getInstance("AES/GCM/NoPadding");
        cipher.init(mode, key, new GCMParameterSpec(TAG_BITS, nonce));
        cipher.updateAAD(name.getBytes(StandardCharsets.UTF_8));
        return cipher;
    }
}
