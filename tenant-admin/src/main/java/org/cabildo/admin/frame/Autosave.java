package org.cabildo.admin.frame;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.HasValue;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.data.value.HasValueChangeMode;
import com.vaadin.flow.data.value.ValueChangeMode;
import java.time.Clock;
import java.time.ZoneId;
import org.cabildo.admin.words.Words;
import org.cabildo.kernel.Refused;
import org.springframework.dao.OptimisticLockingFailureException;

/**
 * Keeps what is typed a moment after the last key, and always says how it stands. What a rule does not take yet stays in
 * its field, unsaved, and the reason is said here without taking the person away from what they type.
 */
public final class Autosave extends Span {

    private static final int AFTER_THE_LAST_KEY = 1_200; // milliseconds
    private final transient Runnable write;
    private final transient Clock clock;
    private final ZoneId zone;
    private final boolean saves;
    private boolean used;
    private boolean behind;

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
        getElement().setAttribute("role", "status");
    }

    /** Keeps what is typed of something that is not saved yet, and says that it still has to be. */
    static Autosave beforeSaving(Runnable write, Clock clock, ZoneId zone) {
        return new Autosave(write, clock, zone, false);
    }

    /** Keeps whatever a person changes in these fields. */
    public void watch(Component form) {
        form.getChildren().forEach(this::watchOne);
    }

    private void watchOne(Component field) {
        if (field instanceof HasValueChangeMode typed) {
            typed.setValueChangeMode(ValueChangeMode.LAZY);
            typed.setValueChangeTimeout(AFTER_THE_LAST_KEY);
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
        behind = true;
        try {
            write.run();
            used = true;
            kept();
            return true;
        } catch (Refused refused) {
            say(Words.of("autosave.refused", Words.of(refused)), true);
            return false;
        } catch (OptimisticLockingFailureException race) {
            say(Words.of("autosave.refused", Words.of("race")), true);
            return false;
        }
    }

    /** Whether anything was kept without a button. */
    boolean hasKept() {
        return used;
    }

    /** Whether something was typed that is not kept. */
    boolean isBehind() {
        return behind;
    }

    /** Says that all that was typed is kept. */
    public void kept() {
        behind = false;
        var now = Words.time(clock.instant(), zone);
        say(saves ? Words.of("autosave.kept", now) : Words.of("autosave.begun", now), false);
    }

    private void say(String sentence, boolean bad) {
        setText(sentence);
        getClassNames().set("bad", bad);
    }
}
