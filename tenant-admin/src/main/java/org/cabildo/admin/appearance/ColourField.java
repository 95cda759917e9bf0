package org.cabildo.admin.appearance;

import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Input;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.component.shared.HasValidationProperties;
import com.vaadin.flow.component.textfield.TextField;
import com.vaadin.flow.function.SerializableFunction;
import com.vaadin.flow.function.SerializableRunnable;
import java.util.Optional;
import org.cabildo.admin.frame.Fields;
import org.cabildo.admin.frame.Pauses;
import org.cabildo.admin.words.Words;
import org.cabildo.appearance.AppearanceDraft;
import org.cabildo.appearance.published.Colour;
import org.cabildo.kernel.Refused;

/** Asks for a colour, written or picked, and says at once whether it can be read and which near it can. */
class ColourField extends Div implements HasValidationProperties {

    private final SerializableFunction<String, Optional<Colour>> rule;
    private final String plain;
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
        this.plain = plain;
        text = Fields.line(label, value, 20);
        text.setHelperText(hint);
        text.setPlaceholder(plain);
        text.setClearButtonVisible(true);
        text.setManualValidation(true); // the rule says what is wrong
        Pauses.tell(text);
        text.addValueChangeListener(_ -> {
            judge();
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
        verdict.addClassName("quiet");
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
        judge();
    }

    private void judge() {
        var typed = Colour.find(text.getValue());
        picker.setValue(typed.map(Colour::toString).orElse(plain));
        nearest.setVisible(false);
        try {
            verdict.setText(rule.apply(text.getValue())
                    .map(colour -> Words.of("look.readable", AppearanceDraft.contrast(colour)))
                    .orElseGet(() -> Words.of("look.plain")));
            text.setInvalid(false);
        } catch (Refused refused) {
            verdict.setText("");
            text.setErrorMessage(Words.of(refused));
            text.setInvalid(true);
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

    @Override
    public void setErrorMessage(String sentence) {
        text.setErrorMessage(sentence);
    }

    @Override
    public String getErrorMessage() {
        return text.getErrorMessage();
    }

    /** What was refused is shown; what is not refused any more is judged anew. */
    @Override
    public void setInvalid(boolean invalid) {
        if (invalid) {
            verdict.setText("");
            text.setInvalid(true);
            text.focus();
        } else {
            judge();
        }
    }

    @Override
    public boolean isInvalid() {
        return text.isInvalid();
    }

    void setReadOnly(boolean readOnly) {
        text.setReadOnly(readOnly);
        picker.setEnabled(!readOnly);
        nearest.setVisible(nearest.isVisible() && !readOnly);
    }
}
