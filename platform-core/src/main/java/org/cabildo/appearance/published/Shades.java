package org.cabildo.appearance.published;

/**
 * What the portal makes of one colour, on light paper and on dark.
 *
 * @param plain for words, lines and buttons
 * @param soft a ground that words of this colour can be read on
 * @param on for words on the plain one
 */
public record Shades(Colour plain, Colour soft, Colour on) {

    /** The portal's paper by day. */
    public static final Colour PAPER = new Colour(0xf8f6f1);

    /** The portal's paper by night. */
    public static final Colour NIGHT = new Colour(0x11161b);

    private static final Colour NIGHT_CARD =
            new Colour(0x1a2128); // the lightest ground there: what is read on it is read on all
    private static final Colour NIGHT_INK = new Colour(0x0b1a1f);
    private static final double TINT = 0.12;
    private static final double NIGHT_TINT = 0.2;

    /** On light paper. */
    public static Shades byDay(Colour colour) {
        return new Shades(colour, ground(Colour.WHITE, colour, TINT), Colour.WHITE);
    }

    /** On dark paper: the same hue, as much lighter as reading asks for. */
    public static Shades byNight(Colour colour) {
        var lighter = colour.lightenedFor(NIGHT_CARD);
        return new Shades(lighter, ground(NIGHT, lighter, NIGHT_TINT), NIGHT_INK);
    }

    /** The paper with as much of the colour as leaves the colour readable on it. */
    private static Colour ground(Colour paper, Colour colour, double most) {
        double share = most;
        while (share > 0 && !colour.isReadableOn(paper.mixedWith(colour, share))) {
            share -= 0.01;
        }
        return paper.mixedWith(colour, Math.max(0, share));
    }
}
