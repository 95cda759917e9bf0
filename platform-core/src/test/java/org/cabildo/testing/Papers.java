package org.cabildo.testing;

import java.awt.image.BufferedImage;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import javax.imageio.ImageIO;
import org.cabildo.file.Arrival;

/** Files as people put them in. */
public final class Papers {

    private Papers() {}

    /** A whole PDF of one page; different words make different files. */
    public static byte[] pdf(String words) {
        var body = "BT /F1 24 Tf 72 720 Td (%s) Tj ET".formatted(words);
        var objects = new String[] {
            "<</Type/Catalog/Pages 2 0 R>>",
            "<</Type/Pages/Kids[3 0 R]/Count 1>>",
            "<</Type/Page/Parent 2 0 R/MediaBox[0 0 612 792]/Contents 4 0 R/Resources<</Font<</F1 5 0 R>>>>>>",
            "<</Length %d>>\nstream\n%s\nendstream".formatted(body.length(), body),
            "<</Type/Font/Subtype/Type1/BaseFont/Helvetica>>"
        };
        var file = new StringBuilder("%PDF-1.4\n");
        var table = new StringBuilder("xref\n0 %d\n0000000000 65535 f \n".formatted(objects.length + 1));
        for (int i = 0; i < objects.length; i++) {
            table.append("%010d 00000 n \n".formatted(file.length()));
            file.append("%d 0 obj\n%s\nendobj\n".formatted(i + 1, objects[i]));
        }
        int start = file.length();
        file.append(table)
                .append("trailer\n<</Size %d/Root 1 0 R>>\nstartxref\n%d\n%%%%EOF\n"
                        .formatted(objects.length + 1, start));
        return file.toString().getBytes(StandardCharsets.ISO_8859_1);
    }

    /**
     * A picture of one colour, half of it transparent.
     *
     * @param rgb its colour
     */
    public static byte[] png(int width, int height, int rgb) {
        var picture = new BufferedImage(width, height, BufferedImage.TYPE_INT_ARGB);
        for (int x = 0; x < width; x++) {
            for (int y = height / 2; y < height; y++) {
                picture.setRGB(x, y, 0xff000000 | rgb);
            }
        }
        var bytes = new ByteArrayOutputStream();
        try {
            ImageIO.write(picture, "png", bytes);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return bytes.toByteArray();
    }

    /** A file as a browser sends it. */
    public static Arrival sent(String name, byte[] content) {
        return new Arrival(name, content.length, new ByteArrayInputStream(content));
    }
}
