package org.cabildo.admin.commitment;

import com.vaadin.flow.component.Html;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.NativeTable;
import com.vaadin.flow.component.html.NativeTableCell;
import com.vaadin.flow.component.html.NativeTableHeaderCell;
import com.vaadin.flow.component.html.NativeTableRow;
import com.vaadin.flow.component.html.Span;
import java.time.LocalDate;
import java.util.List;
import org.cabildo.admin.frame.Dated;
import org.cabildo.admin.frame.Quiet;
import org.cabildo.admin.words.Words;
import org.cabildo.commitment.CommitmentView.MilestoneLine;
import org.cabildo.commitment.published.Timetable;

/** Milestones side by side in time: each row says in words what its bar shows. */
class TimetableTable extends Div {

    /** @param today in the tenant's time zone */
    TimetableTable(List<MilestoneLine> milestones, LocalDate today) {
        var table = Timetable.of(
                milestones.stream()
                        .map(one -> new Timetable.Step(
                                one.said().period(), one.progress().value()))
                        .toList(),
                today);
        var rows = new NativeTable();
        rows.addClassName("timetable");
        rows.setCaptionText(Words.of("timetable.title"));
        var head = new NativeTableRow();
        head.add(
                header("col", new Span(Words.of("timetable.milestone"))),
                header("col", new Dated(Words.of(table.whole()))));
        rows.getHead().add(head);
        var body = rows.getBody();
        for (int i = 0; i < milestones.size(); i++) {
            body.add(row(milestones.get(i), table.bars().get(i), table));
        }
        add(rows);
        if (table.today().isPresent()) {
            var note = new Quiet(Words.of("timetable.today"));
            add(note);
        }
    }

    private static NativeTableRow row(MilestoneLine milestone, Timetable.Bar bar, Timetable table) {
        var said = milestone.said();
        var days = new Dated(Words.of(said.period()));
        days.addClassName("quiet");
        var row = new NativeTableRow();
        row.add(
                header(
                        "row",
                        new Span(Words.of("commitment.numbered", milestone.position(), said.activity()) + " "),
                        days),
                new NativeTableCell(new Html(drawing(bar, table))));
        return row;
    }

    private static NativeTableHeaderCell header(String scope, Span... words) {
        var cell = new NativeTableHeaderCell(words);
        cell.getElement().setAttribute("scope", scope);
        return cell;
    }

    /** Made of numbers alone: nothing that a person typed is in it. Shares of the width, for names lose their capitals. */
    private static String drawing(Timetable.Bar bar, Timetable table) {
        var today = table.today().isEmpty()
                ? ""
                : "<line class='today' x1='%1$s%%' x2='%1$s%%' y1='0' y2='100%%'/>"
                        .formatted(Timetable.drawn(table.today().getAsDouble()));
        return """
                <svg aria-hidden='true' focusable='false'>\
                <rect class='planned' x='%1$s%%' y='20%%' width='%2$s%%' height='60%%'/>\
                <rect class='done' x='%1$s%%' y='20%%' width='%3$s%%' height='60%%'/>%4$s</svg>""".formatted(
                        Timetable.drawn(bar.from()), Timetable.drawn(bar.length()), Timetable.drawn(bar.done()), today);
    }
}
