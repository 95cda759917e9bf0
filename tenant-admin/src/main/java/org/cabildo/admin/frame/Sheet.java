package org.cabildo.admin.frame;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.Focusable;
import com.vaadin.flow.component.HasValue;
import com.vaadin.flow.component.UI;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.dialog.Dialog;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.data.value.HasValueChangeMode;
import com.vaadin.flow.data.value.ValueChangeMode;
import com.vaadin.flow.router.BeforeLeaveEvent;
import com.vaadin.flow.shared.Registration;
import java.util.Map;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.cabildo.admin.words.Words;
import org.jspecify.annotations.Nullable;

/**
 * A dialog that asks one question. It closes when the answer was taken; a refusal leaves all as it was typed, and so does
 * a hand that slips: what was typed and not taken is asked for before it goes. «Cancel» keeps nothing, and «close» what was
 * typed.
 */
public final class Sheet extends Dialog {

    /** The browser asks before what is typed here and kept nowhere is thrown away with its page. */
    private static final String UNLOADING = """
            const sheet = this;
            let touched = false;
            const touch = () => touched = true;
            ['input', 'change', 'upload-success'].forEach(typed => sheet.addEventListener(typed, touch));
            const unload = event => {
              if (!sheet.opened) window.removeEventListener('beforeunload', unload);
              else if (touched) event.preventDefault();
            };
            window.addEventListener('beforeunload', unload);
            """;

    private final Div form = new Div();
    final Button save = new Button();
    final Button cancel = new Button(Words.of("cancel"));
    final Button discard = new Button(Words.of("begun.discard"));
    private String asShown = "";
    private @Nullable Autosave autosave; // null: nothing is kept before the button
    private @Nullable Unsaved unsaved; // null: nothing is kept apart from what is saved
    private transient @Nullable SharedDraft<?> draft; // null: what is kept is nothing that was saved before
    private transient Runnable take = () -> {};
    private transient Runnable after = () -> {};
    private final Div race = new Div();
    private @Nullable Registration leaving; // while it is open

