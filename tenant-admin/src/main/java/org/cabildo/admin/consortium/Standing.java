package org.cabildo.admin.consortium;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.ListItem;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.component.html.UnorderedList;
import java.time.ZoneId;
import java.util.List;
import java.util.function.Function;
import org.cabildo.admin.frame.Badge;
import org.cabildo.admin.frame.Quiet;
import org.cabildo.admin.words.Words;
import org.cabildo.consortium.MemberLine;
import org.cabildo.consortium.published.MemberRight;
import org.cabildo.consortium.published.MemberState;

/** How tenants stand to a consortium, line by line, with what can be done about each. */
final class Standing {

    private Standing() {}

    /** The consortia of a tenant, each that it belongs to leading to its workspace. */
    static Component consortia(List<MemberLine> lines, ZoneId zone, Function<MemberLine, List<Button>> acts) {
        return list(lines, zone, Standing::way, acts);
    }

    /** @param acts what can be done about a line; none: nothing */
    static Component members(List<MemberLine> lines, ZoneId zone, Function<MemberLine, List<Button>> acts) {
        return list(lines, zone, line -> new Span(line.name()), acts);
    }

    private static Component way(MemberLine line) {
        return line.state() == MemberState.MEMBER || line.state() == MemberState.SUSPENDED
                ? new Anchor("t/" + line.slug(), line.name())
                : new Span(line.name());
    }

    private static Component list(
            List<MemberLine> lines,
            ZoneId zone,
            Function<MemberLine, Component> names,
            Function<MemberLine, List<Button>> acts) {
        var list = new UnorderedList();
        list.addClassName("standing");
        lines.forEach(line -> list.add(new ListItem(item(line, zone, names.apply(line), acts.apply(line)))));
        return list;
    }

    private static Div item(MemberLine line, ZoneId zone, Component name, List<Button> acts) {
        name.getElement().getClassList().add("card-title");
        var badges = new Div(new Badge(Words.of(line.state()), tone(line.state())));
        badges.addClassName("badges");
        if (line.state() != MemberState.LEFT && line.state() != MemberState.DECLINED) {
            badges.add(new Badge(
                    Words.of(line.right()), line.right() == MemberRight.DECIDES ? Badge.Tone.GOOD : Badge.Tone.PLAIN));
        }
        var head = new Div(name, badges);
        head.addClassName("standing-head");
        var item = new Div(head);
        facts(item, line, zone);
        if (!acts.isEmpty()) {
            var buttons = new Div();
            buttons.addClassName("actions");
            acts.forEach(buttons::add);
            item.add(buttons);
        }
        return item;
    }

    private static void facts(Div item, MemberLine line, ZoneId zone) {
        var joined = line.joined();
        var source = line.source();
        if (joined != null) {
            item.add(new Quiet(
                    source == null
                            ? Words.of("consortia.since", Words.month(joined))
                            : Words.of("consortia.since.source", Words.month(joined), source)));
        }
        var link = line.link();
        if (link != null) {
            item.add(new Anchor(link, Words.of("consortia.document.open")));
        }
        if (!line.reason().isEmpty()) {
            item.add(new Paragraph(Words.of("consortia.reason.line", line.reason())));
        }
        var by = line.changedBy();
        var at = Words.of(line.changedAt(), zone);
        item.add(new Quiet(by == null ? Words.of("consortia.changed", at) : Words.of("consortia.changed.by", at, by)));
    }

    /** Something that can be done about a line: its name for whoever does not see the line. */
    static Button act(String key, MemberLine line, Runnable work) {
        var button = new Button(Words.of(key), _ -> work.run());
        button.addThemeVariants(ButtonVariant.SMALL);
        button.setAriaLabel(Words.of(key + ".of", line.name()));
        return button;
    }

    private static Badge.Tone tone(MemberState state) {
        return switch (state) {
            case MEMBER -> Badge.Tone.GOOD;
            case INVITED -> Badge.Tone.BUSY;
            case SUSPENDED -> Badge.Tone.BAD;
            case DECLINED, LEFT -> Badge.Tone.PLAIN;
        };
    }
}
