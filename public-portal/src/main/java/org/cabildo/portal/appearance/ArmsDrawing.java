package org.cabildo.portal.appearance;

import java.awt.RenderingHints;
import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.concurrent.Semaphore;
import javax.imageio.ImageIO;
import javax.imageio.ImageReader;
import org.cabildo.appearance.published.Appearance;
import org.cabildo.file.published.PublishedFiles;
import org.cabildo.kernel.Unknown;
import org.springframework.stereotype.Component;

/** Draws coats of arms small: whole, in the middle of a square that is otherwise transparent. */
@Component
public class ArmsDrawing {

    /** The side of the square, in pixels: three for each that it is shown with. */
    static final int SIDE = 144;

    private static final int ENOUGH = 8 * SIDE; // pixels of the longer side that are read
    private static final int AT_ONCE = 1; // each needs memory for its pixels
    private final Semaphore easels = new Semaphore(AT_ONCE);
    private final PublishedFiles files;

    ArmsDrawing(PublishedFiles files) {
        this.files = files;
    }

    /**
     * The arms of the tenant in scope.
     *
     * @throws Unknown if their file is not published here
     */
    public BufferedImage draw(Appearance.Arms arms) {
        var file = files.find(arms.sha256()).orElseThrow(() -> new Unknown("file", arms.sha256()));
        easels.acquireUninterruptibly();
        try {
            return fitted(read(file));
        } finally {
            easels.release();
        }
    }

    byte[] png(Appearance.Arms arms) {
        var bytes = new ByteArrayOutputStream(32 << 10);
        try {
            ImageIO.write(draw(arms), "png", bytes);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return bytes.toByteArray();
    }

    private BufferedImage read(PublishedFiles.Found file) {
        var reader = ImageIO.getImageReadersByMIMEType(file.kind().mediaType()).next();
        try (var content = files.open(file);
                var stream = ImageIO.createImageInputStream(content)) {
            reader.setInput(stream, true, true);
            return read(reader);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } finally {
            reader.dispose();
        }
    }

    private static BufferedImage read(ImageReader reader) throws IOException {
        int step = Math.max(1, Math.max(reader.getWidth(0), reader.getHeight(0)) / ENOUGH);
        var how = reader.getDefaultReadParam();
        how.setSourceSubsampling(step, step, 0, 0);
        return reader.read(0, how);
    }

    private static BufferedImage fitted(BufferedImage picture) {
        var small = picture;
        while (Math.max(small.getWidth(), small.getHeight()) > 2 * SIDE) { // half by half, so that thin lines stay
            small = scaled(small, (small.getWidth() + 1) / 2, (small.getHeight() + 1) / 2);
        }
        double by = (double) SIDE / Math.max(small.getWidth(), small.getHeight());
        int width = Math.clamp(Math.round(small.getWidth() * by), 1, SIDE);
        int height = Math.clamp(Math.round(small.getHeight() * by), 1, SIDE);
        var square = new BufferedImage(SIDE, SIDE, BufferedImage.TYPE_INT_ARGB);
        var pen = square.createGraphics();
        pen.drawImage(scaled(small, width, height), (SIDE - width) / 2, (SIDE - height) / 2, null);
        pen.dispose();
        return square;
    }

    private static BufferedImage scaled(BufferedImage picture, int width, int height) {
        var scaled = new BufferedImage(width, height, BufferedImage.TYPE_INT_ARGB);
        var pen = scaled.createGraphics();
        pen.setRenderingHint(RenderingHints.KEY_INTERPOLATION, RenderingHints.VALUE_INTERPOLATION_BILINEAR);
        pen.setRenderingHint(RenderingHints.KEY_RENDERING, RenderingHints.VALUE_RENDER_QUALITY);
        pen.drawImage(picture, 0, 0, width, height, null);
        pen.dispose();
        return scaled;
    }
}
