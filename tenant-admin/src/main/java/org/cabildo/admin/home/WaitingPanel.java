package org.cabildo.admin.home;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H2;
import com.vaadin.flow.component.html.ListItem;
import com.vaadin.flow.component.html.Section;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.component.html.UnorderedList;
import java.util.Map;
import org.cabildo.admin.frame.Badge;
import org.cabildo.admin.words.Words;
import org.cabildo.identity.Place;
import org.cabildo.operation.Finding;
import org.cabildo.operation.HealthReport;

/** What waits for a coordinator: plans in spaces of their own, and parts of the house that are not well. */
class WaitingPanel extends Section {

    /** @param plans how many plans wait in which place */
    WaitingPanel(HealthReport report, Map<Place, Integer> plans) {
        var list = new UnorderedList();
        list.addClassName("plain-list");
        plans.forEach((place, count) -> {
            if (count > 0) {
                list.add(plans(place, count));
            }
        });
        report.findings().stream()
                .filter(finding -> finding.condition() != Finding.Condition.GOOD)
                .forEach(finding -> list.add(part(finding)));
        add(new H2(Words.of("home.waits")), list);
        setVisible(list.getComponentCount() > 0);
    }

    private static ListItem plans(Place place, int count) {
        var link = new Anchor("/t/" + place.slug(), place.name());
        link.setRouterIgnore(true);
        return item(new Badge(Words.of("home.waiting", count), Badge.Tone.BUSY), link);
    }

    private static ListItem part(Finding finding) {
        var badge = new Badge(
                Words.of(finding.condition()),
                finding.condition() == Finding.Condition.DOWN ? Badge.Tone.BAD : Badge.Tone.BUSY);
        var failed = finding.advice() == Finding.Advice.ORDERS_FAILED;
        var link = new Anchor(failed ? "/nacional/ordenes?estado=FAILED" : "/nacional/salud", Words.of(finding.part()));
        return item(
                badge,
                link,
                new Span(Words.of(
                        "Advice." + finding.advice().name(), finding.facts().toArray())));
    }

    private static ListItem item(Component... parts) {
        var line = new Div(parts);
        line.addClassName("waiting");
        return new ListItem(line);
    }
}
