package org.cabildo.admin.frame;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.HasValue;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.data.value.HasValueChangeMode;
import com.vaadin.flow.data.value.ValueChangeMode;
import java.time.Clock;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;
import org.cabildo.admin.words.Words;
import org.cabildo.kernel.Refused;
import org.springframework.dao.OptimisticLockingFailureException;

/**
 * Keeps what is typed a moment after the last key, and always says how it stands. What a rule does not take yet stays in
 * its field, unsaved, and the reason is said here without taking the person away from what they type.
 */
public final class Autosave extends Span {

    private static final int AFTER_THE_LAST_KEY = 1_200; // milliseconds

    private static final int AFTER_THE_FIRST_KEY = 5_000; // of what was not sent yet, though others follow

    /**
     * Tells the office what was typed a moment after the last key, every few seconds while keys go on, and at once when the field is left or a key or the
     * browser's own button leads away from it: a value that waits for its moment in Vaadin's own way is not sent before a page that is left.
     */
    private static final String TYPING = """
            const field = this, state = $1;
            let waiting = 0, since = 0, known = field.value;
            const tell = () => field.dispatchEvent(new CustomEvent('change', {bubbles: true}));
            field.addEventListener('input', () => {
              state.classList.add('pending');
              clearTimeout(waiting);
              since ||= Date.now();
              waiting = setTimeout(tell, Math.max(0, Math.min($0, since + $2 - Date.now())));
            });
            field.addEventListener('change', () => {
              clearTimeout(waiting);
              waiting = since = 0;
              if (field.value !== known) state.classList.add('sent');
              else if (!state.matches('.sent')) state.classList.remove('pending'); // nobody will answer
              known = field.value;
            });
            field.addEventListener('keydown', event => {
              const leads = event.key === 'Escape' || event.altKey || event.ctrlKey || event.metaKey;
              if (waiting && leads) tell();
            }, true);
            const back = () => { // before the page behind is asked for
              if (!field.isConnected) window.removeEventListener('popstate', back, true);
              else if (waiting) tell();
            };
            window.addEventListener('popstate', back, true);
            const unload = event => { // whoever stays is told by the browser, and meanwhile it is sent
              if (!field.isConnected) window.removeEventListener('beforeunload', unload);
              else if (waiting) tell();
              if (field.isConnected && state.matches('.pending, .behind')) event.preventDefault();
            };
            window.addEventListener('beforeunload', unload);
            """;

    private final transient Runnable write;
    private final transient Clock clock;
    private final ZoneId zone;
    private final boolean saves;
    private final Span said = new Dated();
    private final Span typing = new Span(Words.of("autosave.typing"));
    private final Span unsent = new Span(Words.of("autosave.unsent")); // instead, while the office is not reached
    private final List<DayField> days = new ArrayList<>();
    private final List<Component> texts = new ArrayList<>();
    private transient Supplier<Optional<String>> open = Optional::empty;
    private transient Runnable whenKept = () -> {};
    private boolean used;
    private boolean behind;
    private String lacking = "";
    private String left = ""; // what is still to be done, where that is not to save
    private boolean nothing; // was typed that could be kept

    /**
     * @param write keeps what the form holds, or refuses
     * @param zone in which the time of the last saving is told
     */
    public Autosave(Runnable write, Clock clock, ZoneId zone) {
        this(write, clock, zone, true);
    }

    private Autosave(Runnable write, Clock clock, ZoneId zone, boolean saves) {
        this.saves = saves;
        this.write = write;
        this.clock = clock;
        this.zone = zone;
        addClassName("autosave");
        said.getElement().setAttribute("role", "status");
        typing.addClassName("typing");
        typing.getElement().setAttribute("aria-hidden", "true"); // whoever types knows it
        unsent.addClassName("unsent");
        unsent.getElement().setAttribute("aria-hidden", "true"); // the notice of it is heard
        said.setText(saves ? Words.of("autosave.self") : "");
        add(said, typing, unsent);
    }

    /** Keeps what is typed of something that is not saved yet, and says that it still has to be. */
    static Autosave beforeSaving(Runnable write, Clock clock, ZoneId zone) {
        return new Autosave(write, clock, zone, false);
    }

    /**
     * Tells what stays out of what is kept: halves that can be kept only when they are whole.
     *
     * @param open a sentence; nothing if all was kept
     */
    public void except(Supplier<Optional<String>> open) {
        this.open = open;
    }

