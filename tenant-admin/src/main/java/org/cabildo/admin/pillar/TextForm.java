package org.cabildo.admin.pillar;

import com.vaadin.flow.component.textfield.TextArea;
import java.util.List;
import org.cabildo.admin.frame.Differences;
import org.cabildo.admin.frame.DraftForm;
import org.cabildo.admin.frame.Fields;
import org.cabildo.admin.words.Words;
import org.cabildo.pillar.Pillars;

/** Asks what open government is here, and what for. */
class TextForm implements DraftForm<TextForm.Said> {

    /** What is typed. */
    record Said(String definition, List<String> benefits) {

        static Said of(Pillars.Text text) {
            return new Said(text.definition(), text.benefits());
        }
    }

    final TextArea definition;
    final TextArea benefits;

    TextForm(Pillars.Text said) {
        definition = Fields.text(Words.of("pillars.text"), Words.of("pillars.text.hint"), said.definition());
        benefits =
                Fields.text(Words.of("pillars.benefits"), Words.of("one.per.line"), String.join("\n", said.benefits()));
    }

    @Override
    public Said said() {
        return new Said(definition.getValue(), Fields.items(benefits));
    }

    @Override
    public Differences differences(Said theirs) {
        var lines = String.join("\n", theirs.benefits());
        return new Differences()
                .in(
                        definition.getLabel(),
                        definition.getValue(),
                        theirs.definition(),
                        () -> definition.setValue(theirs.definition()))
                .in(benefits.getLabel(), benefits.getValue(), lines, () -> benefits.setValue(lines));
    }
}
