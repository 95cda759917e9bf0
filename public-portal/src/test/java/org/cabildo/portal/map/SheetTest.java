package org.cabildo.portal.map;

import static java.util.stream.Collectors.toMap;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.regex.Pattern;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.json.JsonMapper;

class SheetTest {

    private static final Pattern PATH = Pattern.compile("M[Mlz0-9 -]+z");
    private final Atlas atlas = new Atlas(new Outlines(JsonMapper.builder().build()));

    private static Outline square(int west, int south, int side) {
        return new Outline(List.of(List.of(
                new Spot(west, south),
                new Spot(west + side, south),
                new Spot(west + side, south + side),
                new Spot(west, south + side))));
    }

    @Test
    void twoNeighboursTogetherHaveOneOutlineWithoutTheirBorder() {
        var both = Outline.around(List.of(square(0, 0, 10), square(10, 0, 10)));

        assertThat(both.rings()).hasSize(1);
        assertThat(both.rings().getFirst()).hasSize(6).contains(new Spot(10, 0), new Spot(20, 10));
    }

    @Test
    void twoThatTouchAtACornerAreBothKept() {
        var both = Outline.around(List.of(square(0, 0, 10), square(10, 10, 10)));

        assertThat(both.rings().stream().mapToInt(List::size).sum()).isEqualTo(8);
    }

    @Test
    void aBorderIsThinnedAlikeOnBothSides() {
        var border = IntStream.rangeClosed(0, 100)
                .mapToObj(i -> new Spot(1000 + (i % 2) * (i == 51 ? 900 : 1), i * 100))
                .toList();
        var west = new ArrayList<>(border);
        west.add(new Spot(-9000, 10_000));
        west.add(new Spot(-9000, 0));
        var east = new ArrayList<>(border.reversed());
        east.add(new Spot(9000, 0));
        east.add(new Spot(9000, 10_000));
        var all = Map.of("west", new Outline(List.of(west)), "east", new Outline(List.of(east)));
        var plane = Plane.of(all.values(), 800, 800, 8);
        var lines = new Lines(plane, 1.8, all.values());

        var left = lines.thinned(west);
        var right = lines.thinned(east);

        assertThat(left).hasSizeLessThan(12).contains(new Spot(1900, 5100));
        assertThat(left.stream().filter(border::contains).toList())
                .containsExactlyInAnyOrderElementsOf(
                        right.stream().filter(border::contains).toList());
    }

    @Test
    void everyRegionIsInOneZoneAndItsMarkStandsWithinIt() {
        for (var zone : Zone.values()) {
            var sheet = atlas.zone(zone);
            assertThat(sheet.shapes())
                    .extracting(Sheet.Shape::code)
                    .containsExactlyInAnyOrderElementsOf(zone.regions());
            assertThat(sheet.shapes()).allSatisfy(shape -> {
                assertThat(shape.path()).matches(PATH);
                assertThat(shape.room()).as(shape.code()).isGreaterThan(15);
                assertThat(shape.x()).isBetween(0, sheet.width());
                assertThat(shape.y()).isBetween(0, sheet.height());
            });
        }
        assertThat(Arrays.stream(Zone.values()).flatMap(zone -> zone.regions().stream()))
                .hasSize(16)
                .doesNotHaveDuplicates();
    }

    @Test
    void whereComunasAreSmallTheyAreDrawnLarger() {
        var closer = atlas.closer("13");

        assertThat(closer).containsOnlyKeys("13101", "13601");
        assertThat(closer.get("13101").shapes().stream().filter(shape -> !shape.around()))
                .as("of Santiago's 32 those that are small: the largest would fill it")
                .extracting(Sheet.Shape::code)
                .hasSize(29)
                .doesNotContain("13115");
        assertThat(atlas.closer("02")).isEmpty();
        assertThat(atlas.closer("05").get("05101").shapes())
                .extracting(Sheet.Shape::code)
                .doesNotContain("05104");
    }

    private static Stream<String> regions() {
        return IntStream.rangeClosed(1, 16).mapToObj("%02d"::formatted);
    }

    @Test
    void whatIsDrawnLargerHasRoomForItsMark() {
        regions()
                .flatMap(region -> atlas.closer(region).values().stream())
                .flatMap(sheet -> sheet.shapes().stream())
                .filter(shape -> !shape.around())
                .forEach(shape -> assertThat(shape.isRoomy()).as(shape.code()).isTrue());
    }

    @Test
    void whatLiesBetweenAndWhoeverNamesALargerSheetAreDrawnThere() {
        regions().flatMap(region -> atlas.closer(region).entrySet().stream()).forEach(closer -> {
            var drawn = closer.getValue().shapes().stream().collect(toMap(Sheet.Shape::code, Function.identity()));
            assertThat(drawn.get(closer.getKey()))
                    .as(closer.getKey())
                    .isNotNull()
                    .matches(Sheet.Shape::isMarked);
        });
        assertThat(atlas.closer("08").get("08101").shapes())
                .as("Concepción, and Coronel on the way to Lota")
                .filteredOn(shape -> List.of("08101", "08102").contains(shape.code()))
                .hasSize(2)
                .allMatch(shape -> shape.around()
                        && shape.isMarked()
                        && PATH.matcher(shape.path()).matches());
    }

    @Test
    void noMarkTouchesAnother() {
        regions().forEach(region -> {
            var closer = atlas.closer(region);
            var whole = atlas.region(region);
            var small = closer.values().stream()
                    .flatMap(sheet -> sheet.shapes().stream())
                    .filter(shape -> !shape.around())
                    .map(Sheet.Shape::code)
                    .toList();
            var marked = whole.shapes().stream()
                    .filter(shape -> shape.isRoomy() || !small.contains(shape.code()))
                    .toList();
            assertApart(marked);
            closer.values()
                    .forEach(sheet -> assertApart(sheet.shapes().stream()
                            .filter(Sheet.Shape::isMarked)
                            .toList()));
        });
    }

    private static void assertApart(List<Sheet.Shape> marked) {
        for (int i = 0; i < marked.size(); i++) {
            var one = marked.get(i);
            assertThat(marked.subList(i + 1, marked.size()))
                    .as(one.code())
                    .noneMatch(other -> Marks.touch(one.mark(), other.mark()));
        }
    }

    @Test
    void aRingIsCutAtTheFrame() {
        var ring = new Ring(List.of(
                new Ring.Point(-10, -10), new Ring.Point(10, -10), new Ring.Point(10, 10), new Ring.Point(-10, 10)));

        assertThat(new Frame(0, 0, 100, 100).cut(ring))
                .hasValueSatisfying(cut -> assertThat(cut.area()).isEqualTo(100));
        assertThat(new Frame(20, 20, 100, 100).cut(ring)).isEmpty();
    }

    @Test
    void islandsFarOutAreDrawnNearer() {
        var sheet = atlas.region("05");

        assertThat(sheet.width()).isLessThan(2 * sheet.height());
        assertThat(sheet.shapes())
                .filteredOn(shape -> List.of("05201", "05104").contains(shape.code()))
                .hasSize(2)
                .allMatch(shape -> shape.x() < sheet.width() / 4);
    }
}
