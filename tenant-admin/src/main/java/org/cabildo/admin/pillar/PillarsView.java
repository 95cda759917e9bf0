package org.cabildo.admin.pillar;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H2;
import com.vaadin.flow.component.html.H3;
import com.vaadin.flow.component.html.ListItem;
import com.vaadin.flow.component.html.OrderedList;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.component.html.UnorderedList;
import com.vaadin.flow.component.icon.VaadinIcon;
import com.vaadin.flow.component.select.Select;
import com.vaadin.flow.router.Route;
import jakarta.annotation.security.PermitAll;
import java.time.Clock;
import java.util.List;
import java.util.Objects;
import org.cabildo.admin.frame.Attempt;
import org.cabildo.admin.frame.Autosave;
import org.cabildo.admin.frame.Badge;
import org.cabildo.admin.frame.Beginnings;
import org.cabildo.admin.frame.Confirm;
import org.cabildo.admin.frame.Fields;
import org.cabildo.admin.frame.Here;
import org.cabildo.admin.frame.Notes;
import org.cabildo.admin.frame.OfficeLayout;
import org.cabildo.admin.frame.Page;
import org.cabildo.admin.frame.SharedDraft;
import org.cabildo.admin.frame.SharedDraft.Seen;
import org.cabildo.admin.frame.Sheet;
import org.cabildo.admin.frame.Unsaved;
import org.cabildo.admin.words.Words;
import org.cabildo.begun.Beginning;
import org.cabildo.identity.Officer;
import org.cabildo.identity.Role;
import org.cabildo.kernel.Refused;
import org.cabildo.kernel.Unknown;
import org.cabildo.pillar.PillarDraft;
import org.cabildo.pillar.PillarId;
import org.cabildo.pillar.PillarTemplate;
import org.cabildo.pillar.PillarTemplates;
import org.cabildo.pillar.Pillars;
import org.cabildo.pillar.Pillars.Line;
import org.jspecify.annotations.Nullable;

/** The pillars in force, in order; what officers change here the public reads after the next publication. */
@Route(value = "t/:tenant/pilares", layout = OfficeLayout.class)
@PermitAll
class PillarsView extends Page {

    private final transient Pillars pillars;
    private final transient PillarTemplates templates;
    private final transient Here here;
    private final transient Clock clock;
    private final boolean editor = Officer.current().may(Role.EDITOR);
    final Button add = new Button(Words.of("pillars.add"));
    final Button publish = new Button(Words.of("pillars.publish"));
    final Button begin = new Button(Words.of("pillars.begin"));
    private final Div state = new Div();
    final Div list = new Div();
    private final Div text = new Div();
    private final Div sets = new Div();
    private final Unsaved begun;

    PillarsView(Pillars pillars, PillarTemplates templates, Beginnings beginnings, Here here, Clock clock) {
        super(Words.of("nav.pillars"));
        this.pillars = pillars;
        this.templates = templates;
        this.here = here;
        this.clock = clock;
        lead(Words.of("pillars.lead"));
        state.addClassName("badges");
        state.getElement().setAttribute("role", "status");
        under(state, new Anchor(here.path("historia?desde=pilares"), Words.of("history.settings.link")));
        add.setVisible(editor);
        add.addClickListener(_ -> ask(null));
        begin.setVisible(Officer.current().may(Role.ADMINISTRATOR));
        begin.addClickListener(_ -> askTemplate());
        publish.setVisible(Officer.current().may(Role.APPROVER));
        publish.addThemeVariants(ButtonVariant.PRIMARY);
        publish.addClickListener(_ -> Confirm.before(
                Words.of("pillars.publish.ask"), Words.of("pillars.publish.text"), Words.of("pillars.publish"), () -> {
                    pillars.publish();
                    show();
                    Notes.done(Words.of("pillars.published"));
                }));
        actions(begin, add, publish);
        begun = beginnings.of(Beginning.pillar(), "name", () -> ask(null));
        add(begun, list, text, sets);
        show();
    }

