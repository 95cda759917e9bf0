package org.cabildo.admin.frame;

import com.vaadin.flow.component.combobox.MultiSelectComboBox;
import com.vaadin.flow.component.combobox.MultiSelectComboBoxI18n;
import org.cabildo.admin.words.Words;

/** Lets fields of several choices tell those who do not see them, in their language, what is chosen. */
public final class Several {

    private Several() {}

    /** The same field, which speaks. */
    public static <F extends MultiSelectComboBox<?>> F speaking(F field) {
        field.setI18n(new MultiSelectComboBoxI18n()
                .setCleared(Words.of("several.cleared"))
                .setFocused(Words.of("several.focused"))
                .setSelected(Words.of("several.selected"))
                .setDeselected(Words.of("several.deselected"))
                .setTotal(Words.of("several.total") + " {count}"));
        return field;
    }
}
