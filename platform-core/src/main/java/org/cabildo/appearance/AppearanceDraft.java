package org.cabildo.appearance;

import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import org.cabildo.appearance.published.Appearance;
import org.cabildo.appearance.published.Colour;
import org.cabildo.appearance.published.Section;
import org.cabildo.appearance.published.Shades;
import org.cabildo.kernel.Refused;

/**
 * What an officer says of how the portal looks.
 *
 * @param accent as it was typed; blank: the portal's own
 * @param second as it was typed; blank: the portal's own
 * @param arms a kept picture; empty: none
 * @param order of the sections of the first page
 * @param hidden sections that are left out
 */
public record AppearanceDraft(
        String accent, String second, Optional<Appearance.Arms> arms, List<Section> order, Set<Section> hidden) {

    private static final int LONGEST = 200;

    /** Which of the two colours. */
    public enum Part {
        ACCENT("appearance.accent.form", "appearance.accent.contrast"),
        SECOND("appearance.second.form", "appearance.second.contrast");

        private final String form;
        private final String contrast;

        Part(String form, String contrast) {
            this.form = form;
            this.contrast = contrast;
        }
    }

    /** A draft that says what the portal looks like now. */
    public static AppearanceDraft of(Appearance now) {
        return new AppearanceDraft(
                now.accent().map(Colour::toString).orElse(""),
                now.second().map(Colour::toString).orElse(""),
                now.arms(),
                now.order(),
                now.hidden());
    }

    /**
     * The appearance it says.
     *
     * @throws Refused if a colour cannot be read, or nobody says what the arms show
     */
    Appearance judged() {
        var first = colour(Part.ACCENT, accent);
        var other = colour(Part.SECOND, second);
        return new Appearance(first, other, arms.map(AppearanceDraft::described), order, hidden);
    }

    /**
     * The colour that was typed; empty for nothing.
     *
     * @throws Refused if it is no colour or cannot be read on the portal's paper
     */
    public static Optional<Colour> colour(Part part, String typed) {
        if (typed.isBlank()) {
            return Optional.empty();
        }
        var colour = Colour.find(typed).orElseThrow(() -> new Refused(part.form, unwritten(typed), typed.strip()));
        if (!isReadable(colour)) {
            throw new Refused(part.contrast, pale(colour), colour, contrast(colour), Colour.READABLE, near(colour));
        }
        return Optional.of(colour);
    }

    /** The contrast that counts: with the portal's paper, where it is words, and with white, where words are on it. */
    public static double contrast(Colour colour) {
        double least = Math.min(colour.contrastWith(Shades.PAPER), colour.contrastWith(Colour.WHITE));
        return Math.floor(least * 100) / 100; // 4.499 is not 4.50
    }

    /** The nearest colour that is accepted. */
    public static Colour near(Colour colour) {
        return colour.darkenedFor(Shades.PAPER);
    }

    private static boolean isReadable(Colour colour) {
        return colour.isReadableOn(Shades.PAPER) && colour.isReadableOn(Colour.WHITE);
    }

    private static String unwritten(String typed) {
        return "A colour is written as #0f4c5c, six digits from 0 to f, but was «%s».".formatted(typed.strip());
    }

    private static String pale(Colour colour) {
        return String.format(
                Locale.ROOT,
                "%s has a contrast of %.2f : 1 with the portal's paper, and text needs %.1f : 1. The nearest colour that can be read is %s.",
                colour,
                contrast(colour),
                Colour.READABLE,
                near(colour));
    }

    private static Appearance.Arms described(Appearance.Arms arms) {
        var said = arms.alternative().strip();
        if (said.length() < 3 || said.length() > LONGEST) {
            throw new Refused(
                    "appearance.arms.alternative",
                    "Say in 3 to %d characters what the arms show, for those who do not see them.".formatted(LONGEST),
                    LONGEST);
        }
        return new Appearance.Arms(arms.sha256(), said);
    }
}
