package org.cabildo.admin.frame;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.html.Div;
import java.time.Clock;
import java.time.ZoneId;
import java.util.Map;
import java.util.Optional;
import org.cabildo.admin.words.Words;
import org.cabildo.begun.Beginning;
import org.cabildo.begun.Begun;
import org.cabildo.begun.BegunWork;
import org.cabildo.identity.Officer;
import org.cabildo.identity.Role;

/**
 * Something that was begun and not saved: kept for the person who writes it, offered to them where they come back, and
 * gone only when they save or discard it.
 */
public final class Unsaved extends Div {

    private final transient BegunWork work;
    private final transient Beginning what;
    private final transient Clock clock;
    private final String name;
    private final ZoneId zone;
    private final Button goOn;
    private final Button discard = new Button(Words.of("begun.discard"), _ -> discard());
    private final Div elsewhere = new Div();
    private boolean apart; // offered elsewhere instead of here
    private String place = ""; // of what it is, where that is not plain

    Unsaved(
            BegunWork work,
            Beginning what,
            String name,
            Runnable goOn,
            Clock clock,
            ZoneId zone,
            Optional<Begun> kept) {
        this.work = work;
        this.what = what;
        this.name = name;
        this.clock = clock;
        this.zone = zone;
        this.goOn = new Button(Words.of("begun.go.on"), _ -> goOn.run());
        this.goOn.addThemeVariants(ButtonVariant.PRIMARY);
        addClassNames("panel", "screen-only");
        elsewhere.addClassNames("panel", "screen-only");
        elsewhere.setVisible(false);
        show(kept);
    }

    /** For where somebody who comes back looks first: it is offered there, until they write in its form again. */
    public Component elsewhere() {
        return elsewhere("");
    }

    /**
     * The same, where there are several places that it may be of.
     *
     * @param of title of the one that it is of; empty where there is one only
     */
    public Component elsewhere(String of) {
        apart = true;
        place = of;
        show(found());
        return elsewhere;
    }

    /** Offers here what is kept now, if anything is. */
    void show() {
        apart = false;
        show(found());
    }

    private void show(Optional<Begun> found) {
        removeAll();
        elsewhere.removeAll();
        setVisible(found.isPresent() && !apart);
        elsewhere.setVisible(found.isPresent() && apart);
        found.ifPresent(begun -> {
            var buttons = new Div(goOn, discard);
            buttons.addClassName("actions");
            var named = apart && !place.isEmpty() ? Words.of("begun.of", place) + " " : "";
            (apart ? elsewhere : this).add(new Sentence(named + sentence(begun)), buttons);
        });
    }

    private String sentence(Begun begun) {
        var title = begun.said().getOrDefault(name, "").strip();
        var called = title.isEmpty() ? Words.of("begun.untitled") : "«%s»".formatted(title);
        var when = Words.of(begun.at(), zone);
        return switch (what.form()) {
            case PILLAR -> Words.of("begun.pillar", called, when);
            case PLAN -> Words.of("begun.plan", called, when);
            case MILESTONE -> Words.of("begun.milestone", called, when);
            case MILESTONE_CHANGE ->
                apart ? Words.of("begun.milestone.change.of", called, when) : Words.of("begun.milestone.change", when);
            case PROGRESS -> progress(begun, called, when);
            case CORRECTION ->
                apart ? Words.of("begun.correction.of", called, when) : Words.of("begun.correction", when);
            case DELAY -> apart ? Words.of("begun.delay.of", called, when) : Words.of("begun.delay", when);
            case COMMENT -> Words.of("talk.since", when);
        };
    }

    /** Where all was reached, there was only its evidence to add. */
    private String progress(Begun begun, String called, String when) {
        if ("100".equals(begun.stood().get("reached"))) {
            return apart ? Words.of("begun.evidence.of", called, when) : Words.of("begun.evidence", when);
        }
        return apart ? Words.of("begun.progress.of", called, when) : Words.of("begun.progress", when);
    }

    /** What this person began; nothing for whoever may not write here. */
    Optional<Begun> found() {
        return Officer.current().may(Role.EDITOR) ? work.find(what) : Optional.empty();
    }

    /** Says in its form when this was typed. */
    String since(Begun begun) {
        return Words.of("begun.since", Words.of(begun.at(), zone));
    }

    Autosave autosave(Runnable write) {
        return Autosave.beforeSaving(write, clock, zone);
    }

    /** @param stands what the form shows before anybody types */
    void keep(Map<String, String> said, Map<String, String> stands) {
        work.keep(what, said, what.form().changes() ? stands : Map.of());
    }

    void forget() {
        work.forget(what);
    }

    /** Forgets it because the person said so; for a moment they may think better of it. */
    void discard() {
        var found = found();
        forget();
        show(found());
        found.ifPresent(begun -> Notes.done(Words.of("begun.discarded"), () -> {
            if (Attempt.to(() -> work.keep(what, begun.said(), begun.stood())).succeeds()) {
                show(found());
                goOn.getElement().executeJs("this.scrollIntoView({block: 'center'}); this.focus()");
            }
        }));
    }
}
