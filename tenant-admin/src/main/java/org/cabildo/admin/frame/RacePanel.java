package org.cabildo.admin.frame;

import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H3;
import com.vaadin.flow.component.html.Paragraph;
import org.cabildo.admin.words.Words;

/** Tells what another officer saved meanwhile, field by field, and lets this one decide. */
final class RacePanel extends Div {

    RacePanel(Differences differences, Runnable mine, Runnable theirs) {
        addClassName("panel");
        add(new H3(Words.of("sheet.race.title")));
        if (differences.isEmpty()) {
            add(new Paragraph(Words.of("sheet.race.same")));
        } else {
            add(new Paragraph(Words.of("race.text")), differences);
        }
        var buttons = new Div(
                new Button(Words.of("race.mine"), _ -> mine.run()),
                new Button(Words.of("race.theirs"), _ -> theirs.run()));
        buttons.addClassName("actions");
        add(buttons);
    }
}
