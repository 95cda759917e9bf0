package org.cabildo.admin.appearance;

import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Input;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.component.textfield.TextField;
import com.vaadin.flow.data.value.ValueChangeMode;
import com.vaadin.flow.function.SerializableFunction;
import com.vaadin.flow.function.SerializableRunnable;
import java.util.Optional;
import org.cabildo.admin.frame.Fields;
import org.cabildo.admin.words.Words;
import org.cabildo.appearance.AppearanceDraft;
import org.cabildo.appearance.published.Colour;
import org.cabildo.kernel.Refused;

/** Asks for a colour, written or picked, and says at once whether it can be read and which near it can. */
class ColourField extends Div {

    private static final int AFTER_THE_LAST_KEY = 300; // milliseconds
    private final SerializableFunction<String, Optional<Colour>> rule;
    final TextField text;
    final Input picker = new Input();
    final Span verdict = new Span();
    final Button nearest = new Button();

    /**
     * @param rule the colour that was typed, or why it is none
     * @param plain the portal's own colour, picked from while none is typed
     * @param changed told of each change
     */
    ColourField(
            String label,
            String hint,
            String value,
            String plain,
            SerializableFunction<String, Optional<Colour>> rule,
            SerializableRunnable changed) {
        this.rule = rule;
        text = Fields.line(label, value, 20);
        text.setHelperText(hint);
        text.setPlaceholder(plain);
        text.setClearButtonVisible(true);
        text.setValueChangeMode(ValueChangeMode.LAZY);
        text.setValueChangeTimeout(AFTER_THE_LAST_KEY);
        text.addValueChangeListener(_ -> {
            judge(plain);
            changed.run();
        });
        picker.setType("color");
        picker.setAriaLabel(Words.of("look.pick", label));
        picker.addClassName("colour-picker");
        picker.addValueChangeListener(picked -> {
            if (picked.isFromClient()) {
                text.setValue(picked.getValue());
            }
        });
        verdict.getElement().setAttribute("role", "status");
        nearest.addClickListener(_ -> {
            Colour.find(text.getValue())
                    .ifPresent(
                            typed -> text.setValue(AppearanceDraft.near(typed).toString()));
            text.focus();
        });
        var row = new Div(text, picker);
        row.addClassName("colour-row");
        addClassName("colour-field");
        add(row, verdict, nearest);
        judge(plain);
    }

    private void judge(String plain) {
        var typed = Colour.find(text.getValue());
        picker.setValue(typed.map(Colour::toString).orElse(plain));
        nearest.setVisible(false);
        try {
            verdict.setText(rule.apply(text.getValue())
                    .map(colour -> Words.of("look.readable", AppearanceDraft.contrast(colour)))
                    .orElseGet(() -> Words.of("look.plain")));
            verdict.setClassName("quiet");
        } catch (Refused refused) {
            verdict.setText(Words.of(refused));
            verdict.setClassName("bad");
            typed.map(AppearanceDraft::near).map(Colour::toString).ifPresent(colour -> {
                nearest.setText(Words.of("look.nearest", colour));
                nearest.setVisible(!text.isReadOnly());
            });
        }
    }

    /** The colour as it can be shown now; empty for the portal's own. */
    Optional<Colour> shown() {
        return Colour.find(text.getValue());
    }

    /** Says what is wrong once: the field says it already. */
    void sayOnce() {
        if (text.isInvalid()) {
            verdict.setText("");
        }
    }

    void setReadOnly(boolean readOnly) {
        text.setReadOnly(readOnly);
        picker.setEnabled(!readOnly);
        nearest.setVisible(nearest.isVisible() && !readOnly);
    }
}
