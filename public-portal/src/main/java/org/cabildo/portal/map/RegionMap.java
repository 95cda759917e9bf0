package org.cabildo.portal.map;

import static java.util.stream.Collectors.toMap;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.cabildo.calendar.Government;
import org.cabildo.calendar.Governments;
import org.cabildo.calendar.Region;
import org.cabildo.portal.door.Addresses;
import org.cabildo.portal.door.Visit;
import org.cabildo.portal.page.Directory;
import org.cabildo.portal.page.Words;
import org.springframework.stereotype.Component;

/** A region by comuna: who has a portal, and with how many commitments. */
@Component
public class RegionMap {

    private static final int SOME = 5; // commitments
    private static final int MANY = 10; // commitments
    private static final String VALPARAISO = "05"; // whose islands are far out
    private static final String MAGALLANES = "12"; // whose Antártica has no municipality
    private final Governments governments;
    private final Addresses addresses;
    private final Atlas atlas;

    RegionMap(Governments governments, Addresses addresses, Atlas atlas) {
        this.governments = governments;
        this.addresses = addresses;
        this.atlas = atlas;
    }

    /**
     * The page.
     *
     * @param pieces the whole region first, then where its comunas are small
     * @param regional its own government
     * @param municipalities those with a portal first, each by name
     */
    public record RegionPage(
            String name,
            List<Piece> pieces,
            Line regional,
            List<Line> municipalities,
            boolean withIslands,
            boolean withAntarctica) {

        public int present() {
            return Math.toIntExact(municipalities.stream()
                    .filter(line -> line.address().isPresent())
                    .count());
        }

        public int commitments() {
            return regional.commitments()
                    + municipalities.stream().mapToInt(Line::commitments).sum();
        }
    }

    /**
     * A government.
     *
     * @param mark what stands for it on the map, once
     * @param place its name in daily use
     * @param address of its portal; empty: it has none yet
     */
    public record Line(String code, String mark, String name, String place, Optional<String> address, int commitments) {

        private int step() {
            if (address.isEmpty()) {
                return 0;
            }
            if (commitments == 0) {
                return 1;
            }
            return commitments < SOME ? 2 : commitments < MANY ? 3 : 4;
        }
    }

    RegionPage page(Visit visit, Directory.Counted now, Region region) {
        var present = Present.of(now);
        var lines = new ArrayList<Line>();
        for (var government : governments.all()) {
            if (government.regionCode().equals(region.code())) {
                lines.add(line(visit, government, present, lines.size())); // its own comes first, as number 0
            }
        }
        var regional = lines.removeFirst();
        var words = Words.of(visit.language());
        var byCode = lines.stream().collect(toMap(Line::code, Function.identity()));
        return new RegionPage(
                region.name(),
                pieces(region, byCode, words),
                regional,
                lines.stream()
                        .sorted(Comparator.comparing(line -> line.address().isEmpty()))
                        .toList(),
                region.code().equals(VALPARAISO),
                region.code().equals(MAGALLANES));
    }

    private Line line(Visit visit, Government government, Present present, int number) {
        return new Line(
                government.code(),
                Integer.toString(number),
                government.name(),
                government.shortName(),
                present.find(government).map(tenant -> addresses.of(tenant, visit)),
                present.commitmentsOf(government));
    }

    private List<Piece> pieces(Region region, Map<String, Line> lines, Words words) {
        var pieces = new ArrayList<Piece>();
        var closer = atlas.closer(region.code());
        var seenCloser = closer.values().stream()
                .flatMap(sheet -> sheet.shapes().stream())
                .filter(shape -> !shape.around())
                .map(Sheet.Shape::code)
                .collect(Collectors.toSet());
        pieces.add(piece(atlas.region(region.code()), region.officialName(), lines, seenCloser, words));
        closer.forEach((capital, sheet) -> pieces.add(piece(
                sheet,
                words.get(
                        "map.closer", Objects.requireNonNull(lines.get(capital)).place()),
                lines,
                Set.of(),
                words)));
        return pieces;
    }

    /** @param elsewhere whose mark has more room on another piece */
    private static Piece piece(Sheet sheet, String title, Map<String, Line> lines, Set<String> elsewhere, Words words) {
        return new Piece(
                title,
                sheet.width(),
                sheet.height(),
                sheet.shapes().stream()
                        .map(shape -> area(
                                shape,
                                Objects.requireNonNull(lines.get(shape.code())),
                                shape.isMarked() && (shape.isRoomy() || !elsewhere.contains(shape.code())),
                                words))
                        .toList());
    }

    /** Everybody is found by number, on the whole or closer; neighbours of what is closer once more there. */
    private static Piece.Area area(Sheet.Shape shape, Line line, boolean marked, Words words) {
        var said = line.address().isEmpty()
                ? words.get("map.comuna.none", line.place())
                : line.place() + ": " + words.count("map.commitments", line.commitments());
        var address = line.address().filter(_ -> shape.isMarked()); // of a corner there is too little to be hit
        return new Piece.Area(
                shape.path(), marked ? line.mark() : "", shape.x(), shape.y(), line.step(), address, said);
    }
}
