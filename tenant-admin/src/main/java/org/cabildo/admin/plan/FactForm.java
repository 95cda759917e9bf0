package org.cabildo.admin.plan;

import com.vaadin.flow.component.select.Select;
import com.vaadin.flow.component.textfield.TextField;
import java.util.List;
import org.cabildo.admin.frame.Attempt;
import org.cabildo.admin.frame.DayField;
import org.cabildo.admin.frame.Fields;
import org.cabildo.admin.words.Words;
import org.cabildo.plan.Fact;

/** Asks for a fact: what, when, and where that is written. */
class FactForm {

    final Select<Fact.Kind> kind =
            Fields.choice(Words.of("facts.kind"), List.of(Fact.Kind.values()), Fact.Kind.APPLICATION);
    final TextField statement = Fields.line(Words.of("facts.statement"), "", 500);
    final DayField happened = Fields.day(Words.of("facts.day"), null);
    final Select<Fact.Precision> precision =
            Fields.choice(Words.of("facts.precision"), List.of(Fact.Precision.values()), Fact.Precision.DAY);
    final TextField source = Fields.line(Words.of("facts.source"), "", 500);

    FactForm() {
        happened.setRequiredIndicatorVisible(true);
        statement.setRequiredIndicatorVisible(true);
        source.setRequiredIndicatorVisible(true);
        source.setHelperText(Words.of("facts.source.hint"));
        precision.addValueChangeListener(_ -> {
            var dated = isDated();
            happened.setEnabled(dated);
            happened.setRequiredIndicatorVisible(dated);
            if (!dated) {
                happened.clear();
            }
        });
    }

    Fact said() {
        return new Fact(kind.getValue(), statement.getValue(), happened.day(), precision.getValue(), source.getValue());
    }

    private boolean isDated() {
        return precision.getValue() != Fact.Precision.UNDATED;
    }

    Attempt placed(Attempt attempt) {
        if (isDated()) {
            attempt.needing(happened);
        }
        return attempt.needing(statement, source)
                .at(statement, "fact.statement")
                .at(source, "fact.source")
                .at(happened, "fact.date");
    }
}
