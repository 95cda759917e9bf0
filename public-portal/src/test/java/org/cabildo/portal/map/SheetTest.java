package org.cabildo.portal.map;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import java.util.stream.IntStream;
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
        assertThat(closer.get("13101").shapes())
                .as("of Santiago's 32 those that are small: the largest would fill it")
                .extracting(Sheet.Shape::code)
                .hasSize(29)
                .doesNotContain("13115");
        assertThat(atlas.closer("02")).isEmpty();
        assertThat(atlas.closer("05").get("05101").shapes())
                .extracting(Sheet.Shape::code)
                .doesNotContain("05104");
    }

    @Test
    void whatIsDrawnLargerHasRoomForItsMark() {
        IntStream.rangeClosed(1, 16)
                .mapToObj("%02d"::formatted)
                .flatMap(region -> atlas.closer(region).values().stream())
                .flatMap(sheet -> sheet.shapes().stream())
                .forEach(shape -> assertThat(shape.isRoomy()).as(shape.code()).isTrue());
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
