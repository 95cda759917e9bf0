package org.cabildo.admin.ledger;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.details.Details;
import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.ListItem;
import com.vaadin.flow.component.html.OrderedList;
import com.vaadin.flow.component.html.Span;
import java.time.ZoneId;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.cabildo.admin.frame.Under;
import org.cabildo.admin.words.Words;
import org.cabildo.identity.Role;
import org.cabildo.ledger.History;
import org.cabildo.ledger.Told;
import org.jspecify.annotations.Nullable;

/** Steps of a history, newest first: who, what, when where the tenant is, and what it was before and is after. */
final class HistoryList extends OrderedList {

    private final transient ZoneId zone;
    private final transient Map<UUID, String> names;

    /** @param names of objects that are parts of what the history is of */
    HistoryList(List<History.Step> steps, Map<UUID, String> names, ZoneId zone) {
        this.zone = zone;
        this.names = Map.copyOf(names);
        addClassName("plain-list");
        steps.forEach(step -> add(item(step)));
    }

    private ListItem item(History.Step step) {
        var entry = step.told().entry();
        var what = new Span(Words.of("Act." + step.told().name()));
        what.addClassName("cell-title");
        var item = new ListItem(
                what,
                new Under("%s · %s · %s"
                        .formatted(Words.of("history.number", entry.number()), Words.of(entry.at(), zone), who(step))));
        var name = names.get(entry.subject().id());
        if (name != null) {
            item.add(new Under(name));
        }
        step.told().changes().forEach(change -> item.add(change(change)));
        step.told().words().forEach((said, words) -> item.add(said(said, words)));
        item.add(number(entry.number(), entry.hash()));
        item.addClassName("panel");
        return item;
    }

    private static String who(History.Step step) {
        var behalf = step.told().entry().behalf();
        var who = switch (step.doer()) {
            case PERSON -> step.name();
            case FORGOTTEN -> Words.of("history.forgotten");
            case HOUSE -> Words.of("history.house");
        };
        return behalf == null ? who : Words.of("history.behalf", who, behalf);
    }

    private static Component change(Told.Change change) {
        return new Div(new Span(changed(
                Words.of("history.change." + change.name()),
                value(change.name(), change.before()),
                value(change.name(), change.after()))));
    }

    private static String changed(String name, String before, String after) {
        if (before.isEmpty()) {
            return Words.of("history.given", name, after);
        }
        return after.isEmpty()
                ? Words.of("history.taken", name, before)
                : Words.of("history.changed", name, before, after);
    }

    private static String value(String name, @Nullable String value) {
        if (value == null) {
            return "";
        }
        return switch (name) {
            case "mends" -> Words.of("history.number", Long.valueOf(value));
            case "roles" ->
                Words.ofRoles(
                        Arrays.stream(value.split(",", -1)).map(Role::valueOf).toList());
            case "stage" -> Words.of("PlanStage." + value);
            default -> value;
        };
    }

    private static Component said(String name, String words) {
        var label = new Span(Words.of("history.word." + name) + ": ");
        if (name.equals("link") && words.startsWith("https://")) {
            return new Div(label, new Anchor(words, words));
        }
        var text = new Span(words);
        text.addClassName("prose");
        return new Div(label, text);
    }

    /** What only whoever checks that nothing was altered looks at. */
    private static Component number(long number, String hash) {
        var said = new Span(Words.of("history.number", number) + " " + hash);
        said.addClassNames("hash", "cell-under");
        return new Details(Words.of("plan.hash.check"), said);
    }
}