    /** Keeps whatever a person changes in these fields. */
    public void watch(Component form) {
        form.getChildren().forEach(this::watchOne);
    }

    /**
     * Has a field tell what is typed in it as forms that keep it do, also by a page that is left at once.
     *
     * @param state bears the class {@code pending} from a key on until whoever keeps it says so by {@link #answer}
     */
    public static <F extends Component & HasValueChangeMode> void tell(F field, Component state) {
        tell(field, field, state);
    }

    private static void tell(Component field, HasValueChangeMode typed, Component state) {
        typed.setValueChangeMode(ValueChangeMode.ON_CHANGE);
        field.getElement().executeJs(TYPING, AFTER_THE_LAST_KEY, state.getElement(), AFTER_THE_FIRST_KEY);
    }

    /** Says that what was told of a field is answered. */
    public static void answer(Component state) {
        state.getElement().executeJs("this.classList.remove('pending', 'sent')");
    }

    private void watchOne(Component field) {
        if (field instanceof HasValueChangeMode typed) {
            tell(field, typed, this);
        }
        texts.add(field);
        if (field instanceof DayField day) {
            days.add(day);
            day.addValidationStatusChangeListener(_ -> {
                if (day.isHalfTyped()) {
                    keep(); // which says that it is not kept
                }
            });
        }
        if (field instanceof HasValue<?, ?> value) {
            value.addValueChangeListener(change -> {
                if (change.isFromClient()) {
                    keep();
                }
            });
        } else {
            watch(field);
        }
    }

    /**
     * Keeps it now.
     *
     * @return whether it was kept
     */
    public boolean keep() {
        behind(true);
        lacking = "";
        var tooLong = saves
                ? texts.stream().flatMap(Longest::tooLong).findFirst().flatMap(Longest::namedSentence)
                : Optional.<String>empty();
        if (tooLong.isPresent()) {
            say(Words.of("autosave.refused", tooLong.get()), true);
            return false;
        }
        try {
            write.run();
            used = true;
            whenKept.run();
            kept();
            return true;
        } catch (Refused refused) {
            say(Words.of("autosave.refused", Words.of(refused)), true);
            return false;
        } catch (OptimisticLockingFailureException race) {
            say(Words.of("autosave.refused", Words.of("race")), true);
            return false;
        } catch (RuntimeException mishap) { // told by whoever hears of it
            say(Words.of("autosave.unsent"), true);
            throw mishap;
        }
    }

    /** Tells each time that something was kept without a button. */
    void whenKept(Runnable tell) {
        whenKept = tell;
    }

    /** Whether anything was kept without a button. */
    boolean hasKept() {
        return used;
    }

    /** Whether something was typed that is not kept. */
    boolean isBehind() {
        return behind;
    }

    /** What alone of all that was typed is not kept; empty if nothing is, or all of it. */
    String lacking() {
        return lacking;
    }

    /** Says that all that was typed is kept. */
    public void kept() {
        var left = open.get().or(this::half);
        behind(left.isPresent());
        lacking = left.orElse("");
        var now = Words.time(clock.instant(), zone);
        if (left.isPresent()) {
            say(Words.of(saves ? "autosave.except" : "autosave.begun.except", now, left.get()), false);
        } else {
            say(saves ? Words.of("autosave.kept", now) : begun(now), false);
        }
    }

    private String begun(String now) {
        if (nothing) {
            return "";
        }
        return left.isEmpty() ? Words.of("autosave.begun", now) : Words.of("autosave.begun.left", now, left);
    }

    /** Says whether there is nothing typed, of which nothing is kept. */
    void nothing(boolean now) {
        nothing = now;
    }

    /** Says which button ends it. */
    void endsWith(String label) {
        left = label.equals(Words.of("save")) ? "" : label;
    }

    /** What it says. */
    @Override
    public String getText() {
        return said.getText();
    }

    /** What is no day is kept nowhere. */
    private Optional<String> half() {
        return days.stream().filter(DayField::isHalfTyped).findFirst().map(DayField::lacking);
    }

    /** The browser asks before what is not kept is thrown away. */
    private void behind(boolean now) {
        behind = now;
        getClassNames().set("behind", now);
    }

    private void say(String sentence, boolean bad) {
        said.setText(sentence);
        getClassNames().set("bad", bad);
        answer(this);
    }
}