    private void show() {
        var changed = pillars.hasUnpublishedChanges();
        publish.setEnabled(changed);
        state.removeAll();
        state.add(
                changed
                        ? new Badge(Words.of("pillars.changed"), Badge.Tone.BUSY)
                        : new Badge(Words.of("pillars.current"), Badge.Tone.GOOD));
        var all = pillars.all();
        var inUse = all.stream().filter(line -> !line.retired()).toList();
        list.removeAll();
        var ordered = new OrderedList();
        ordered.addClassName("plain-list");
        for (var line : inUse) {
            ordered.add(new ListItem(panel(line, inUse.size())));
        }
        list.add(ordered);
        var retired = all.stream().filter(Line::retired).toList();
        if (!retired.isEmpty()) {
            var old = new UnorderedList();
            old.addClassName("plain-list");
            retired.forEach(line -> old.add(new ListItem(panel(line, 0))));
            list.add(new H2(Words.of("pillars.retired")), old);
        }
        showText();
        showSets();
    }

    private Component panel(Line line, int inUse) {
        var said = line.said();
        var title = line.retired() ? new H3(said.name()) : minor(said.name());
        var head = new Div(title);
        head.addClassName("panel-head");
        var buttons = new Div();
        buttons.addClassName("actions");
        if (editor && line.retired()) {
            buttons.add(icon(VaadinIcon.ROTATE_LEFT, "pillars.restore", line, () -> pillars.restore(line.id())));
        } else if (editor) {
            var up = icon(VaadinIcon.ARROW_UP, "pillars.up", line, () -> pillars.move(line.id(), line.position() - 1));
            up.setEnabled(line.position() > 1);
            var down = icon(
                    VaadinIcon.ARROW_DOWN, "pillars.down", line, () -> pillars.move(line.id(), line.position() + 1));
            down.setEnabled(line.position() < inUse);
            var change = new Button(VaadinIcon.EDIT.create(), _ -> ask(line));
            label(change, "pillars.change", line);
            var retire = new Button(VaadinIcon.BAN.create(), _ -> retire(line));
            label(retire, "pillars.retire", line);
            buttons.add(up, down, change, retire);
        }
        head.add(buttons);
        var panel = new Div(head);
        panel.addClassName("panel");
        if (!said.definition().isBlank()) {
            var definition = new Paragraph(said.definition());
            definition.addClassName("prose");
            panel.add(definition);
        }
        var badges = new Div();
        badges.addClassName("badges");
        said.ogpValues().forEach(value -> badges.add(new Badge(Words.of("ogp." + value), Badge.Tone.PLAIN)));
        panel.add(badges);
        items(panel, "pillars.deliverables", said.deliverables());
        items(panel, "pillars.duties", said.duties());
        return panel;
    }

    private static H2 minor(String name) {
        var title = new H2(name);
        title.addClassName("minor");
        return title;
    }

    private static void items(Div panel, String title, List<String> lines) {
        if (!lines.isEmpty()) {
            var items = new UnorderedList();
            lines.forEach(line -> items.add(new ListItem(line)));
            var label = new Span(Words.of(title));
            label.addClassName("quiet");
            panel.add(label, items);
        }
    }

    private Button icon(VaadinIcon icon, String key, Line line, Runnable work) {
        var button = new Button(icon.create(), _ -> {
            if (Attempt.to(work).succeeds()) {
                show();
            }
        });
        label(button, key, line);
        return button;
    }

    private static void label(Button button, String key, Line line) {
        button.setAriaLabel(Words.of(key, line.said().name()));
        button.setTooltipText(Words.of(key, line.said().name()));
        button.addThemeVariants(ButtonVariant.TERTIARY);
    }

    private void retire(Line line) {
        Confirm.losing(
                Words.of("pillars.retire.ask", line.said().name()),
                Words.of("pillars.retire.text"),
                Words.of("pillars.retire.yes"),
                () -> {
                    pillars.retire(line.id(), here.today());
                    show();
                    Notes.done(Words.of("pillars.retired.note", line.said().name()), () -> {
                        if (Attempt.to(() -> pillars.restore(line.id())).succeeds()) {
                            show();
                        }
                    });
                });
    }

