package org.cabildo.admin.frame;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.Focusable;
import com.vaadin.flow.component.HasValue;
import com.vaadin.flow.component.Key;
import com.vaadin.flow.component.KeyModifier;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.dialog.Dialog;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.data.value.HasValueChangeMode;
import com.vaadin.flow.data.value.ValueChangeMode;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.cabildo.admin.words.Words;
import org.jspecify.annotations.Nullable;

/**
 * A dialog that asks one question. It closes when the answer was taken; a refusal leaves all as it was typed, and so does
 * a hand that slips: what was typed and not taken is asked for before it goes.
 */
public final class Sheet extends Dialog {

    private final Div form = new Div();
    final Button save = new Button();
    final Button cancel = new Button(Words.of("cancel"));
    private String asShown = "";
    private @Nullable Autosave autosave; // null: nothing is kept before the button
    private transient Runnable back = () -> {};
    private transient Runnable take = () -> {};
    private transient Runnable after = () -> {};
    private final Div race = new Div();

    private Sheet(String title) {
        setHeaderTitle(title);
        setCloseOnOutsideClick(false);
        setWidth("min(46rem, 96vw)");
        form.addClassName("form");
        race.getElement().setAttribute("role", "alert");
        add(race, form);
        addOpenedChangeListener(event -> {
            if (event.isOpened()) {
                asShown = typed();
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
        for (var field : fields) {
            if (field instanceof HasValueChangeMode typed) {
                typed.setValueChangeMode(ValueChangeMode.LAZY); // so that it is known here before Escape is pressed
            }
        }
        return this;
    }

    /** Adds fields that take the whole width. */
    public Sheet wide(Component... fields) {
        for (var field : fields) {
            field.getElement().getClassList().add("whole");
        }
        return with(fields);
    }

    /**
     * Keeps the answer while it is typed, gives back what was before to whoever thinks better of it, and tells when
     * another officer saved meanwhile. Comes after the fields and before {@link #taking}.
     */
    public Sheet keeping(SharedDraft<?> draft, Autosave autosave) {
        this.autosave = autosave;
        back = draft::back;
        autosave.watch(form);
        draft.whenAnotherSaved(() -> showRace(draft));
        cancel.setText(Words.of("autosave.back"));
        getFooter().add(autosave);
        return this;
    }

    /** Takes the answer by this attempt, then closes and goes on. */
    public Sheet taking(String label, Supplier<Attempt> attempt, Runnable then) {
        save.setText(label);
        save.getElement().setAttribute("aria-keyshortcuts", "Control+S"); // a tooltip would become part of its name
        save.addThemeVariants(ButtonVariant.PRIMARY);
        save.setDisableOnClick(true);
        after = then;
        take = () -> {
            if (attempt.get().succeeds()) {
                goOn();
            }
        };
        save.addClickListener(_ -> {
            try {
                take.run();
            } finally {
                save.setEnabled(true);
            }
        });
        var keys = save.addClickShortcut(Key.KEY_S, KeyModifier.CONTROL);
        keys.listenOn(this);
        keys.setBrowserDefaultAllowed(false);
        keys.resetFocusOnActiveElement();
        cancel.addClickListener(_ -> cancel());
        addDialogCloseActionListener(_ -> leave());
        getFooter().add(cancel, save);
        return this;
    }

    private void cancel() {
        if (autosave == null || !autosave.hasKept()) {
            close();
        } else if (Attempt.to(back).succeeds()) {
            goOn();
        }
    }

    /** Escape: what is kept stays kept, what is not is asked for. */
    void leave() {
        if (isLost()) {
            Confirm.before(Words.of("leave.ask"), Words.of("sheet.leave.text"), Words.of("leave.yes"), this::gone);
        } else {
            gone();
        }
    }

    private void gone() {
        if (autosave != null && autosave.hasKept()) {
            goOn();
        } else {
            close();
        }
    }

    private void goOn() {
        close();
        after.run();
    }

    private void showRace(SharedDraft<?> draft) {
        if (race.getComponentCount() > 0) {
            return; // its buttons stay under the hand that reaches for them
        }
        race.add(new RacePanel(
                draft.meet(),
                () -> {
                    race.removeAll();
                    draft.overrule();
                    take.run();
                },
                this::goOn));
        race.getElement().executeJs("this.scrollIntoView({block: 'start'})");
    }

    private boolean isLost() {
        return autosave == null ? !typed().equals(asShown) : autosave.isBehind();
    }

    private String typed() {
        return values(form).collect(Collectors.joining("\u0000"));
    }

    private static Stream<String> values(Component of) {
        return of instanceof HasValue<?, ?> field
                ? Stream.of(String.valueOf(field.getValue()))
                : of.getChildren().flatMap(Sheet::values);
    }
}
