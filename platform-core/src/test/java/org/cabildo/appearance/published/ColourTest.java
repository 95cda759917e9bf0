package org.cabildo.appearance.published;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;

class ColourTest {

    private static final Colour BLACK = new Colour(0);

    private static Colour of(String text) {
        return Colour.find(text).orElseThrow();
    }

    @Test
    void readsColoursAsPeopleWriteThem() {
        assertThat(of(" #0F4C5C ")).hasToString("#0f4c5c");
        assertThat(of("0f4c5c")).isEqualTo(new Colour(0x0f4c5c));
        assertThat(of("#0fc")).hasToString("#00ffcc");
        for (var no : List.of("", "#", "#12345", "#1234567", "red", "rgb(1,2,3)", "#0f4c5g", "#0f4c5c;}body{x:y")) {
            assertThat(Colour.find(no)).as(no).isEmpty();
        }
    }

    /** The figures are those of the definition's own examples and of common checkers. */
    @Test
    void contrastIsAsWcagDefinesIt() {
        assertThat(Colour.WHITE.contrastWith(BLACK)).isEqualTo(21, within(1e-9));
        assertThat(Colour.WHITE.contrastWith(Colour.WHITE)).isEqualTo(1, within(1e-9));
        assertThat(of("#777777").contrastWith(Colour.WHITE)).isEqualTo(4.48, within(0.005));
        assertThat(of("#767676").contrastWith(Colour.WHITE)).isEqualTo(4.54, within(0.005));
        assertThat(of("#ff0000").contrastWith(Colour.WHITE)).isEqualTo(4.00, within(0.005));
        assertThat(of("#0000ff").luminance()).isEqualTo(0.0722, within(1e-6));
        assertThat(of("#777777").isReadableOn(Colour.WHITE)).isFalse();
        assertThat(of("#767676").isReadableOn(Colour.WHITE)).isTrue();
    }

    @Test
    void theNearestColourOfTheSameHueCanBeRead() {
        assertThat(of("#0f4c5c").darkenedFor(Shades.PAPER)).isEqualTo(of("#0f4c5c"));
        assertThat(of("#777777").darkenedFor(Colour.WHITE)).isEqualTo(of("#767676"));
        assertThat(Colour.WHITE.darkenedFor(Colour.WHITE).isReadableOn(Colour.WHITE))
                .isTrue();
        assertThat(BLACK.lightenedFor(Shades.NIGHT).isReadableOn(Shades.NIGHT)).isTrue();

        var yellow = of("#ffd500").darkenedFor(Shades.PAPER);
        assertThat(yellow.contrastWith(Shades.PAPER)).isBetween(4.5, 4.6);
        assertThat((yellow.rgb() & 0xff))
                .as("blue stays out of yellow: %s", yellow)
                .isZero();
    }

    @Test
    void whateverTheColourWhatThePortalMakesOfItCanBeRead() {
        var any = new Random(20261128);
        for (int i = 0; i < 20_000; i++) {
            var colour = new Colour(any.nextInt(0x1000000)).darkenedFor(Shades.PAPER);
            var day = Shades.byDay(colour);
            var night = Shades.byNight(colour);

            assertThat(List.of(
                            colour.isReadableOn(Shades.PAPER),
                            colour.isReadableOn(Colour.WHITE),
                            day.on().isReadableOn(day.plain()),
                            day.plain().isReadableOn(day.soft()),
                            night.plain().isReadableOn(Shades.NIGHT),
                            night.plain().isReadableOn(night.soft()),
                            night.on().isReadableOn(night.plain())))
                    .as("%s, by day %s, by night %s", colour, day, night)
                    .containsOnly(true);
        }
    }
}
