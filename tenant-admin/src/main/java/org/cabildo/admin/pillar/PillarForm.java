package org.cabildo.admin.pillar;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.checkbox.CheckboxGroup;
import com.vaadin.flow.component.textfield.TextArea;
import com.vaadin.flow.component.textfield.TextField;
import java.util.List;
import java.util.Set;
import org.cabildo.admin.frame.Attempt;
import org.cabildo.admin.frame.Fields;
import org.cabildo.admin.words.Words;
import org.cabildo.pillar.PillarDraft;
import org.jspecify.annotations.Nullable;

/** Asks what a pillar is. */
class PillarForm {

    static final List<String> VALUES = List.of("ATI", "CP", "PA", "TEC");
    final TextField name;
    final TextArea definition;
    final TextArea deliverables;
    final TextArea duties;
    final CheckboxGroup<String> values = new CheckboxGroup<>(Words.of("pillars.values"));

    PillarForm(@Nullable PillarDraft said) {
        name = Fields.line(Words.of("pillars.name"), said == null ? "" : said.name(), 200);
        name.setRequiredIndicatorVisible(true);
        definition = Fields.text(
                Words.of("pillars.definition"),
                Words.of("pillars.definition.hint"),
                said == null ? "" : said.definition());
        deliverables = Fields.text(
                Words.of("pillars.deliverables"),
                Words.of("one.per.line"),
                said == null ? "" : String.join("\n", said.deliverables()));
        duties = Fields.text(
                Words.of("pillars.duties"),
                Words.of("one.per.line"),
                said == null ? "" : String.join("\n", said.duties()));
        values.setItems(VALUES);
        values.setItemLabelGenerator(value -> Words.of("ogp." + value));
        values.setValue(said == null ? Set.of() : Set.copyOf(said.ogpValues()));
    }

    Component[] fields() {
        return new Component[] {name, definition, values, deliverables, duties};
    }

    PillarDraft said() {
        return new PillarDraft(
                name.getValue(),
                definition.getValue().strip(),
                Fields.items(deliverables),
                Fields.items(duties),
                VALUES.stream().filter(values.getValue()::contains).toList());
    }

    Attempt placed(Attempt attempt) {
        return attempt.at(name, "pillar.name").at(values, "pillar.values");
    }
}
