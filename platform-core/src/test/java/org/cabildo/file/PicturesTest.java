package org.cabildo.file;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.cabildo.file.Samples.bytes;
import static org.cabildo.file.Samples.joined;

import java.awt.Color;
import java.awt.image.BufferedImage;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Map;
import javax.imageio.ImageIO;
import org.cabildo.file.published.FileKind;
import org.cabildo.kernel.Refused;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class PicturesTest {

    @TempDir
    Path folder;

    private final Pictures pictures = new Pictures(KindsTest.SETTINGS);

    @Test
    void nothingIsLeftOfThePlaceWhereAPhotographWasTaken() throws IOException {
        var photograph = Samples.photograph(40, 20, 1);
        assertThat(latin(photograph)).contains("Exif", Samples.LATITUDE);

        var redrawn = redraw(photograph, FileKind.JPEG);

        assertThat(latin(redrawn)).doesNotContain("Exif", Samples.LATITUDE);
        assertThat(read(redrawn).getWidth()).isEqualTo(40);
    }

    /** Where the red half, which was on the left, is seen: by a point within it. */
    @ParameterizedTest
    @CsvSource({
        "1, 40, 20, 5, 10, 35, 10",
        "2, 40, 20, 35, 10, 5, 10",
        "3, 40, 20, 35, 10, 5, 10",
        "4, 40, 20, 5, 10, 35, 10",
        "5, 20, 40, 10, 5, 10, 35",
        "6, 20, 40, 10, 5, 10, 35",
        "7, 20, 40, 10, 35, 10, 5",
        "8, 20, 40, 10, 35, 10, 5"
    })
    void aPhotographStandsUprightHoweverTheCameraWasHeld(
            int orientation, int width, int height, int redX, int redY, int blueX, int blueY) throws IOException {
        var seen = read(redraw(Samples.photograph(40, 20, orientation), FileKind.JPEG));

        assertThat(seen.getWidth()).isEqualTo(width);
        assertThat(seen.getHeight()).isEqualTo(height);
        assertThat(new Color(seen.getRGB(redX, redY)).getRed()).isGreaterThan(200);
        assertThat(new Color(seen.getRGB(blueX, blueY)).getBlue()).isGreaterThan(200);
    }

    @Test
    void aDrawingKeepsItsColoursAndWhatShinesThrough() throws IOException {
        var drawing = new BufferedImage(10, 10, BufferedImage.TYPE_4BYTE_ABGR);
        drawing.setRGB(3, 3, 0x80FF0000);

        var redrawn = read(redraw(Samples.written(drawing, "png"), FileKind.PNG));

        assertThat(redrawn.getRGB(3, 3)).isEqualTo(0x80FF0000);
        assertThat(redrawn.getRGB(0, 0) >>> 24).isZero();
    }

    @Test
    void aPhotographInGreyStaysGrey() throws IOException {
        var grey = Samples.written(Samples.picture(20, 20, BufferedImage.TYPE_BYTE_GRAY), "jpg");

        assertThat(read(redraw(grey, FileKind.JPEG)).getType()).isEqualTo(BufferedImage.TYPE_BYTE_GRAY);
    }

    @Test
    void equalPicturesAreDrawnEqual() throws IOException {
        assertThat(redraw(Samples.photograph(40, 20, 6), FileKind.JPEG))
                .isEqualTo(redraw(Samples.photograph(40, 20, 6), FileKind.JPEG));
    }

    @Test
    void aPictureOfTooManyPixelsIsRefusedBeforeItIsDecoded() {
        assertRefused("file.picture.pixels", Samples.pixelBomb(), FileKind.PNG);
        assertRefused("file.picture.pixels", Samples.png(1001, 1000), FileKind.PNG);
    }

    @Test
    void aPictureThatArrivedInPartIsRefused() {
        var png = Samples.png(300, 300);
        var jpeg = Samples.jpeg(300, 300);

        assertRefused("file.picture.broken", Arrays.copyOf(png, png.length - 20), FileKind.PNG);
        assertRefused("file.picture.broken", Arrays.copyOf(jpeg, jpeg.length - 20), FileKind.JPEG);
        assertRefused("file.picture.broken", Arrays.copyOf(jpeg, 30), FileKind.JPEG);
    }

    @Test
    void aPictureThatIsSomethingElseBesidesIsRefused() {
        var archive = Samples.archive(Map.of("a.txt", bytes("hola")));

        assertRefused("file.mixed", joined(Samples.png(4, 4), archive), FileKind.PNG);
        assertRefused("file.mixed", joined(Samples.png(4, 4), bytes("x")), FileKind.PNG);
        assertRefused("file.mixed", joined(Samples.jpeg(4, 4), archive), FileKind.JPEG);
        assertRefused("file.mixed", joined(Samples.jpeg(4, 4), bytes("<script>alert(1)</script>")), FileKind.JPEG);
        assertRefused("file.mixed", joined(Samples.jpeg(4, 4), Samples.pdf()), FileKind.JPEG);
    }

    @Test
    void whatATelephonePutsBehindAPhotographIsLeftOut() throws IOException {
        var redrawn = redraw(joined(Samples.jpeg(4, 4), bytes("\0\0\0\30ftypmp42 a short film")), FileKind.JPEG);

        assertThat(latin(redrawn)).doesNotContain("ftypmp42");
    }

    private void assertRefused(String code, byte[] picture, FileKind kind) {
        assertThatThrownBy(() -> redraw(picture, kind))
                .isInstanceOf(Refused.class)
                .extracting("code")
                .isEqualTo(code);
    }

    private byte[] redraw(byte[] picture, FileKind kind) throws IOException {
        var to = folder.resolve("redrawn");
        pictures.redraw(Samples.content(folder, picture), kind, to);
        return Files.readAllBytes(to);
    }

    private static BufferedImage read(byte[] picture) throws IOException {
        return ImageIO.read(new ByteArrayInputStream(picture));
    }

    private static String latin(byte[] bytes) {
        return new String(bytes, StandardCharsets.ISO_8859_1);
    }
}
