package org.cabildo.admin.frame;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.Focusable;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.dialog.Dialog;
import com.vaadin.flow.component.html.Div;
import java.util.function.Supplier;
import org.cabildo.admin.words.Words;

/** A dialog that asks one question. It closes when the answer was taken; a refusal leaves all as it was typed. */
public final class Sheet extends Dialog {

    private final Div form = new Div();
    final Button save = new Button();

    private Sheet(String title) {
        setHeaderTitle(title);
        setCloseOnOutsideClick(false);
        setWidth("min(46rem, 96vw)");
        form.addClassName("form");
        add(form);
        addOpenedChangeListener(event -> {
            if (event.isOpened()) {
                form.getChildren()
                        .filter(Focusable.class::isInstance)
                        .findFirst()
                        .ifPresent(field -> ((Focusable<?>) field).focus());
            }
        });
    }

    /** A sheet with this title. */
    public static Sheet titled(String title) {
        return new Sheet(title);
    }

    /** Adds fields side by side where there is room. */
    public Sheet with(Component... fields) {
        form.add(fields);
        return this;
    }

    /** Adds fields that take the whole width. */
    public Sheet wide(Component... fields) {
        for (var field : fields) {
            field.getElement().getClassList().add("whole");
        }
        return with(fields);
    }

    /** Takes the answer by this attempt, then closes and goes on. */
    public Sheet taking(String label, Supplier<Attempt> attempt, Runnable then) {
        save.setText(label);
        save.addThemeVariants(ButtonVariant.PRIMARY);
        save.setDisableOnClick(true);
        save.addClickListener(_ -> {
            try {
                if (attempt.get().succeeds()) {
                    close();
                    then.run();
                }
            } finally {
                save.setEnabled(true);
            }
        });
        getFooter().add(new Button(Words.of("cancel"), _ -> close()), save);
        return this;
    }
}
