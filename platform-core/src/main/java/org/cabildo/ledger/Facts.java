package org.cabildo.ledger;

import java.nio.charset.StandardCharsets;
import java.util.Collections;
import java.util.SortedMap;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/**
 * What an entry says of its act: values for everybody and for ever, and words that may have to be erased one day. Words
 * stand in the entry as a keyed hash only; who erases them leaves the chain whole.
 */
public final class Facts {

    private final SortedMap<String, Object> values = new TreeMap<>();
    private final SortedMap<String, String> words = new TreeMap<>();

    /** Says a number: a whole one, so that every reader writes it alike. */
    public Facts with(String name, long value) {
        values.put(name, value);
        return this;
    }

    /** Says an identifier, a hash, a code, a day: nothing that tells of a person; null says nothing. */
    public Facts with(String name, @Nullable String value) {
        if (value != null) {
            values.put(name, value);
        }
        return this;
    }

    /** Says a value as it was kept: a whole number, or a text that tells of no person. */
    Facts with(String name, JsonNode value) {
        return value.isIntegralNumber() ? with(name, value.longValue()) : with(name, value.stringValue());
    }

    /** Says words that people wrote; null or empty says nothing. */
    public Facts said(String name, @Nullable String text) {
        if (text != null && !text.isEmpty()) {
            words.put(name, text);
        }
        return this;
    }

    /** Says the SHA-256 of a text: it proves later what the text was, and tells nothing of it. */
    public Facts hashed(String name, String text) {
        return with(name, Digest.hex(text.getBytes(StandardCharsets.UTF_8)));
    }

    SortedMap<String, Object> values() {
        return Collections.unmodifiableSortedMap(values);
    }

    SortedMap<String, String> words() {
        return Collections.unmodifiableSortedMap(words);
    }
}
