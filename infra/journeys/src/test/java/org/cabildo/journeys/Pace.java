package org.cabildo.journeys;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Pattern;

/**
 * What a way through the office costs somebody who walks it for the first time, reads every word that comes into the
 * window and copies what is to be written from a paper: counted, not clocked, so that it is the same on every machine.
 * The three paces are slower than what was measured of people: adults read aloud 218 ± 28 words of Spanish a minute
 * (Trauzettel-Klosinski and Dietz, 2012), people at their own keyboards type 52 words a minute (Dhakal, Feit,
 * Kristensson and Oulasvirta, 2018), and to make up one's mind, to point and to press take 3 seconds in the
 * keystroke-level model (Card, Moran and Newell, 1980).
 */
final class Pace {

    private static final int WORDS_READ_A_MINUTE = 200;
    private static final int LETTERS_TYPED_A_MINUTE = 40 * 5;
    private static final int SECONDS_FOR_AN_ACT = 5;
    private static final Pattern WORD = Pattern.compile("[\\p{L}\\p{N}]+");
    private final Set<String> known = new HashSet<>();
    private final List<String> account = new ArrayList<>();
    private int words;
    private int letters;
    private int acts;

    /** Reads what is in the window; what was read before, or was written by the same hand, costs nothing. */
    void reads(String where, List<String> texts) {
        int before = words;
        texts.stream()
                .filter(known::add)
                .forEach(text ->
                        words += Math.toIntExact(WORD.matcher(text).results().count()));
        if (words > before) {
            account.add("%s: %d words".formatted(where, words - before));
        }
    }

    /** Writes something from a paper. */
    void types(String text) {
        acts();
        letters += text.length();
        known.add(text);
    }

    /** Decides, finds the place and presses. */
    void acts() {
        acts++;
    }

    /** How long it takes, in minutes. */
    double minutes() {
        return (double) words / WORDS_READ_A_MINUTE
                + (double) letters / LETTERS_TYPED_A_MINUTE
                + acts * SECONDS_FOR_AN_ACT / 60.0;
    }

    /** What it is made of. */
    @Override
    public String toString() {
        return String.format(
                Locale.ROOT,
                "%.1f minutes: %d words read, %d letters typed, %d acts; %s",
                minutes(),
                words,
                letters,
                acts,
                String.join(", ", account));
    }
}
