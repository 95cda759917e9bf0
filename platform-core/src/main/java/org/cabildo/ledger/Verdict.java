package org.cabildo.ledger;

import java.util.List;
import org.cabildo.tenancy.TenantId;
import org.jspecify.annotations.Nullable;

/**
 * What a check of a trail found.
 *
 * @param tenant whose trail it is; null if it does not say
 * @param entries how many are whole for certain, from the first on
 * @param hash of the last one read
 * @param heads signed heads that hold
 * @param keys identifiers of the keys that signed them
 * @param words texts that are those of their entries
 * @param broken what is wrong first; null: nothing
 */
public record Verdict(
        @Nullable TenantId tenant,
        long entries,
        String hash,
        int heads,
        List<String> keys,
        long words,
        @Nullable Broken broken) {

    /** What can be wrong with a trail. */
    public enum Fault {
        /** It does not begin as a trail does. */
        FORMAT,
        /** A line is nothing that belongs into a trail of this tenant. */
        LINE,
        /** The entry does not have the number that comes next. */
        NUMBER,
        /** The entry does not name the hash of the one before: one of the two was changed. */
        CHAIN,
        /** The trail ends before a head says. */
        CUT_OFF,
        /** Where a head was signed, the trail had another hash; or two heads say different things of one number of entries. */
        HEAD,
        /** A head bears no signature of a key that the file names. */
        SIGNATURE,
        /** The words are not those that the entry was made with. */
        WORDS
    }

    /**
     * What is wrong first.
     *
     * @param entry number of the entry where it shows; 0: before the first. Where a head says something else, one of the
     *     entries up to this one was changed
     */
    public record Broken(Fault fault, long entry) {}

    /** Whether nothing is wrong. */
    public boolean holds() {
        return broken == null;
    }
}
