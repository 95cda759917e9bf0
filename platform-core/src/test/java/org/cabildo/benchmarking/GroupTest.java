package org.cabildo.benchmarking;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.cabildo.benchmarking.Comparison.Line;
import org.cabildo.calendar.PndrClass;
import org.cabildo.kernel.Ids;
import org.cabildo.tenancy.TenantId;
import org.cabildo.tenancy.TenantKind;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class GroupTest {

    private static final World REAL = World.MUNICIPALITIES;
    private static final World INVENTED = new World(TenantKind.MUNICIPALITY, true);
    private static final World REGIONS = new World(TenantKind.REGIONAL_GOVERNMENT, false);

    @Test
    void worldsAreNeverMixed() {
        var all = List.of(
                line("MUNICIPALITY", "13", false, 10.0),
                line("MUNICIPALITY", "13", true, 20.0),
                line("REGIONAL_GOVERNMENT", "13", false, 30.0),
                line("CONSORTIUM", "13", false, 40.0));

        assertThat(among(all, REAL, new Peers.OfRegion("13")).lines()).containsExactly(all.get(0));
        assertThat(among(all, INVENTED, new Peers.All()).lines()).containsExactly(all.get(1));
        assertThat(among(all, REGIONS, new Peers.All()).lines()).containsExactly(all.get(2));
        assertThat(among(all, World.of(all.get(3)), new Peers.All()).lines()).isEmpty();
    }

    @Test
    void peersAreOfTheSameRegionClassOrBand() {
        var one = line("MUNICIPALITY", "13", false, 10.0);
        var other = new Line(
                one.tenant(), "Otra", "otra", "MUNICIPALITY", "16101", "16", "RURAL", 5_000, false, 1, 1, 1, 0, 9.0, 1);

        assertThat(among(List.of(one, other), REAL, new Peers.OfRegion("16")).lines())
                .containsExactly(other);
        assertThat(among(List.of(one, other), REAL, new Peers.OfClass(PndrClass.RURAL))
                        .lines())
                .containsExactly(other);
        assertThat(among(List.of(one, other), REAL, new Peers.OfBand(5_000)).lines())
                .containsExactly(other);
    }

    @Test
    void theBestComesFirstWhicheverWayIsBetterAndEqualsShareAPlace() {
        var all = new ArrayList<Line>();
        for (var progress : List.of(10.0, 50.0, 50.0, 70.0, 90.0)) {
            all.add(line("MUNICIPALITY", "13", false, progress));
        }
        var group = among(all, REAL, new Peers.All());

        assertThat(group.place(Indicator.PROGRESS, all.get(1))).contains(new Group.Place(3, 5, false));
        assertThat(group.place(Indicator.PROGRESS, all.get(2))).contains(new Group.Place(3, 5, false));
        assertThat(group.place(Indicator.PROGRESS, all.get(4))).contains(new Group.Place(1, 5, false));
        assertThat(group.place(Indicator.LATE, all.get(4))).contains(new Group.Place(1, 5, false));
        assertThat(group.place(Indicator.PROGRESS, line("MUNICIPALITY", "13", false, 1.0)))
                .isEmpty();
    }

    @Test
    void inASmallGroupNobodyHasAPlace() {
        var all = new ArrayList<Line>();
        for (int i = 1; i <= 4; i++) {
            all.add(line("MUNICIPALITY", "13", false, i * 10.0));
        }
        var group = among(all, REAL, new Peers.All());

        assertThat(group.place(Indicator.PROGRESS, all.getFirst())).isEmpty();
        assertThat(group.spread(Indicator.PROGRESS)).isEqualTo(new Spread(4, null));
    }

    @Test
    void whoHasNothingToCountIsNotCounted() {
        var all = List.of(line("MUNICIPALITY", "13", false, 10.0), line("MUNICIPALITY", "13", false, null));

        assertThat(among(all, REAL, new Peers.All()).spread(Indicator.PROGRESS).n())
                .isEqualTo(1);
    }

    @Test
    void whatStandsInAnAddressIsReadAgain() {
        var selection = new Peers.Chosen(new Peers.SelectionId(Ids.next()));
        for (var peers : List.of(
                new Peers.All(),
                new Peers.OfRegion("09"),
                new Peers.OfClass(PndrClass.MIXTA),
                new Peers.OfBand(20_000),
                selection)) {
            assertThat(Peers.read(peers.text())).contains(peers);
        }
        for (var nonsense :
                List.of("x", "region:", "region:999", "poblacion:-1", "ruralidad:X", "seleccion:1", "a:b")) {
            assertThat(Peers.read(nonsense)).isEmpty();
        }
    }

    @Test
    void aSelectionHoldsItsMembersOnly() {
        var in = line("MUNICIPALITY", "13", false, 10.0);
        var out = line("MUNICIPALITY", "13", false, 20.0);
        var id = new Peers.SelectionId(UUID.randomUUID());
        var selection = new Selection(id, "Vecinas", TenantKind.MUNICIPALITY, false, Set.of(in.tenant()));

        assertThat(Group.among(List.of(in, out), REAL, new Peers.Chosen(id), selection)
                        .lines())
                .containsExactly(in);
        assertThat(among(List.of(in, out), REAL, new Peers.Chosen(id)).lines()).isEmpty();
    }

    private static Group among(List<Line> all, World world, Peers peers) {
        return Group.among(all, world, peers, Selection.NONE);
    }

    private static Line line(String kind, String region, boolean synthetic, @Nullable Double progress) {
        int late = progress == null ? 0 : (int) (100 - progress);
        return new Line(
                new TenantId(Ids.next()),
                "Una",
                "una",
                kind,
                "13101",
                region,
                "URBANA",
                100_000,
                synthetic,
                progress == null ? 0 : 1,
                100,
                100 - late,
                late,
                progress,
                3);
    }
}
