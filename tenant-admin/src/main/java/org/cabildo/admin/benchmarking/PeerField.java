package org.cabildo.admin.benchmarking;

import com.vaadin.flow.component.combobox.ComboBox;
import java.util.ArrayList;
import java.util.List;
import org.cabildo.admin.words.Words;
import org.cabildo.benchmarking.Comparison.Line;
import org.cabildo.benchmarking.Group;
import org.cabildo.benchmarking.Peers;
import org.cabildo.benchmarking.Selection;
import org.cabildo.benchmarking.World;
import org.cabildo.calendar.Governments;
import org.cabildo.calendar.PndrClass;
import org.cabildo.calendar.Region;
import org.cabildo.tenancy.TenantKind;

/** Asks with whom to compare. */
class PeerField extends ComboBox<PeerField.Choice> {

    /** With whom one may compare, and how the field calls it. */
    record Choice(Peers peers, String label) {}

    private final transient Governments governments;

    PeerField(Governments governments) {
        super(Words.of("comparison.peers"));
        this.governments = governments;
        setItemLabelGenerator(Choice::label);
    }

    /** Offers whoever of all can be compared with in this world, and chooses the wanted ones if they are among them. */
    void offer(World world, List<Line> all, List<Selection> selections, Peers wanted) {
        var choices = choices(world, all);
        selections.stream()
                .filter(one -> one.kind() == world.kind() && one.synthetic() == world.synthetic())
                .forEach(one -> choices.add(new Choice(new Peers.Chosen(one.id()), one.name())));
        setItems(choices);
        setValue(choices.stream()
                .filter(choice -> choice.peers().equals(wanted))
                .findFirst()
                .orElse(choices.getFirst()));
    }

    /** Whom it names now; emptied, it names everybody. */
    Peers chosen() {
        var choice = getValue();
        return choice == null ? new Peers.All() : choice.peers();
    }

    /** Invented municipalities lie in few regions, if in any: the others are not offered. */
    private static boolean isEmpty(World world, List<Line> all, Region region) {
        var peers = new Peers.OfRegion(region.code());
        return world.synthetic()
                && Group.among(all, world, peers, Selection.NONE).lines().isEmpty();
    }

    private List<Choice> choices(World world, List<Line> all) {
        var choices = new ArrayList<Choice>();
        choices.add(new Choice(new Peers.All(), Words.of("comparison.everybody")));
        if (world.kind() == TenantKind.MUNICIPALITY) {
            governments.regions().stream()
                    .filter(region -> !isEmpty(world, all, region))
                    .forEach(region -> choices.add(new Choice(new Peers.OfRegion(region.code()), region.name())));
            for (var pndr : PndrClass.values()) {
                choices.add(new Choice(new Peers.OfClass(pndr), Words.of("comparison.class", Words.of(pndr))));
            }
            for (var band : governments.populationBands()) {
                choices.add(new Choice(new Peers.OfBand(band.atLeast()), Words.of("comparison.band", band.name())));
            }
        }
        return choices;
    }
}
