package org.cabildo.admin.frame;

import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H2;
import com.vaadin.flow.component.html.Paragraph;
import java.util.List;
import org.cabildo.admin.words.Words;

/** Tells what another officer saved meanwhile in the fields that both changed, and lets this one choose field by field. */
public final class RacePanel extends Div {

    /** It comes above what somebody is typing: what they type stays before their eyes. */
    private static final String STAYS = """
            const at = document.activeElement;
            if (at && at.matches('input, textarea') && !this.contains(at))
              requestAnimationFrame(() => at.scrollIntoView({block: 'center'}));
            """;

    /**
     * @param differences what both changed
     * @param taken the fields that only the other officer changed
     * @param mine saves what stands in the fields
     * @param theirs shows what is saved in place of it
     */
    public RacePanel(Differences differences, List<String> taken, Runnable mine, Runnable theirs) {
        addClassName("panel");
        differences.choose(mine);
        add(new H2(Words.of("race.title")), new Paragraph(Words.of("race.text")), differences);
        if (!taken.isEmpty()) {
            add(new Paragraph(sentence(taken)));
        }
        var save = new Button(Words.of("race.mine"), _ -> mine.run());
        var buttons = new Div(save, new Button(Words.of("race.theirs"), _ -> theirs.run()));
        buttons.addClassName("actions");
        add(buttons);
        addAttachListener(_ -> getElement().executeJs(STAYS));
    }

    /** Says where the other officer's words are that nothing here stood against. */
    public static void tell(List<String> taken) {
        if (!taken.isEmpty()) {
            Notes.done(sentence(taken));
        }
    }

    private static String sentence(List<String> taken) {
        return Words.of("race.taken", String.join(", ", taken));
    }
}
