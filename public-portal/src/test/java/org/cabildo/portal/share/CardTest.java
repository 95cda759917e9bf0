package org.cabildo.portal.share;

import static org.assertj.core.api.Assertions.assertThat;

import java.awt.image.BufferedImage;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.IntStream;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.Test;

/** What is written at the edges of a card ends there, and all of it is there. */
class CardTest {

    private static final int RIGHT = Card.WIDTH - 80;
    private static final String LONG = "Consorcio Gobierno de Santiago – Municipalidad de Renca";

    private static BufferedImage drawn(String foot, String percent, String flag) throws IOException {
        var card = new Card("Consorcio", "Plan", Optional.of(new Card.Progress(49, percent, "Avance")), foot, flag);
        var picture = ImageIO.read(new ByteArrayInputStream(card.draw(Card.Palette.OWN, null)));
        return Objects.requireNonNull(picture);
    }

    /** The last column of pixels that is not paper, between these rows. */
    private static int end(BufferedImage card, int from, int to) {
        return IntStream.range(0, Card.WIDTH)
                .filter(x -> IntStream.range(from, to).anyMatch(y -> card.getRGB(x, y) != 0xfff8f6f1))
                .max()
                .orElse(0);
    }

    private static boolean isInked(BufferedImage card, int from, int to) {
        return end(card, from, to) > 0;
    }

    @Test
    void thePercentageAndTheFlagEndAtTheSameMargin() throws IOException {
        for (var percent : new String[] {"7 %", "49 %", "100%"}) {
            var card = drawn("Municipalidad de Puerto Ejemplo", percent, "SINTÉTICO");

            assertThat(end(card, 420, 480)).as(percent).isBetween(RIGHT - 8, RIGHT);
            assertThat(end(card, 530, 575)).as("the flag").isBetween(RIGHT - 8, RIGHT);
        }
    }

    @Test
    void aLongNameTakesASecondLineAndAShortOneNone() throws IOException {
        var whole = drawn(LONG, "49 %", "SINTÉTICO");
        var part = drawn(LONG.substring(0, 46), "49 %", "SINTÉTICO");

        assertThat(isInked(whole, 575, 582)).isTrue();
        assertThat(whole.getRGB(0, 0, Card.WIDTH, Card.HEIGHT, null, 0, Card.WIDTH))
                .as("its end is drawn")
                .isNotEqualTo(part.getRGB(0, 0, Card.WIDTH, Card.HEIGHT, null, 0, Card.WIDTH));
        assertThat(isInked(drawn("Municipalidad de Renca", "49 %", ""), 575, 582))
                .isFalse();
    }
}
