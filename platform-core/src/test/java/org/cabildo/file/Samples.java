package org.cabildo.file;

import java.awt.Color;
import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.zip.CRC32;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import javax.imageio.ImageIO;
import org.cabildo.testing.Papers;

/** Files of every kind, honest and not. */
final class Samples {

    static final String LATITUDE = "S\0\0\0";
    static final String WORD = "application/vnd.openxmlformats-officedocument.wordprocessingml.document.main+xml";
    static final String SHEET = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet.main+xml";
    static final String SLIDES = "application/vnd.openxmlformats-officedocument.presentationml.presentation.main+xml";

    private Samples() {}

    static byte[] pdf() {
        return Papers.pdf("Acta");
    }

    static byte[] bytes(String latin) {
        return latin.getBytes(StandardCharsets.ISO_8859_1);
    }

    static byte[] joined(byte[]... parts) {
        var all = new ByteArrayOutputStream();
        for (var part : parts) {
            all.writeBytes(part);
        }
        return all.toByteArray();
    }

    /** Red on the left, blue on the right. */
    static BufferedImage picture(int width, int height, int type) {
        var picture = new BufferedImage(width, height, type);
        var pencil = picture.createGraphics();
        pencil.setColor(Color.RED);
        pencil.fillRect(0, 0, width / 2, height);
        pencil.setColor(Color.BLUE);
        pencil.fillRect(width / 2, 0, width - width / 2, height);
        pencil.dispose();
        return picture;
    }

    static byte[] png(int width, int height) {
        return written(picture(width, height, BufferedImage.TYPE_4BYTE_ABGR), "png");
    }

    static byte[] jpeg(int width, int height) {
        return written(picture(width, height, BufferedImage.TYPE_3BYTE_BGR), "jpg");
    }

    static byte[] written(BufferedImage picture, String format) {
        try {
            var out = new ByteArrayOutputStream();
            ImageIO.write(picture, format, out);
            return out.toByteArray();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** A photograph as a telephone takes it: it says which way up it is, and where it was taken. */
    static byte[] photograph(int width, int height, int orientation) {
        var plain = jpeg(width, height);
        var exif = exif(orientation);
        var head = ByteBuffer.allocate(4 + exif.length);
        head.putShort((short) 0xFFE1).putShort((short) (2 + exif.length)).put(exif);
        return joined(
                java.util.Arrays.copyOf(plain, 2), head.array(), java.util.Arrays.copyOfRange(plain, 2, plain.length));
    }

    private static byte[] exif(int orientation) {
        var tiff = ByteBuffer.allocate(140).order(ByteOrder.LITTLE_ENDIAN);
        tiff.put(bytes("II")).putShort((short) 42).putInt(8);
        tiff.putShort((short) 2); // entries: which way up, and where the place is written
        tiff.putShort((short) 0x0112).putShort((short) 3).putInt(1).putInt(orientation);
        tiff.putShort((short) 0x8825).putShort((short) 4).putInt(1).putInt(38);
        tiff.putInt(0);
        tiff.putShort((short) 4); // 33° 27' south, 70° 40' west: Santiago
        tiff.putShort((short) 1).putShort((short) 2).putInt(2).put(bytes(LATITUDE));
        tiff.putShort((short) 2).putShort((short) 5).putInt(3).putInt(92);
        tiff.putShort((short) 3).putShort((short) 2).putInt(2).put(bytes("W\0\0\0"));
        tiff.putShort((short) 4).putShort((short) 5).putInt(3).putInt(116);
        tiff.putInt(0);
        for (int number : new int[] {33, 1, 27, 1, 0, 1, 70, 1, 40, 1, 0, 1}) {
            tiff.putInt(number);
        }
        return joined(bytes("Exif\0\0"), tiff.array());
    }

    static byte[] openXml(String mainType, Map<String, byte[]> more) {
        var parts = new LinkedHashMap<String, byte[]>();
        parts.put("[Content_Types].xml", bytes("""
                <?xml version="1.0"?><Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types">
                <Default Extension="xml" ContentType="application/xml"/>
                <Override PartName="/main.xml" ContentType="%s"/></Types>
                """.formatted(mainType)));
        parts.put("main.xml", bytes("<document/>"));
        parts.putAll(more);
        return archive(parts);
    }

    static byte[] openDocument(String mimetype, Map<String, byte[]> more) {
        var parts = new LinkedHashMap<String, byte[]>();
        parts.put("mimetype", bytes(mimetype));
        parts.put("content.xml", bytes("<office:document-content/>"));
        parts.put("META-INF/manifest.xml", bytes("<manifest/>"));
        parts.putAll(more);
        return archive(parts);
    }

    static byte[] archive(Map<String, byte[]> parts) {
        try {
            var out = new ByteArrayOutputStream();
            try (var zip = new ZipOutputStream(out)) {
                for (var part : parts.entrySet()) {
                    var entry = new ZipEntry(part.getKey());
                    if (part.getKey().equals("mimetype")) {
                        var sum = new CRC32();
                        sum.update(part.getValue());
                        entry.setMethod(ZipEntry.STORED);
                        entry.setSize(part.getValue().length);
                        entry.setCrc(sum.getValue());
                    }
                    zip.putNextEntry(entry);
                    zip.write(part.getValue());
                }
            }
            return out.toByteArray();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** A PNG of one megabyte that says it has nine thousand million pixels. */
    static byte[] pixelBomb() {
        var bomb = png(4, 4);
        ByteBuffer.wrap(bomb).putInt(16, 95_000).putInt(20, 95_000);
        var sum = new CRC32();
        sum.update(bomb, 12, 17);
        ByteBuffer.wrap(bomb).putInt(29, (int) sum.getValue());
        return bomb;
    }

    static Content content(Path folder, byte[] bytes) {
        try {
            return Content.of(Files.write(Files.createTempFile(folder, "sample", ""), bytes));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
