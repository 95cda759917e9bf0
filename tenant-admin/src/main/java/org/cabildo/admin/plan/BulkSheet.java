package org.cabildo.admin.plan;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.checkbox.CheckboxGroup;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H3;
import com.vaadin.flow.component.html.ListItem;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.component.html.UnorderedList;
import com.vaadin.flow.component.select.Select;
import com.vaadin.flow.component.textfield.IntegerField;
import com.vaadin.flow.component.textfield.TextField;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import org.cabildo.admin.frame.Attempt;
import org.cabildo.admin.frame.Fields;
import org.cabildo.admin.frame.Notes;
import org.cabildo.admin.frame.Sheet;
import org.cabildo.admin.words.Words;
import org.cabildo.commitment.Alteration;
import org.cabildo.commitment.BulkEdits;
import org.cabildo.commitment.BulkEdits.Altered;
import org.cabildo.commitment.CommitmentId;
import org.cabildo.commitment.CommitmentView;
import org.cabildo.commitment.published.Detail;
import org.cabildo.commitment.published.Details;
import org.cabildo.kernel.Period;
import org.cabildo.kernel.Refused;
import org.cabildo.pillar.Pillars;
import org.cabildo.plan.PlanId;
import org.jspecify.annotations.Nullable;

/** Asks which commitments say something else, shows each before and after, and changes all of them or none. */
class BulkSheet {

    private enum What {
        RESPONSIBLE,
        UNIT,
        AXIS,
        PILLAR,
        DATES
    }

    private final BulkEdits edits;
    private final PlanId plan;
    private final Runnable changed;
    private final Map<CommitmentId, String> titles = new LinkedHashMap<>();
    private final CheckboxGroup<CommitmentId> chosen = new CheckboxGroup<>(Words.of("bulk.which"));
    private final Select<What> what = Fields.choice(Words.of("bulk.what"), List.of(What.values()), What.RESPONSIBLE);
    private final TextField text = Fields.line(Words.of("bulk.text"), "", 250);
    private final Select<String> axis = new Select<>();
    private final Select<Pillars.Line> pillar = new Select<>();
    private final IntegerField days = new IntegerField(Words.of("bulk.days"));
    private final Div preview = new Div();
    private List<Altered> seen = List.of();

    BulkSheet(
            BulkEdits edits,
            PlanId plan,
            List<CommitmentView> commitments,
            List<Pillars.Line> pillars,
            Runnable changed) {
        this.edits = edits;
        this.plan = plan;
        this.changed = changed;
        commitments.stream()
                .filter(one -> one.withdrawn() == null)
                .forEach(one -> titles.put(
                        one.id(),
                        Words.of("commitment.numbered", one.number(), one.said().title())));
        chosen.setItems(titles.keySet());
        chosen.setItemLabelGenerator(id -> Objects.requireNonNullElse(titles.get(id), "–"));
        what.setItemLabelGenerator(one -> Words.of("bulk.what." + one));
        axis.setLabel(Words.of("detail.AXIS"));
        axis.setItems(Details.AXES);
        axis.setItemLabelGenerator(code -> Words.of("axis." + code));
        axis.setValue(Details.AXES.getFirst());
        var standing = pillars.stream().filter(line -> !line.retired()).toList();
        pillar.setLabel(Words.of("bulk.pillar"));
        pillar.setItems(standing);
        pillar.setItemLabelGenerator(line -> line.said().name());
        if (!standing.isEmpty()) {
            pillar.setValue(standing.getFirst());
        }
        days.setHelperText(Words.of("bulk.days.hint"));
        days.setValue(0);
        days.setStepButtonsVisible(true);
        preview.getElement().setAttribute("role", "status");
        chosen.addValueChangeListener(_ -> look());
        what.addValueChangeListener(_ -> look());
        text.addValueChangeListener(_ -> look());
        axis.addValueChangeListener(_ -> look());
        pillar.addValueChangeListener(_ -> look());
        days.addValueChangeListener(_ -> look());
        look();
    }

    void open() {
        text.setRequiredIndicatorVisible(true);
        var all = new Button(Words.of("bulk.all"), _ -> chosen.setValue(Set.copyOf(titles.keySet())));
        all.addThemeVariants(ButtonVariant.TERTIARY);
        Sheet.titled(Words.of("bulk.title"))
                .wide(all, chosen, what, text, axis, pillar, days, preview)
                .taking(
                        Words.of("bulk.apply"),
                        () -> Attempt.to(() -> apply(seen))
                                .needing(chosen)
                                .needing(text)
                                .at(text, "commitment.text")
                                .at(days, "commitment.period", "milestone.period")
                                .at(chosen, "bulk.", "stale"),
                        changed)
                .open();
    }

    private void look() {
        var now = what.getValue();
        text.setVisible(now == What.RESPONSIBLE || now == What.UNIT);
        axis.setVisible(now == What.AXIS);
        pillar.setVisible(now == What.PILLAR);
        days.setVisible(now == What.DATES);
        preview.removeAll();
        var alteration = alteration();
        try {
            seen = alteration == null ? List.of() : edits.preview(plan, chosen.getValue(), alteration);
        } catch (Refused refused) {
            seen = List.of();
            preview.add(new Paragraph(Words.of(refused)));
            return;
        }
        preview.add(new H3(Words.of("bulk.preview", seen.size())));
        if (!seen.isEmpty()) {
            preview.add(list());
        }
    }

    private @Nullable Alteration alteration() {
        return switch (what.getValue()) {
            case RESPONSIBLE -> text.getValue().isBlank() ? null : new Alteration.Responsible(text.getValue());
            case UNIT -> text.getValue().isBlank() ? null : new Alteration.Say(Detail.UNIT, text.getValue());
            case AXIS -> new Alteration.Say(Detail.AXIS, axis.getValue());
            case PILLAR ->
                pillar.getValue() == null
                        ? null
                        : new Alteration.StandOn(pillar.getValue().id().value());
            case DATES -> new Alteration.Move(Objects.requireNonNullElse(days.getValue(), 0));
        };
    }

    private Component list() {
        var list = new UnorderedList();
        for (var one : seen) {
            var before = new Span(shown(one, true));
            var after = new Span(shown(one, false));
            before.getElement().setAttribute("class", "quiet");
            list.add(new ListItem(
                    new Span(Objects.requireNonNullElse(titles.get(one.id()), "–") + ": "),
                    before,
                    new Span(" → "),
                    after));
        }
        return list;
    }

    private String shown(Altered one, boolean was) {
        var said = was ? one.before() : one.after();
        var words = switch (what.getValue()) {
            case RESPONSIBLE -> said.responsible();
            case UNIT -> said.details().of(Detail.UNIT);
            case AXIS -> {
                var code = said.details().of(Detail.AXIS);
                yield code.isEmpty() ? "" : Words.detail(Detail.AXIS, code);
            }
            case PILLAR -> names(said.pillars().size());
            case DATES -> period(said.period());
        };
        return words.isEmpty() ? Words.of("bulk.nothing.said") : words;
    }

    private static String names(int count) {
        return Words.of("bulk.pillars", count);
    }

    private static String period(@Nullable Period period) {
        return period == null ? "" : Words.of("period", period.start(), period.end());
    }

    private void apply(List<Altered> wanted) {
        var undoing = edits.apply(wanted);
        Notes.done(Words.of("bulk.done", undoing.size()), () -> undo(undoing));
    }

    private void undo(List<Altered> undoing) {
        if (Attempt.to(() -> edits.apply(undoing)).succeeds()) {
            changed.run();
        }
    }
}
