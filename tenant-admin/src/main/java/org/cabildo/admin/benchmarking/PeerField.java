package org.cabildo.admin.benchmarking;

import com.vaadin.flow.component.combobox.ComboBox;
import java.util.ArrayList;
import java.util.List;
import org.cabildo.admin.words.Words;
import org.cabildo.benchmarking.Peers;
import org.cabildo.benchmarking.Selection;
import org.cabildo.benchmarking.World;
import org.cabildo.calendar.Governments;
import org.cabildo.calendar.PndrClass;
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

    /** Offers whoever can be compared with in this world, and chooses the wanted ones if they are among them. */
    void offer(World world, List<Selection> selections, Peers wanted) {
        var choices = choices(world);
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

    private List<Choice> choices(World world) {
        var choices = new ArrayList<Choice>();
        choices.add(new Choice(new Peers.All(), Words.of("comparison.everybody")));
        if (world.kind() == TenantKind.MUNICIPALITY) {
            for (var region : governments.regions()) {
                choices.add(new Choice(new Peers.OfRegion(region.code()), region.name()));
            }
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
