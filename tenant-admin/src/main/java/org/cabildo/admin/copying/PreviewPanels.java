package org.cabildo.admin.copying;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.html.DescriptionList;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H2;
import com.vaadin.flow.component.html.H3;
import com.vaadin.flow.component.html.ListItem;
import com.vaadin.flow.component.html.OrderedList;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.component.html.UnorderedList;
import java.util.List;
import java.util.stream.Collectors;
import org.cabildo.admin.frame.Badge;
import org.cabildo.admin.frame.Dated;
import org.cabildo.admin.frame.Portals;
import org.cabildo.admin.frame.Quiet;
import org.cabildo.admin.frame.Under;
import org.cabildo.admin.words.Words;
import org.cabildo.commitment.MilestoneDraft;
import org.cabildo.copying.From;
import org.cabildo.copying.Preview;
import org.cabildo.kernel.Period;
import org.cabildo.pillar.Pillars;
import org.jspecify.annotations.Nullable;

/** Where it comes from, what it lacks, and all its words. */
class PreviewPanels extends Div {

    private final transient Preview seen;

    PreviewPanels(Preview seen, List<Pillars.Line> pillars, Portals portals) {
        this.seen = seen;
        addClassNames("stack", "wide");
        add(source(portals), adapt(), said(pillars));
        if (!seen.whole().milestones().isEmpty()) {
            add(milestones());
        }
    }

    private Component source(Portals portals) {
        var origin = seen.origin();
        var library = seen.from() == From.NATIONAL_LIBRARY;
        var facts = facts();
        fact(facts, "copy.institution", new Span(origin.institution()));
        fact(facts, "copy.plan", new Span(origin.plan()));
        fact(facts, library ? "copy.code" : "copy.number", new Span(origin.code()));
        if (seen.published() != null) {
            fact(facts, "copy.published", new Span(Words.of(seen.published())));
        }
        if (!origin.path().isEmpty()) {
            fact(facts, "copy.page", portals.page(origin.path(), Words.of("copy.page.open")));
        }
        fact(facts, "copy.licence", new Span(Words.of(library ? "copy.licence.library" : "copy.licence.published")));
        return panel(
                new H2(Words.of("copy.source")), new Div(new Badge(Words.of(seen.from()), Badge.Tone.PLAIN)), facts);
    }

    /** What has to be written or looked at once it is copied. */
    private Component adapt() {
        var list = new UnorderedList();
        if (!seen.lacks().isEmpty()) {
            list.add(new ListItem(
                    Words.of("copy.lacks", seen.lacks().stream().map(Words::of).collect(Collectors.joining(", ")))));
        }
        if (seen.from() == From.NATIONAL_LIBRARY) {
            list.add(new ListItem(Words.of("copy.english")));
        }
        if (seen.then() != null) {
            list.add(new ListItem(Words.of(seen.cut() ? "copy.moved.cut" : "copy.moved")));
        }
        if (seen.from() == From.OTHERS) {
            list.add(new ListItem(Words.of("copy.theirs")));
        }
        if (!seen.pillars().isEmpty()) {
            list.add(new ListItem(Words.of("copy.pillars.missing", String.join(", ", seen.pillars()))));
        }
        return panel(new H2(Words.of("copy.adapt")), list, new Quiet(Words.of("copy.attributed")));
    }

    private Component said(List<Pillars.Line> pillars) {
        var said = seen.whole().said();
        var facts = facts();
        fact(facts, "commitment.title", text(said.title()));
        fact(facts, "commitment.problem", text(said.problem()));
        fact(facts, "commitment.description", text(said.description()));
        fact(facts, "commitment.actors", text(said.actors()));
        fact(facts, "commitment.responsible", text(said.responsible()));
        fact(facts, "copy.days", days(said.period(), seen.then()));
        for (var reason : said.relevance()) {
            fact(facts, "ogp." + reason.value(), text(reason.explanation()));
        }
        var on = pillars.stream()
                .filter(line -> said.pillars().contains(line.id().value()))
                .map(line -> line.said().name())
                .collect(Collectors.joining(", "));
        if (!on.isEmpty()) {
            fact(facts, "commitment.pillars", new Span(on));
        }
        said.details().said().forEach((part, words) -> fact(facts, "detail." + part, text(Words.detail(part, words))));
        return panel(new H2(Words.of("copy.said")), facts);
    }

    private Component milestones() {
        var list = new OrderedList();
        list.addClassName("plain-list");
        for (int i = 0; i < seen.whole().milestones().size(); i++) {
            list.add(milestone(seen.whole().milestones().get(i), seen.steps().get(i)));
        }
        return panel(new H2(Words.of("milestones.title")), list);
    }

    private static ListItem milestone(MilestoneDraft said, Period then) {
        var facts = facts();
        fact(facts, "milestone.deliverable", text(said.deliverable()));
        fact(facts, "copy.days", days(said.period(), then));
        if (said.weight() != 1) {
            fact(facts, "milestone.weight", new Span(Words.number(said.weight())));
        }
        return new ListItem(new H3(said.activity()), facts);
    }

    /** The days here, and those there. */
    private static Component days(@Nullable Period here, @Nullable Period there) {
        if (here == null || there == null) {
            return text("");
        }
        var then = new Under(Words.of("copy.days.there", there.start(), there.end()));
        return new Div(new Dated(Words.of("copy.days.here", here.start(), here.end())), then);
    }

    private static Component text(String said) {
        var text = new Span(said.isEmpty() ? Words.of("copy.empty") : said);
        text.addClassName(said.isEmpty() ? "quiet" : "prose");
        return text;
    }

    private static DescriptionList facts() {
        var facts = new DescriptionList();
        facts.addClassName("facts");
        return facts;
    }

    private static void fact(DescriptionList facts, String key, Component value) {
        facts.add(new DescriptionList.Term(Words.of(key)), new DescriptionList.Description(value));
    }

    private static Div panel(Component... parts) {
        var panel = new Div(parts);
        panel.addClassName("panel");
        return panel;
    }
}