    private void ask(@Nullable Line line) {
        if (line != null) {
            change(line);
            return;
        }
        var form = new PillarForm(null);
        Sheet.titled(Words.of("pillars.add"))
                .wide(form.fields())
                .remembering(begun, form.typed())
                .taking(Words.of("save"), () -> form.placed(Attempt.to(() -> pillars.add(form.said()))), this::show)
                .open();
    }

    private void change(Line line) {
        var form = new PillarForm(line.said());
        var draft = new SharedDraft<>(
                form,
                new Seen<>(line.said(), line.version()),
                () -> seen(line.id()),
                (said, version) -> pillars.change(line.id(), version, said));
        Sheet.titled(Words.of("pillars.change", line.said().name()))
                .wide(form.fields())
                .keeping(draft, new Autosave(draft::keep, clock, here.zone()))
                .taking(Words.of("save"), () -> form.placed(Attempt.to(draft::keep)), this::show)
                .open();
    }

    private Seen<PillarDraft> seen(PillarId id) {
        return pillars.all().stream()
                .filter(one -> one.id().equals(id))
                .findFirst()
                .map(one -> new Seen<>(one.said(), one.version()))
                .orElseThrow(() -> new Unknown("pillar", id));
    }

    private void showText() {
        text.removeAll();
        text.addClassName("panel");
        var said = pillars.text();
        var head = new Div(new H2(Words.of("pillars.text")));
        head.addClassName("panel-head");
        if (editor) {
            var change = new Button(Words.of("change"), _ -> askText());
            change.setAriaLabel(Words.of("pillars.text.change"));
            head.add(change);
        }
        var words = new Paragraph(said.definition().isBlank() ? Words.of("pillars.text.none") : said.definition());
        words.addClassNames("prose", said.definition().isBlank() ? "quiet" : "said");
        text.add(head, words);
        items(text, "pillars.benefits", said.benefits());
    }

    private void askText() {
        var now = pillars.text();
        var form = new TextForm(now);
        var draft = new SharedDraft<>(
                form,
                seen(now),
                () -> seen(pillars.text()),
                (said, version) -> pillars.changeText(version, said.definition(), said.benefits()));
        Sheet.titled(Words.of("pillars.text.change"))
                .wide(form.definition, form.benefits)
                .keeping(draft, new Autosave(draft::keep, clock, here.zone()))
                .taking(Words.of("save"), () -> Attempt.to(draft::keep), this::show)
                .open();
    }

    private static Seen<TextForm.Said> seen(Pillars.Text text) {
        return new Seen<>(TextForm.Said.of(text), text.version());
    }

    private void showSets() {
        sets.removeAll();
        var lines = new UnorderedList();
        for (var set : pillars.sets()) {
            var until = set.validTo();
            lines.add(new ListItem(
                    until == null
                            ? Words.of("pillars.set", set.name(), set.validFrom(), set.source())
                            : Words.of("pillars.set.past", set.name(), set.validFrom(), until, set.source())));
        }
        sets.add(new H2(Words.of("pillars.sets")), lines);
    }

    private void askTemplate() {
        var template = new Select<PillarTemplate>();
        template.setLabel(Words.of("onboard.template"));
        template.setItems(templates.all());
        template.setItemLabelGenerator(PillarTemplate::name);
        var shows = new Paragraph();
        shows.addClassName("quiet");
        template.addValueChangeListener(event -> shows.setText(String.join(
                " · ",
                event.getValue().pillars().stream().map(draft -> draft.name()).toList())));
        template.setValue(templates.all().getFirst());
        var from = Fields.day(Words.of("pillars.from"), here.today());
        Sheet.titled(Words.of("pillars.begin"))
                .with(template, from)
                .wide(shows, new Paragraph(Words.of("pillars.begin.text")))
                .taking(
                        Words.of("pillars.begin"),
                        () -> Attempt.to(() -> {
                                    var day = from.day();
                                    if (day == null) {
                                        throw new Refused("period.start.missing", "Give the first day.");
                                    }
                                    pillars.begin(
                                            Objects.requireNonNull(template.getValue())
                                                    .code(),
                                            day);
                                })
                                .at(from, "period."),
                        this::show)
                .open();
    }
}
