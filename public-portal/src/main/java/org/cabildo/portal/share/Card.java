package org.cabildo.portal.share;

import java.awt.Color;
import java.awt.Font;
import java.awt.Graphics2D;
import java.awt.RenderingHints;
import java.awt.font.FontRenderContext;
import java.awt.font.LineBreakMeasurer;
import java.awt.font.TextAttribute;
import java.awt.font.TextLayout;
import java.awt.geom.RoundRectangle2D;
import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.text.AttributedString;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import javax.imageio.ImageIO;
import org.cabildo.appearance.published.Appearance;
import org.cabildo.appearance.published.Shades;
import org.jspecify.annotations.Nullable;

/**
 * The picture that networks show with a shared page: drawn here, in the portal's colours, without asking anybody.
 *
 * @param over a few words above the title
 * @param title as many lines of it as there is room for
 * @param progress empty where nothing was promised yet
 * @param foot whose page it is
 * @param flag a warning; empty: none
 */
record Card(String over, String title, Optional<Progress> progress, String foot, String flag) {

    static final int WIDTH = 1200;
    static final int HEIGHT = 630;
    private static final int MARGIN = 80;
    private static final int LINES = 4;
    private static final int LARGEST = 68; // points of the title
    private static final int SMALLEST = 44;

    /**
     * How far it came.
     *
     * @param percent of the bar
     * @param said the same as the reader's language writes it
     * @param of what it is of
     */
    record Progress(int percent, String said, String of) {}

    /** The colours of a card. */
    record Palette(Color paper, Color ink, Color soft, Color accent, Color accentSoft, Color attention) {
        static final Palette OWN = new Palette(
                new Color(0xf8f6f1),
                new Color(0x1b2230),
                new Color(0x535d6c),
                new Color(0x0f4c5c),
                new Color(0xe3edee),
                new Color(0x96480f));

        /** The portal's own, with the colours the tenant chose. */
        static Palette of(Appearance look) {
            var day = look.accent().map(Shades::byDay);
            return new Palette(
                    OWN.paper,
                    OWN.ink,
                    OWN.soft,
                    day.map(shades -> new Color(shades.plain().rgb())).orElse(OWN.accent),
                    day.map(shades -> new Color(shades.soft().rgb())).orElse(OWN.accentSoft),
                    OWN.attention); // that something is invented shows alike everywhere
        }
    }

    /**
     * Draws the card.
     *
     * @param arms the owner's coat of arms; null: none
     * @return a PNG of 1200 × 630 pixels
     */
    byte[] draw(Palette palette, @Nullable BufferedImage arms) {
        var picture = new BufferedImage(WIDTH, HEIGHT, BufferedImage.TYPE_INT_RGB);
        var pen = picture.createGraphics();
        try {
            pen.setRenderingHint(RenderingHints.KEY_ANTIALIASING, RenderingHints.VALUE_ANTIALIAS_ON);
            pen.setRenderingHint(RenderingHints.KEY_TEXT_ANTIALIASING, RenderingHints.VALUE_TEXT_ANTIALIAS_ON);
            pen.setRenderingHint(RenderingHints.KEY_INTERPOLATION, RenderingHints.VALUE_INTERPOLATION_BICUBIC);
            draw(pen, palette, arms);
        } finally {
            pen.dispose();
        }
        return png(picture);
    }

    private void draw(Graphics2D pen, Palette palette, @Nullable BufferedImage arms) {
        pen.setColor(palette.paper());
        pen.fillRect(0, 0, WIDTH, HEIGHT);
        pen.setColor(palette.accent());
        pen.fillRect(0, 0, WIDTH, 18);
        line(pen, palette.soft(), sans(Font.PLAIN, 30), over, MARGIN, 100, WIDTH - 2 * MARGIN);
        drawTitle(pen, palette);
        progress.ifPresent(reached -> drawProgress(pen, palette, reached));
        int left = MARGIN;
        if (arms != null) {
            int height = 84;
            int width = Math.clamp((long) arms.getWidth() * height / Math.max(1, arms.getHeight()), 1, 200);
            pen.drawImage(arms, MARGIN, HEIGHT - 120, width, height, null);
            left += width + 24;
        }
        int right = WIDTH - MARGIN;
        if (!flag.isEmpty()) {
            right = lineTo(pen, palette.attention(), sans(Font.BOLD, 30), flag, HEIGHT - 66) - 40;
        }
        drawFoot(pen, palette, left, right - left);
    }

