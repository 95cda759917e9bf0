package org.cabildo.admin.plan;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.details.Details;
import com.vaadin.flow.component.html.DescriptionList;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H3;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.dom.Element;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Collectors;
import org.cabildo.admin.frame.Quiet;
import org.cabildo.admin.words.Words;
import org.cabildo.commitment.DraftChanges;
import org.cabildo.commitment.published.Amendment;
import org.cabildo.commitment.published.Amendment.Change;
import org.cabildo.commitment.published.Amendment.Field;
import org.cabildo.commitment.published.Detail;
import org.cabildo.commitment.published.Piece;

/** What a draft says differently, field by field with the words that differ marked, before somebody approves it. */
class ChangesPanel extends Details {

    /** What a version changes of what the public reads. */
    static ChangesPanel ofVersion(List<Change> changes) {
        return new ChangesPanel(
                Words.of("changes.title", changes.size()),
                addsCommitment(changes) ? Words.of("changes.lower") : "",
                changes);
    }

    /** All that the public would read once a first version is approved. */
    static ChangesPanel ofFirstVersion(List<Change> changes) {
        return new ChangesPanel(Words.of("changes.first"), "", changes);
    }

    /** Whether the figure of the plan may fall by them. */
    static boolean addsCommitment(List<Change> changes) {
        return changes.stream()
                .anyMatch(change -> change.kind() == Amendment.Kind.COMMITMENT && change.how() == Amendment.How.ADDED);
    }

    /** What became of a version that was sent back. */
    static ChangesPanel since(DraftChanges.SinceReturned since) {
        return new ChangesPanel(
                Words.of("changes.since", since.number(), since.changes().size()),
                since.changes().isEmpty() ? Words.of("changes.since.none") : "",
                since.changes());
    }

    /** @param remark before the changes; empty: none */
    private ChangesPanel(String title, String remark, List<Change> changes) {
        super(title);
        var all = new Div();
        all.addClassName("stack");
        if (!remark.isEmpty()) {
            all.add(new Paragraph(remark));
        }
        changes.forEach(change -> all.add(said(change)));
        add(all);
        setOpened(changes.size() <= 10);
        setWidthFull();
    }

    private static Component said(Change change) {
        var title = switch (change.kind()) {
            case PLAN -> Words.of("changes.plan");
            case COMMITMENT -> Words.of("commitment.numbered", change.commitment(), change.title());
            case MILESTONE -> Words.of("changes.milestone", change.commitment(), change.title());
        };
        var list = new DescriptionList();
        list.addClassNames("facts", "in-line");
        for (var field : change.fields()) {
            list.add(
                    new DescriptionList.Term(Words.of("amendment.field." + field.name())),
                    new DescriptionList.Description(change.how() == Amendment.How.ADDED ? text(field) : both(field)));
        }
        var how = new Quiet(Words.of("changes.how." + change.how()));
        return new Div(new H3(title), how, list);
    }

    /** As it was beside as it is, each whole, with what differs marked in it. */
    private static Component both(Field field) {
        var pieces = field.isText()
                ? field.pieces()
                : List.of(
                        new Piece(Piece.Change.REMOVED, shown(field.name(), field.before())),
                        new Piece(Piece.Change.ADDED, shown(field.name(), field.after())));
        var sides = new Div(
                side("changes.was", Piece.Change.REMOVED, pieces), side("changes.is", Piece.Change.ADDED, pieces));
        sides.addClassName("sides");
        return sides;
    }

    private static Component side(String key, Piece.Change own, List<Piece> pieces) {
        var label = new Quiet(Words.of(key));
        var text = new Paragraph();
        text.addClassName("prose");
        for (var piece : pieces) {
            if (!piece.text().isEmpty() && (piece.change() == own || piece.change() == Piece.Change.KEPT)) {
                text.getElement().appendChild(element(piece));
            }
        }
        if (text.getElement().getChildCount() == 0) {
            text.setText(Words.of("changes.nothing"));
            text.addClassName("quiet");
        }
        return new Div(label, text);
    }

    /** What is new as a whole is not marked word by word. */
    private static Component text(Field field) {
        var text = new Span(field.isText() ? field.after() : shown(field.name(), field.after()));
        text.addClassName("prose");
        return text;
    }

    private static String shown(String field, String value) {
        if (value.isEmpty()) {
            return "";
        }
        return switch (field) {
            case "framework" -> Words.of("Framework." + value);
            case "act.kind" -> Words.of("ActKind." + value);
            case "body.kind" -> Words.of("BodyKind." + value);
            case "act.day" -> Words.of(LocalDate.parse(value));
            case "follows" -> value.replace(",", ", ");
            case "detail.AXIS" -> Words.detail(Detail.AXIS, value);
            case "detail.SDG" -> Words.detail(Detail.SDG, value);
            case "period" ->
                Arrays.stream(value.split("/"))
                        .map(LocalDate::parse)
                        .map(Words::of)
                        .collect(Collectors.joining(" – "));
            case "endorsements" -> value.lines().map(ChangesPanel::endorsement).collect(Collectors.joining("; "));
            default -> value;
        };
    }

    private static String endorsement(String line) {
        var parts = line.split(" \\| ", -1);
        return parts.length < 2 ? line : parts[0] + " (" + Words.of("Sector." + parts[1]) + ")";
    }

    private static Element element(Piece piece) {
        var tag = switch (piece.change()) {
            case KEPT -> "span";
            case REMOVED -> "del";
            case ADDED -> "ins";
        };
        return new Element(tag).setText(piece.text());
    }
}
