package org.cabildo.file;

import java.awt.Graphics2D;
import java.awt.RenderingHints;
import java.awt.geom.AffineTransform;
import java.awt.image.BufferedImage;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.Semaphore;
import javax.imageio.IIOImage;
import javax.imageio.ImageIO;
import javax.imageio.ImageReader;
import javax.imageio.ImageWriteParam;
import javax.imageio.stream.FileImageInputStream;
import javax.imageio.stream.MemoryCacheImageOutputStream;
import org.cabildo.file.published.FileKind;
import org.cabildo.kernel.Refused;
import org.springframework.stereotype.Component;

/**
 * Draws pictures anew, so that nothing is left of them but what is seen: no place where they were taken, no camera, no
 * thumbnail of what was cut off. Photographs are turned the way they are meant to be looked at.
 */
@Component
class Pictures {

    private static final float QUALITY = 0.9f;
    private static final int AT_ONCE = 1; // each needs much memory for its pixels
    private final Semaphore easels = new Semaphore(AT_ONCE);
    private final long mostPixels;

    Pictures(FileSettings settings) {
        this.mostPixels = settings.picture().pixels();
    }

    /**
     * Draws a picture anew.
     *
     * @param to where it is written
     * @throws Refused if it is broken, has too many pixels or something behind its end
     */
    void redraw(Content content, FileKind kind, Path to) {
        int orientation = 1;
        if (kind == FileKind.JPEG) {
            var jpeg = Jpeg.of(content);
            Mixed.refuseAfter(jpeg.end(), content);
            orientation = jpeg.orientation();
        } else if (Png.endOf(content) != content.size()) {
            throw Mixed.refusal();
        }
        easels.acquireUninterruptibly();
        try {
            write(upright(read(content.path(), kind), orientation, kind), kind, to);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } finally {
            easels.release();
        }
    }

    private BufferedImage read(Path picture, FileKind kind) throws IOException {
        var reader = ImageIO.getImageReadersByFormatName(kind.ending()).next();
        try (var stream = new FileImageInputStream(picture.toFile())) {
            reader.setInput(stream, true, true);
            return read(reader);
        } catch (IOException | RuntimeException e) {
            if (e instanceof Refused refused) {
                throw refused;
            }
            throw broken(); // decoders say so in many ways
        } finally {
            reader.dispose();
        }
    }

    private BufferedImage read(ImageReader reader) throws IOException {
        long width = reader.getWidth(0); // from the head of the file; nothing is decoded yet
        long height = reader.getHeight(0);
        if (width * height > mostPixels) {
            throw new Refused(
                    "file.picture.pixels",
                    "The picture has %d × %d pixels, and at most %d in all are accepted. Make it smaller and upload that."
                            .formatted(width, height, mostPixels),
                    width,
                    height,
                    mostPixels);
        }
        return reader.read(0);
    }

    private static BufferedImage upright(BufferedImage picture, int orientation, FileKind kind) {
        if (kind == FileKind.PNG) {
            return picture; // colours and transparency stay as they are
        }
        boolean lies = orientation >= 5;
        var upright = new BufferedImage(
                lies ? picture.getHeight() : picture.getWidth(),
                lies ? picture.getWidth() : picture.getHeight(),
                picture.getType() == BufferedImage.TYPE_BYTE_GRAY
                        ? BufferedImage.TYPE_BYTE_GRAY
                        : BufferedImage.TYPE_3BYTE_BGR);
        Graphics2D pencil = upright.createGraphics();
        pencil.setRenderingHint(RenderingHints.KEY_INTERPOLATION, RenderingHints.VALUE_INTERPOLATION_NEAREST_NEIGHBOR);
        pencil.drawImage(picture, turning(orientation, picture.getWidth(), picture.getHeight()), null);
        pencil.dispose();
        return upright;
    }

    /** How EXIF's eight ways of holding a camera are turned upright. */
    private static AffineTransform turning(int orientation, int width, int height) {
        return switch (orientation) {
            case 2 -> new AffineTransform(-1, 0, 0, 1, width, 0);
            case 3 -> new AffineTransform(-1, 0, 0, -1, width, height);
            case 4 -> new AffineTransform(1, 0, 0, -1, 0, height);
            case 5 -> new AffineTransform(0, 1, 1, 0, 0, 0);
            case 6 -> new AffineTransform(0, 1, -1, 0, height, 0);
            case 7 -> new AffineTransform(0, -1, -1, 0, height, width);
            case 8 -> new AffineTransform(0, -1, 1, 0, 0, width);
            default -> new AffineTransform();
        };
    }

    private static void write(BufferedImage picture, FileKind kind, Path to) throws IOException {
        var writer = ImageIO.getImageWritersByFormatName(kind.ending()).next();
        try (OutputStream file = Files.newOutputStream(to);
                var stream = new MemoryCacheImageOutputStream(file)) {
            writer.setOutput(stream);
            var how = writer.getDefaultWriteParam();
            if (kind == FileKind.JPEG) {
                how.setCompressionMode(ImageWriteParam.MODE_EXPLICIT);
                how.setCompressionQuality(QUALITY);
            }
            writer.write(null, new IIOImage(picture, null, null), how);
        } finally {
            writer.dispose();
        }
    }

    static Refused broken() {
        return new Refused(
                "file.picture.broken",
                "This picture cannot be read whole. Open it, save it anew as JPEG or PNG and upload that.");
    }
}