    /** In one line, or in two smaller ones. */
    private void drawFoot(Graphics2D pen, Palette palette, int left, int width) {
        var lines = wrapped(pen.getFontRenderContext(), foot, serif(34), width);
        if (lines.size() <= 1) {
            line(pen, palette.accent(), serif(34), foot, left, HEIGHT - 66, width);
            return;
        }
        lines = wrapped(pen.getFontRenderContext(), foot, serif(28), width);
        boolean one = lines.size() == 1;
        line(pen, palette.accent(), serif(28), lines.getFirst(), left, HEIGHT - (one ? 66 : 84), width);
        if (!one) {
            var rest = foot.substring(lines.getFirst().length()).strip();
            line(pen, palette.accent(), serif(28), rest, left, HEIGHT - 48, width);
        }
    }

    private void drawTitle(Graphics2D pen, Palette palette) {
        int size = LARGEST;
        var lines = wrapped(pen.getFontRenderContext(), title, serif(size), WIDTH - 2 * MARGIN);
        while (lines.size() > LINES && size > SMALLEST) {
            size -= 4;
            lines = wrapped(pen.getFontRenderContext(), title, serif(size), WIDTH - 2 * MARGIN);
        }
        pen.setColor(palette.ink());
        pen.setFont(serif(size));
        float y = 120;
        for (int i = 0; i < Math.min(LINES, lines.size()); i++) {
            y += size * 1.18f;
            var cut = i == LINES - 1 && lines.size() > LINES;
            pen.drawString(cut ? fitted(pen, lines.get(i) + "…", WIDTH - 2 * MARGIN) : lines.get(i), MARGIN, y);
        }
    }

    private static void drawProgress(Graphics2D pen, Palette palette, Progress reached) {
        int y = HEIGHT - 196;
        int width = WIDTH - 2 * MARGIN - 220; // a hundred per cent has room beside it
        pen.setColor(palette.accentSoft());
        pen.fill(new RoundRectangle2D.Float(MARGIN, y, width, 26, 26, 26));
        pen.setColor(palette.accent());
        if (reached.percent() > 0) {
            pen.fill(
                    new RoundRectangle2D.Float(MARGIN, y, Math.max(26f, width * reached.percent() / 100f), 26, 26, 26));
        }
        pen.draw(new RoundRectangle2D.Float(MARGIN, y, width, 26, 26, 26));
        line(pen, palette.soft(), sans(Font.PLAIN, 26), reached.of(), MARGIN, y - 14, width);
        lineTo(pen, palette.ink(), serif(52), reached.said(), y + 32);
    }

    /**
     * Writes a few words that end at the right margin.
     *
     * @return where they begin
     */
    private static int lineTo(Graphics2D pen, Color colour, Font font, String text, int y) {
        int left = WIDTH - MARGIN - pen.getFontMetrics(font).stringWidth(text);
        line(pen, colour, font, text, left, y, WIDTH - left);
        return left;
    }

    private static void line(Graphics2D pen, Color colour, Font font, String text, int x, int y, int width) {
        pen.setColor(colour);
        pen.setFont(font);
        pen.drawString(fitted(pen, text, width), x, y);
    }

    /** As much of the text as there is room for. */
    private static String fitted(Graphics2D pen, String text, int width) {
        var metrics = pen.getFontMetrics();
        if (metrics.stringWidth(text) <= width) {
            return text;
        }
        int end = text.length();
        while (end > 0 && metrics.stringWidth(text.substring(0, end).stripTrailing() + "…") > width) {
            end = text.offsetByCodePoints(end, -1);
        }
        return text.substring(0, end).stripTrailing() + "…";
    }

    private static List<String> wrapped(FontRenderContext context, String text, Font font, int width) {
        var lines = new ArrayList<String>();
        if (text.isBlank()) {
            return lines;
        }
        var signs = new AttributedString(text);
        signs.addAttribute(TextAttribute.FONT, font);
        var measurer = new LineBreakMeasurer(signs.getIterator(), context);
        while (measurer.getPosition() < text.length() && lines.size() <= LINES) {
            int from = measurer.getPosition();
            TextLayout line = measurer.nextLayout(width);
            lines.add(text.substring(from, from + line.getCharacterCount()).strip());
        }
        return lines;
    }

    private static Font serif(int size) {
        return new Font(Font.SERIF, Font.BOLD, size);
    }

    private static Font sans(int style, int size) {
        return new Font(Font.SANS_SERIF, style, size);
    }

    private static byte[] png(BufferedImage picture) {
        var bytes = new ByteArrayOutputStream(64 << 10);
        try {
            ImageIO.write(picture, "png", bytes);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return bytes.toByteArray();
    }
}
