package org.cabildo.admin.pillar;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.checkbox.CheckboxGroup;
import com.vaadin.flow.component.textfield.TextArea;
import com.vaadin.flow.component.textfield.TextField;
import java.util.Collection;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.cabildo.admin.frame.Attempt;
import org.cabildo.admin.frame.Differences;
import org.cabildo.admin.frame.DraftForm;
import org.cabildo.admin.frame.Fields;
import org.cabildo.admin.frame.Typed;
import org.cabildo.admin.words.Words;
import org.cabildo.pillar.PillarDraft;
import org.jspecify.annotations.Nullable;

/** Asks what a pillar is. */
class PillarForm implements DraftForm<PillarDraft> {

    static final List<String> VALUES = List.of("ATI", "CP", "PA", "TEC");
    final TextField name;
    final TextArea definition;
    final TextArea deliverables;
    final TextArea duties;
    final CheckboxGroup<String> values = new CheckboxGroup<>(Words.of("pillars.values"));

    PillarForm(@Nullable PillarDraft said) {
        name = Fields.line(Words.of("pillars.name"), said == null ? "" : said.name(), 120);
        name.setRequiredIndicatorVisible(true);
        definition = Fields.text(
                Words.of("pillars.definition"),
                Words.of("pillars.definition.hint"),
                said == null ? "" : said.definition());
        deliverables = Fields.text(
                Words.of("pillars.deliverables"),
                Words.of("one.per.line"),
                said == null ? "" : lines(said.deliverables()));
        duties = Fields.text(
                Words.of("pillars.duties"), Words.of("one.per.line"), said == null ? "" : lines(said.duties()));
        values.setItems(VALUES);
        values.setItemLabelGenerator(value -> Words.of("ogp." + value));
        values.setValue(said == null ? Set.of() : Set.copyOf(said.ogpValues()));
    }

    Component[] fields() {
        return new Component[] {name, definition, values, deliverables, duties};
    }

    @Override
    public PillarDraft said() {
        return new PillarDraft(
                name.getValue(),
                definition.getValue().strip(),
                Fields.items(deliverables),
                Fields.items(duties),
                VALUES.stream().filter(values.getValue()::contains).toList());
    }

    @Override
    public Differences differences(PillarDraft theirs) {
        return new Differences()
                .in(name.getLabel(), name.getValue(), theirs.name(), () -> name.setValue(theirs.name()))
                .in(
                        definition.getLabel(),
                        definition.getValue(),
                        theirs.definition(),
                        () -> definition.setValue(theirs.definition()))
                .in(
                        values.getLabel(),
                        named(values.getValue()),
                        named(theirs.ogpValues()),
                        () -> values.setValue(Set.copyOf(theirs.ogpValues())))
                .in(
                        deliverables.getLabel(),
                        deliverables.getValue(),
                        lines(theirs.deliverables()),
                        () -> deliverables.setValue(lines(theirs.deliverables())))
                .in(
                        duties.getLabel(),
                        duties.getValue(),
                        lines(theirs.duties()),
                        () -> duties.setValue(lines(theirs.duties())));
    }

    private static String lines(List<String> items) {
        return String.join("\n", items);
    }

    private static String named(Collection<String> values) {
        return VALUES.stream()
                .filter(values::contains)
                .map(value -> Words.of("ogp." + value))
                .collect(Collectors.joining("; "));
    }

    /** The fields as they are kept before the first saving. */
    Typed typed() {
        return new Typed()
                .text("name", name)
                .text("definition", definition)
                .several("values", values)
                .text("deliverables", deliverables)
                .text("duties", duties);
    }

    Attempt placed(Attempt attempt) {
        return attempt.needing(name).needing(values).at(name, "pillar.name").at(values, "pillar.values");
    }
}
