package org.cabildo.admin.copying;

import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.html.Span;
import java.util.Optional;
import org.cabildo.admin.frame.Confirm;
import org.cabildo.admin.frame.Notes;
import org.cabildo.admin.frame.Portals;
import org.cabildo.admin.frame.Quiet;
import org.cabildo.admin.words.Words;
import org.cabildo.commitment.CommitmentOrigins;
import org.cabildo.commitment.CommitmentView;
import org.cabildo.commitment.published.Origin;
import org.springframework.stereotype.Component;

/** Says in the editor what a commitment was adapted from, and what to look at before it is proposed. */
@Component
public class OriginPanels {

    private final CommitmentOrigins origins;
    private final Portals portals;

    OriginPanels(CommitmentOrigins origins, Portals portals) {
        this.origins = origins;
        this.portals = portals;
    }

    /**
     * What this commitment was adapted from; empty if it was not.
     *
     * @param editor whether the person may change it
     */
    public Optional<Div> of(CommitmentView seen, boolean editor) {
        return origins.of(seen.id()).map(origin -> panel(seen, origin, editor));
    }

    private Div panel(CommitmentView seen, Origin origin, boolean editor) {
        var line = new Paragraph(Words.of("origin.line") + " ");
        line.add(
                origin.path().isEmpty()
                        ? new Span("«" + origin.title() + "»")
                        : portals.page(origin.path(), "«" + origin.title() + "»"));
        var library = origin.kind() == Origin.Kind.NATIONAL_LIBRARY;
        var whose = new Quiet(Words.of(
                library ? "origin.library" : "origin.published",
                origin.institution(),
                origin.plan(),
                origin.code(),
                origin.copied()));
        var panel = new Div(line, whose);
        panel.addClassName("panel");
        if (!seen.published()) {
            panel.add(new Paragraph(Words.of("origin.adapt")));
            if (editor) {
                var remove = new Button(Words.of("origin.remove"), _ -> ask(seen, panel));
                remove.addThemeVariants(ButtonVariant.TERTIARY);
                var buttons = new Div(remove);
                buttons.addClassName("actions");
                panel.add(buttons);
            }
        }
        return panel;
    }

    private void ask(CommitmentView seen, Div panel) {
        Confirm.losing(Words.of("origin.remove.ask"), Words.of("origin.remove.text"), Words.of("origin.remove"), () -> {
            origins.remove(seen.id());
            panel.removeFromParent();
            Notes.done(Words.of("origin.removed"));
        });
    }
}
