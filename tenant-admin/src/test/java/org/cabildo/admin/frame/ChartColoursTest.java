package org.cabildo.admin.frame;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.Objects;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The charts' colours can be told from their ground, and from each other where they meet, in both lights (WCAG 2.2). */
class ChartColoursTest {

    private static final Pattern COLOUR =
            Pattern.compile("--chart-([a-z]+): light-dark\\((#[0-9a-f]{6}), (#[0-9a-f]{6})\\);");
    private static final double TEXT = 4.5; // 1.4.3
    private static final double SHAPE = 3; // 1.4.11

    @ParameterizedTest
    @ValueSource(ints = {2, 3}) // light, dark
    void whatIsDrawnCanBeTold(int light) throws IOException {
        var colours = colours(light);

        assertThat(contrast(colours, "text", "ground")).isGreaterThanOrEqualTo(TEXT);
        for (var shape : new String[] {"peer", "own", "middle", "edge", "high"}) {
            assertThat(contrast(colours, shape, "ground")).as(shape).isGreaterThanOrEqualTo(SHAPE);
        }
        for (var area : new String[] {"low", "none"}) { // told by their border
            assertThat(contrast(colours, "edge", area)).as(area).isGreaterThanOrEqualTo(SHAPE);
        }
        assertThat(contrast(colours, "high", "low")).isGreaterThanOrEqualTo(SHAPE);
    }

    private static Map<String, String> colours(int light) throws IOException {
        try (var file = ChartColoursTest.class.getResourceAsStream("/META-INF/resources/office.css")) {
            var css = new String(Objects.requireNonNull(file).readAllBytes(), StandardCharsets.UTF_8);
            return COLOUR.matcher(css)
                    .results()
                    .collect(Collectors.toMap((MatchResult one) -> one.group(1), one -> one.group(light)));
        }
    }

    private static double contrast(Map<String, String> colours, String one, String other) {
        double a = luminance(Objects.requireNonNull(colours.get(one)));
        double b = luminance(Objects.requireNonNull(colours.get(other)));
        return (Math.max(a, b) + 0.05) / (Math.min(a, b) + 0.05);
    }

    private static double luminance(String colour) {
        return 0.2126 * part(colour, 1) + 0.7152 * part(colour, 3) + 0.0722 * part(colour, 5);
    }

    private static double part(String colour, int at) {
        double part = Integer.parseInt(colour.substring(at, at + 2), 16) / 255.0;
        return part <= 0.04045 ? part / 12.92 : Math.pow((part + 0.055) / 1.055, 2.4);
    }
}
