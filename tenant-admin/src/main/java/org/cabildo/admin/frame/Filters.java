package org.cabildo.admin.frame;

import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.icon.VaadinIcon;
import com.vaadin.flow.component.select.Select;
import com.vaadin.flow.component.textfield.TextField;
import com.vaadin.flow.server.Command;
import java.util.List;
import org.cabildo.admin.words.Words;

/** The fields above a list that narrow what it shows. */
public final class Filters extends Div {

    private final Command changed;

    /** @param changed called whenever another part of the list is wanted */
    public Filters(Command changed) {
        this.changed = changed;
        addClassName("filters");
    }

    /**
     * Adds the field that searches for words, asked once typing pauses.
     *
     * @param hint key of what can be searched for
     */
    public Filters search(TextField field, String hint) {
        field.setPlaceholder(Words.of(hint));
        field.setClearButtonVisible(true);
        Pauses.tell(field);
        field.setPrefixComponent(VaadinIcon.SEARCH.create());
        field.addValueChangeListener(_ -> changed.execute());
        add(field);
        return this;
    }

    /**
     * Adds a choice of one of these values, or any.
     *
     * @param label key of its name
     */
    public <E extends Enum<E>> Filters choice(Select<E> field, String label, List<E> values) {
        field.setLabel(Words.of(label));
        field.setItems(values);
        field.setEmptySelectionAllowed(true);
        field.setEmptySelectionCaption(Words.of("any"));
        field.setItemLabelGenerator(one -> one == null ? Words.of("any") : Words.of(one));
        field.addValueChangeListener(_ -> changed.execute());
        add(field);
        return this;
    }
}
