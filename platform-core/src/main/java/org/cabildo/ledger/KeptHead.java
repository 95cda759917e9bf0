package org.cabildo.ledger;

/**
 * A head that somebody kept from earlier.
 *
 * @param count how many entries the trail had
 * @param hash of the last of them, hexadecimal
 */
public record KeptHead(long count, String hash) {

    /**
     * Reads a head as it is shown.
     *
     * @param text such as {@code 120:9f86d0…}
     * @throws IllegalArgumentException if it is none
     */
    public static KeptHead of(String text) {
        if (!text.matches("\\d{1,18}:[0-9a-f]{64}")) {
            throw new IllegalArgumentException(
                    "A head is a number, a colon and 64 hexadecimal digits, but was «%s».".formatted(text));
        }
        int colon = text.indexOf(':');
        return new KeptHead(Long.parseLong(text.substring(0, colon)), text.substring(colon + 1));
    }

    @Override
    public String toString() {
        return count + ":" + hash;
    }
}
