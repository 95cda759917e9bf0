package org.cabildo.portal.map;

import static java.util.stream.Collectors.toMap;

import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import org.cabildo.calendar.Governments;
import org.cabildo.calendar.Region;
import org.cabildo.portal.door.Visit;
import org.cabildo.portal.page.Directory;
import org.cabildo.portal.page.Words;
import org.springframework.stereotype.Component;

/** The country by region: how many of its governments have a portal, and with how many commitments. */
@Component
public class CountryMap {

    private static final int STEPS = 4;
    private final Governments governments;
    private final Atlas atlas;

    CountryMap(Governments governments, Atlas atlas) {
        this.governments = governments;
        this.atlas = atlas;
    }

    /**
     * The page.
     *
     * @param regions from north to south
     */
    public record CountryPage(String directory, List<Piece> pieces, List<Line> regions) {

        public Line all() {
            return regions.stream().reduce(Line.NOTHING, Line::and);
        }
    }

    /**
     * A region, or several.
     *
     * @param mark its traditional number
     * @param address of its map
     * @param regional governments with a portal
     * @param municipalities with a portal
     * @param commitments that stand, shared ones once for each who shares
     */
    public record Line(
            String code,
            String mark,
            String name,
            String address,
            int regional,
            int possibleRegional,
            int municipalities,
            int possibleMunicipalities,
            int commitments) {

        private static final Line NOTHING = new Line("", "", "", "", 0, 0, 0, 0, 0);

        private Line and(Line other) {
            return new Line(
                    "",
                    "",
                    "",
                    "",
                    regional + other.regional,
                    possibleRegional + other.possibleRegional,
                    municipalities + other.municipalities,
                    possibleMunicipalities + other.possibleMunicipalities,
                    commitments + other.commitments);
        }

        /** From 0 for no portal at all to 4 for three quarters of all that can be. */
        private int step() {
            int with = regional + municipalities;
            return with == 0 ? 0 : Math.min(STEPS, 1 + STEPS * with / (possibleRegional + possibleMunicipalities));
        }
    }

    CountryPage page(Visit visit, Directory.Counted now) {
        var words = Words.of(visit.language());
        var present = Present.of(now);
        var lines = governments.regions().stream()
                .map(region -> line(visit, region, present))
                .toList();
        var pieces = Arrays.stream(Zone.values())
                .map(zone -> piece(zone, lines, words))
                .toList();
        return new CountryPage(visit.to("/"), pieces, lines);
    }

    private Line line(Visit visit, Region region, Present present) {
        int[] with = new int[2];
        int[] possible = new int[2];
        int commitments = 0;
        for (var government : governments.all()) {
            if (government.regionCode().equals(region.code())) {
                int kind = government.code().equals(region.code()) ? 0 : 1;
                possible[kind]++;
                with[kind] += present.has(government) ? 1 : 0;
                commitments += present.commitmentsOf(government);
            }
        }
        return new Line(
                region.code(),
                region.roman(),
                region.name(),
                visit.to("/mapa/" + region.code()),
                with[0],
                possible[0],
                with[1],
                possible[1],
                commitments);
    }

    /** Whoever walks through it by keyboard comes from north to south, as in the table. */
    private Piece piece(Zone zone, List<Line> lines, Words words) {
        var sheet = atlas.zone(zone);
        var shapes = sheet.shapes().stream().collect(toMap(Sheet.Shape::code, Function.identity()));
        return new Piece(
                words.get("map.zone." + zone.name()),
                sheet.width(),
                sheet.height(),
                lines.stream()
                        .flatMap(line -> Optional.ofNullable(shapes.get(line.code())).stream()
                                .map(shape -> area(shape, line, words)))
                        .toList());
    }

    private static Piece.Area area(Sheet.Shape shape, Line line, Words words) {
        var said = words.get("map.region.said", line.name(), line.municipalities(), line.possibleMunicipalities())
                + " " + words.get(line.regional() > 0 ? "map.regional.yes" : "map.regional.no")
                + " " + words.count("map.commitments", line.commitments());
        return new Piece.Area(
                shape.path(), line.mark(), shape.x(), shape.y(), line.step(), Optional.of(line.address()), said);
    }
}
