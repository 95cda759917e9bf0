package org.cabildo.appearance.published;

import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * A colour of sRGB.
 *
 * @param rgb red, green and blue, eight bits each
 */
public record Colour(int rgb) {

    /** What WCAG 2.2 asks of text (1.4.3, level AA): at least this contrast with its ground. */
    public static final double READABLE = 4.5;

    public static final Colour WHITE = new Colour(0xffffff);

    private static final Pattern WRITTEN = Pattern.compile("#?([0-9a-f]{3}|[0-9a-f]{6})");
    private static final int STEPS = 1000; // of lightness, from black to white

    public Colour {
        if (rgb < 0 || rgb > 0xffffff) {
            throw new IllegalStateException("No colour has the number " + rgb);
        }
    }

    /** The colour written so, as {@code #0f4c5c} or {@code #0fc}; nothing if it is none. */
    public static Optional<Colour> find(String text) {
        var written = WRITTEN.matcher(text.strip().toLowerCase(Locale.ROOT));
        return written.matches() ? Optional.of(new Colour(number(written.group(1)))) : Optional.empty();
    }

    private static int number(String digits) {
        var six = digits.length() == 6 ? digits : digits.replaceAll("(.)", "$1$1");
        return Integer.parseInt(six, 16);
    }

    /** How light it is by WCAG 2.2, from 0 (black) to 1 (white). */
    public double luminance() {
        return 0.2126 * linear(rgb >> 16) + 0.7152 * linear(rgb >> 8) + 0.0722 * linear(rgb);
    }

    private static double linear(int channel) {
        double share = (channel & 0xff) / 255.0;
        return share <= 0.04045 ? share / 12.92 : Math.pow((share + 0.055) / 1.055, 2.4);
    }

    /** The contrast of both by WCAG 2.2, from 1 (none) to 21. */
    public double contrastWith(Colour other) {
        double one = luminance() + 0.05;
        double two = other.luminance() + 0.05;
        return Math.max(one, two) / Math.min(one, two);
    }

    /** Whether text of this colour can be read on that ground. */
    public boolean isReadableOn(Colour ground) {
        return contrastWith(ground) >= READABLE;
    }

    /** The nearest darker colour of the same hue that can be read on a light ground; this one if it can. */
    public Colour darkenedFor(Colour ground) {
        return shifted(ground, 0);
    }

    /** The nearest lighter colour of the same hue that can be read on a dark ground; this one if it can. */
    public Colour lightenedFor(Colour ground) {
        return shifted(ground, STEPS);
    }

    private Colour shifted(Colour ground, int end) {
        var shade = this;
        int step = (int) Math.round(lightness() * STEPS);
        while (!shade.isReadableOn(ground) && step != end) {
            step += Integer.signum(end - step);
            shade = withLightness((double) step / STEPS);
        }
        return shade;
    }

    /** Both mixed as paint on paper: this share of the other. */
    public Colour mixedWith(Colour other, double share) {
        return of(
                red() + (other.red() - red()) * share,
                green() + (other.green() - green()) * share,
                blue() + (other.blue() - blue()) * share);
    }

    private double red() {
        return (rgb >> 16 & 0xff) / 255.0;
    }

    private double green() {
        return (rgb >> 8 & 0xff) / 255.0;
    }

    private double blue() {
        return (rgb & 0xff) / 255.0;
    }

    private static Colour of(double red, double green, double blue) {
        return new Colour(eight(red) << 16 | eight(green) << 8 | eight(blue));
    }

    private static int eight(double share) {
        return Math.clamp(Math.round(share * 255), 0, 255);
    }

    private double most() {
        return Math.max(red(), Math.max(green(), blue()));
    }

    private double least() {
        return Math.min(red(), Math.min(green(), blue()));
    }

    private double lightness() {
        return (most() + least()) / 2;
    }

    /** Hue and saturation as they are (HSL), only lighter or darker. */
    private Colour withLightness(double wanted) {
        double range = most() - least();
        double middle = lightness();
        double room = 1 - Math.abs(2 * middle - 1);
        double saturation = range == 0 || room == 0 ? 0 : range / room;
        double chroma = saturation * (1 - Math.abs(2 * wanted - 1));
        double lowest = wanted - chroma / 2;
        double stretch = range == 0 ? 0 : chroma / range;
        return of(
                lowest + (red() - least()) * stretch,
                lowest + (green() - least()) * stretch,
                lowest + (blue() - least()) * stretch);
    }

    /** As it is written: {@code #0f4c5c}. */
    @Override
    public String toString() {
        return "#%06x".formatted(rgb);
    }
}
