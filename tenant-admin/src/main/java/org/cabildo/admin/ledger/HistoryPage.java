package org.cabildo.admin.ledger;

import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.router.BeforeEnterEvent;
import com.vaadin.flow.router.BeforeEnterObserver;
import com.vaadin.flow.router.RouteParameters;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.cabildo.admin.frame.Here;
import org.cabildo.admin.frame.Page;
import org.cabildo.admin.words.Words;
import org.cabildo.kernel.Unknown;
import org.cabildo.ledger.History;

/** The history of one thing, with the way back to it. */
abstract class HistoryPage extends Page implements BeforeEnterObserver {

    private final transient Here here;
    private final Div way = new Div();
    final Div content = new Div();

    /**
     * What is shown.
     *
     * @param name of what the history is of
     * @param path of its page, within the tenant
     * @param place what that page is called
     * @param names of objects that are parts of it
     * @param none what is said where nothing was recorded
     */
    record Shown(
            String name, String path, String place, List<History.Step> steps, Map<UUID, String> names, String none) {

        Shown(String name, String path, String place, List<History.Step> steps, Map<UUID, String> names) {
            this(name, path, place, steps, names, Words.of("history.empty"));
        }
    }

    HistoryPage(Here here) {
        super(Words.of("history.title"));
        this.here = here;
        under(way);
        lead(Words.of("history.lead"));
        add(content);
    }

    /** Reads what the address names. @throws Unknown if it is not there */
    abstract Shown read(RouteParameters parameters);

    @Override
    public void beforeEnter(BeforeEnterEvent event) {
        var shown = read(event.getRouteParameters());
        title(Words.of("history.of", shown.name()));
        way.removeAll();
        way.add(new Anchor(here.path(shown.path()), Words.of("history.back", shown.place())));
        content.removeAll();
        content.add(
                shown.steps().isEmpty()
                        ? new Paragraph(shown.none())
                        : new HistoryList(shown.steps(), shown.names(), here.zone()));
    }

    static UUID id(RouteParameters parameters, String name) {
        var text = parameters.get(name).orElse("");
        try {
            return UUID.fromString(text);
        } catch (IllegalArgumentException e) {
            throw new Unknown(name, text);
        }
    }
}
