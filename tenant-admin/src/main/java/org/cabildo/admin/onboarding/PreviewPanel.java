package org.cabildo.admin.onboarding;

import com.vaadin.flow.component.UI;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.checkbox.Checkbox;
import com.vaadin.flow.component.grid.Grid;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H2;
import com.vaadin.flow.component.html.ListItem;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.component.html.UnorderedList;
import com.vaadin.flow.data.renderer.ComponentRenderer;
import com.vaadin.flow.router.RouteParameters;
import java.util.List;
import org.cabildo.admin.frame.Attempt;
import org.cabildo.admin.frame.Narrow;
import org.cabildo.admin.words.Words;
import org.cabildo.calendar.Government;
import org.cabildo.onboarding.Line;
import org.cabildo.onboarding.Onboarding;
import org.cabildo.onboarding.Preview;

/** Shows every line with its problems and repairs; orders the sound ones once the person decided about the others. */
class PreviewPanel extends Div {

    private static final int FEW = 12;
    private final transient Preview preview;
    private final transient Onboarding onboarding;
    final Grid<Line> grid = new Grid<>();
    final Checkbox onlyProblems = new Checkbox(Words.of("preview.only"));
    final Checkbox leaveOut;
    final Button order;
    final Span why = new Span();

    PreviewPanel(Preview preview, Onboarding onboarding, String back, Runnable again) {
        this.preview = preview;
        this.onboarding = onboarding;
        addClassNames("stack", "wide");
        int sound = preview.sound().size();
        int unsound = preview.unsound().size();
        leaveOut = new Checkbox(Words.of("preview.leave", unsound));
        leaveOut.setVisible(unsound > 0 && sound > 0);
        order = new Button(Words.of("preview.order", sound));
        order.addThemeVariants(ButtonVariant.PRIMARY);
        why.setText(Words.of(sound == 0 ? "preview.order.none" : "preview.order.waits", unsound));
        offer(sound > 0 && unsound == 0);
        order.setDisableOnClick(true);
        leaveOut.addValueChangeListener(event -> offer(event.getValue()));
        order.addClickListener(_ -> order());
        onlyProblems.setVisible(unsound > 0);
        onlyProblems.addValueChangeListener(
                event -> grid.setItems(event.getValue() ? preview.unsound() : preview.lines()));
        var summary = new Paragraph(Words.of("preview.summary", preview.lines().size(), sound, unsound));
        summary.getElement().setAttribute("role", "status");
        var choices = new Div(onlyProblems, leaveOut);
        choices.addClassName("actions");
        choices.setVisible(unsound > 0);
        var buttons = new Div(new Button(back, _ -> again.run()), order, why);
        buttons.addClassName("actions");
        add(new H2(Words.of("preview.title")), summary, choices, buttons, table());
    }

    /** Lets the sound lines be ordered, or says why not. */
    private void offer(boolean possible) {
        order.setEnabled(possible);
        why.setVisible(!possible);
    }

    private Grid<Line> table() {
        grid.addClassName("tall");
        grid.getElement().setAttribute("aria-label", Words.of("preview.title"));
        var number = grid.addColumn(Line::number)
                .setHeader(Words.of("preview.line"))
                .setWidth("5rem")
                .setFlexGrow(0);
        var government = grid.addColumn(new ComponentRenderer<>(PreviewPanel::government))
                .setHeader(Words.of("governments.name"));
        var administrator = grid.addColumn(Line::administrator)
                .setHeader(Words.of("preview.administrator"))
                .setWidth("14rem");
        var slug = grid.addColumn(
                        line -> line.slug() + line.host().map(" · "::concat).orElse(""))
                .setHeader(Words.of("preview.slug"))
                .setWidth("11rem");
        var findings = grid.addColumn(new ComponentRenderer<>(PreviewPanel::findings))
                .setHeader(Words.of("preview.findings"))
                .setFlexGrow(3);
        grid.setAllRowsVisible(preview.lines().size() <= FEW);
        grid.setItems(preview.lines());
        grid.setSelectionMode(Grid.SelectionMode.NONE);
        Narrow.follow(this, narrow -> {
            List.of(number, administrator, slug).forEach(column -> column.setVisible(!narrow));
            government.setWidth(narrow ? "7rem" : "13rem");
            findings.setWidth(narrow ? "10rem" : "14rem");
        });
        return grid;
    }

    private static Div government(Line line) {
        if (line.code().isEmpty()) {
            return unread(line);
        }
        var name = new Span(line.government().map(Government::shortName).orElse("–"));
        name.addClassName("cell-title");
        var narrow = new Span(Words.of("preview.code", line.number(), line.code()));
        narrow.addClassNames("cell-under", "only-narrow");
        var code = new Span(Words.of("preview.code.wide", line.code()));
        code.addClassNames("cell-under", "only-wide");
        return new Div(name, narrow, code);
    }

    /** A line that names nobody stands as it was typed. */
    private static Div unread(Line line) {
        var typed = new Span(line.text().strip());
        typed.addClassName("cell-title");
        var number = new Span(Words.of("preview.number", line.number()));
        number.addClassNames("cell-under", "only-narrow");
        return new Div(typed, number);
    }

    private static Div findings(Line line) {
        if (line.problems().isEmpty() && line.notes().isEmpty()) {
            return new Div(new Span(Words.of("preview.sound")));
        }
        var list = new UnorderedList();
        list.addClassName("findings");
        line.problems().forEach(problem -> {
            var item =
                    new ListItem(Words.refusal(problem.code(), problem.args()).orElse(problem.code()));
            item.addClassName("bad");
            list.add(item);
        });
        line.notes()
                .forEach(note -> list.add(
                        new ListItem(Words.refusal(note.code(), note.args()).orElse(note.code()))));
        return new Div(list);
    }

    private void order() {
        if (!Attempt.to(this::write).succeeds()) {
            order.setEnabled(true);
        }
    }

    private void write() {
        var batch = onboarding.orderSound(preview);
        UI.getCurrent().navigate(BatchView.class, new RouteParameters("batch", batch.toString()));
    }
}