    private Sheet(String title) {
        setHeaderTitle(title);
        setCloseOnOutsideClick(false);
        setWidth("min(46rem, 96vw)");
        form.addClassName("form");
        race.getElement().setAttribute("role", "alert");
        add(race, form);
        addOpenedChangeListener(event -> {
            if (leaving != null) {
                leaving.remove();
                leaving = null;
            }
            if (event.isOpened()) {
                leaving = UI.getCurrent().addBeforeLeaveListener(this::left);
                asShown = typed();
                if (autosave == null) {
                    getElement().executeJs(UNLOADING);
                }
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
                typed.setValueChangeMode(ValueChangeMode.EAGER); // it is known here before Escape is pressed
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
        this.draft = draft;
        autosave.watch(form);
        draft.whenAnotherSaved(() -> showRace(draft));
        autosave.whenKept(() -> cancel.setText(Words.of("autosave.back")));
        getFooter().add(autosave);
        return this;
    }

    /**
     * Keeps what is typed and not saved for this person, and begins with what they typed before. Where something else was
     * saved since, it is told field by field. Comes after the fields and before {@link #taking}.
     */
    public Sheet remembering(Unsaved begun, Typed typed) {
        var blank = typed.said();
        var keeping = begun.autosave(() -> keepBegun(begun, typed, blank));
        unsaved = begun;
        autosave = keeping;
        keeping.watch(form);
        discard.addThemeVariants(ButtonVariant.TERTIARY);
        discard.setVisible(false);
        discard.addClickListener(_ -> {
            close();
            begun.discard();
        });
        begun.found().ifPresent(before -> {
            typed.say(before.typed());
            discard.setVisible(true);
            race.add(new Paragraph(begun.since(before)));
            var overtaken = typed.overtaken(before, blank);
            if (!overtaken.isEmpty()) {
                race.add(new Paragraph(Words.of("begun.overtaken")), overtaken);
            }
        });
        cancel.setText(Words.of("close"));
        addOpenedChangeListener(event -> {
            if (!event.isOpened()) {
                begun.show();
            }
        });
        getFooter().add(keeping, discard);
        return this;
    }

    private void keepBegun(Unsaved begun, Typed typed, Map<String, String> blank) {
        var nothing = typed.isNothing(blank);
        if (nothing) {
            begun.forget();
        } else {
            begun.keep(typed.said(), blank);
        }
        discard.setVisible(!nothing);
        if (autosave != null) {
            autosave.nothing(nothing);
        }
    }

    /** Shows by its colour that the answer withdraws or suspends something. */
    public Sheet losing() {
        addClassName("losing");
        return this;
    }

    /** Takes the answer by this attempt, then closes and goes on. */
    public Sheet taking(String label, Supplier<Attempt> attempt, Runnable then) {
        save.setText(label);
        if (unsaved != null && autosave != null) {
            autosave.endsWith(label);
        }
        save.addThemeVariants(ButtonVariant.PRIMARY);
        save.setDisableOnClick(true);
        after = then;
        take = () -> {
            if (isTooLong()) {
                return;
            }
            var taken = attempt.get().succeeds();
            if (race.getComponentCount() > 0) {
                Notes.settle(); // the panel says it
            }
            if (taken) {
                if (unsaved != null) {
                    unsaved.forget();
                }
                goOn();
            } else if (unsaved != null && autosave != null) {
                autosave.keep(); // in another window the same person may have let go of it
            }
        };
        save.addClickListener(_ -> {
            try {
                take.run();
            } finally {
                save.setEnabled(true);
            }
        });
        SaveKey.on(save, this);
        cancel.addClickListener(_ -> cancel());
        addDialogCloseActionListener(_ -> leave());
        getFooter().add(cancel, save);
        return this;
    }

    /** Shows where a text is too long, whatever rule it is for. */
    private boolean isTooLong() {
        var fields = Longest.tooLong(form).toList();
        fields.reversed().forEach(field -> Longest.tell(field));
        return !fields.isEmpty();
    }

    private void cancel() {
        var kept = draft;
        if (kept == null || autosave == null || !autosave.hasKept()) {
            leave();
        } else if (autosave.isBehind()) {
            Confirm.losing(
                    Words.of("sheet.back.ask"),
                    Words.of("sheet.back.text"),
                    Words.of("autosave.back"),
                    () -> giveBack(kept));
        } else {
            giveBack(kept);
        }
    }

    /** As it was before; for a moment whoever thought better of it may think better once more. */
    private void giveBack(SharedDraft<?> kept) {
        if (Attempt.to(kept::back).succeeds()) {
            goOn();
            Notes.done(Words.of("sheet.back"), () -> {
                if (Attempt.to(kept::again).succeeds()) {
                    after.run();
                }
            });
        }
    }

    /** Without an answer: what is kept stays kept, and is told; what is not is asked for. */
    void leave() {
        if (isLost()) {
            Confirm.leaving(lost(), this::gone, () -> {});
        } else {
            gone();
        }
    }

    /** The page under it is left, by the browser's own button: it does not stay behind over another one. */
    private void left(BeforeLeaveEvent event) {
        if (isLost()) {
            var going = event.postpone();
            Confirm.leaving(
                    lost(),
                    () -> {
                        close();
                        going.proceed();
                    },
                    going::cancel);
        } else {
            close();
        }
    }

    private void gone() {
        if (unsaved == null && autosave != null && autosave.hasKept()) {
            goOn();
            Notes.done(Words.of("sheet.kept"));
        } else {
            close();
        }
    }

    private void goOn() {
        Notes.settle();
        close();
        after.run();
    }

    private void showRace(SharedDraft<?> draft) {
        if (race.getComponentCount() > 0) {
            return; // its buttons stay under the hand that reaches for them
        }
        race.add(new RacePanel(
                draft.open(),
                draft.taken(),
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

    /** What is lost, which may be one thing of many. */
    private String lost() {
        var one = autosave == null ? "" : autosave.lacking();
        if (!one.isEmpty()) {
            return Words.of("sheet.leave.except", one);
        }
        return Words.of(
                draft != null && autosave != null && autosave.hasKept() ? "sheet.leave.last" : "sheet.leave.text");
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
