package org.cabildo.admin.appearance;

import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.checkbox.Checkbox;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.ListItem;
import com.vaadin.flow.component.html.OrderedList;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.component.icon.VaadinIcon;
import com.vaadin.flow.function.SerializableRunnable;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import org.cabildo.admin.words.Words;
import org.cabildo.appearance.published.Appearance;
import org.cabildo.appearance.published.Section;

/** Asks in which order the first page is, and what of it is left out. What was moved keeps the focus. */
class SectionList extends OrderedList {

    private final ArrayList<Section> order;
    private final EnumMap<Section, Row> rows = new EnumMap<>(Section.class);
    private final SerializableRunnable changed;

    SectionList(Appearance now, boolean editor, SerializableRunnable changed) {
        this.changed = changed;
        order = new ArrayList<>(now.order());
        addClassNames("plain-list", "sections");
        for (var section : order) {
            rows.put(section, new Row(section, !now.hidden().contains(section), editor));
        }
        show();
    }

    List<Section> order() {
        return List.copyOf(order);
    }

    Set<Section> hidden() {
        var hidden = EnumSet.noneOf(Section.class);
        rows.forEach((section, row) -> {
            if (!row.shown.getValue()) {
                hidden.add(section);
            }
        });
        return hidden;
    }

    Row row(Section section) {
        var row = rows.get(section);
        if (row == null) {
            throw new IllegalStateException("No row for " + section);
        }
        return row;
    }

    private void show() {
        removeAll();
        for (var section : order) {
            var row = row(section);
            row.up.setEnabled(order.getFirst() != section);
            row.down.setEnabled(order.getLast() != section);
            add(row);
        }
    }

    private void move(Section section, int by) {
        int place = Math.clamp((long) order.indexOf(section) + by, 0, order.size() - 1);
        order.remove(section);
        order.add(place, section);
        show();
        var row = row(section);
        var pressed = by < 0 ? row.up : row.down;
        (pressed.isEnabled() ? pressed : by < 0 ? row.down : row.up).focus();
        changed.run();
    }

    /** One section. */
    final class Row extends ListItem {

        final Button up = new Button(VaadinIcon.ARROW_UP.create());
        final Button down = new Button(VaadinIcon.ARROW_DOWN.create());
        final Checkbox shown = new Checkbox();

        Row(Section section, boolean isShown, boolean editor) {
            var name = Words.of(section);
            var title = new Span(name);
            title.addClassName("card-title");
            shown.setValue(isShown);
            shown.setLabel(Words.of("look.shown"));
            shown.setAriaLabel(Words.of("look.shown.of", name));
            shown.setReadOnly(!editor);
            shown.addValueChangeListener(_ -> changed.run());
            up.addClickListener(_ -> move(section, -1));
            down.addClickListener(_ -> move(section, 1));
            label(up, Words.of("look.up", name));
            label(down, Words.of("look.down", name));
            var acts = new Div();
            acts.addClassName("actions");
            if (section.isHideable()) {
                acts.add(shown);
            } else {
                var always = new Span(Words.of("look.always"));
                always.addClassName("quiet");
                acts.add(always);
            }
            if (editor) {
                acts.add(up, down);
            }
            var head = new Div(title, acts);
            head.addClassName("panel-head");
            add(head);
        }

        private static void label(Button button, String words) {
            button.setAriaLabel(words);
            button.setTooltipText(words);
            button.addThemeVariants(ButtonVariant.TERTIARY);
        }
    }
}
