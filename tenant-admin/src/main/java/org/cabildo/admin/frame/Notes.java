package org.cabildo.admin.frame;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.ComponentUtil;
import com.vaadin.flow.component.UI;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.component.icon.VaadinIcon;
import com.vaadin.flow.component.notification.Notification;
import com.vaadin.flow.component.notification.NotificationVariant;
import org.cabildo.admin.words.Words;

/**
 * Short notes at the middle of the upper edge: buttons that stay in sight are at the lower one, and in its corners. A new
 * one takes the place of the last, so that they never pile up over a page's head; only an offer to undo stays its time.
 */
public final class Notes {

    private static final int A_WHILE = 5_000;
    private static final int UNTIL_CLOSED = 0;

    /** Goes a while after the keyboard and the pointer were on it last, and not from under them. */
    private static final String STAYS = """
            const held = () => this.closest('vaadin-notification-card')?.matches(':hover, :focus-within');
            let since = Date.now();
            const look = () => {
              if (held()) since = Date.now();
              if (Date.now() - since > $0) this.dispatchEvent(new CustomEvent('seen'));
              else setTimeout(look, 500);
            };
            look();
            """;

    /** The note that this tab showed last, and whether it says why something was not done. */
    private record Last(Notification note, boolean refusal) {}

    private Notes() {}

    /** Says that something was done. */
    public static void done(String sentence) {
        var note = new Notification(sentence, A_WHILE);
        note.addThemeVariants(NotificationVariant.SUCCESS);
        show(note, false);
    }

    /** Says it where no other note is in sight, which may have more to say. */
    public static void unlessSaid(String sentence) {
        var last = ComponentUtil.getData(UI.getCurrent(), Last.class);
        if (last == null || !last.note().isOpened()) {
            done(sentence);
        }
    }

    /** Says that something was done, and leads to where it can be seen. */
    public static void done(String sentence, Anchor seen) {
        var note = new Notification(row(new Span(sentence), seen));
        note.setDuration(A_WHILE * 2);
        note.addThemeVariants(NotificationVariant.SUCCESS);
        show(note, false);
    }

    /** Says that something was done, and offers to undo it for as long as it is there that it would be done on. */
    public static void done(String sentence, Runnable undo, Component on) {
        var note = undoing(sentence, undo);
        var gone = on.addDetachListener(_ -> note.close());
        note.addOpenedChangeListener(change -> {
            if (!change.isOpened()) {
                gone.remove();
            }
        });
    }

    /** Says that something was done, and offers to undo it. */
    public static void done(String sentence, Runnable undo) {
        undoing(sentence, undo);
    }

    private static Notification undoing(String sentence, Runnable undo) {
        settle();
        var note = new Notification();
        var back = new Button(Words.of("undo"), _ -> {
            note.close();
            undo.run();
        });
        back.addClassName("undo"); // where the keyboard's place goes that was on what is gone
        var row = row(new Span(sentence), back);
        row.getElement().addEventListener("seen", _ -> note.close());
        row.addAttachListener(_ -> row.getElement().executeJs(STAYS, A_WHILE * 2));
        note.add(row);
        note.setDuration(UNTIL_CLOSED);
        note.setPosition(Notification.Position.TOP_CENTER);
        note.open();
        return note;
    }

    /** Says why something was not done; stays until it is closed. */
    public static void refused(String sentence) {
        var note = new Notification();
        var close = new Button(VaadinIcon.CLOSE_SMALL.create(), _ -> note.close());
        close.addThemeVariants(ButtonVariant.TERTIARY);
        close.setAriaLabel(Words.of("close"));
        note.add(row(new Span(sentence), close));
        note.setDuration(UNTIL_CLOSED);
        note.addThemeVariants(NotificationVariant.ERROR);
        note.setAssertive(true);
        show(note, true);
    }

    private static void show(Notification note, boolean refusal) {
        var ui = UI.getCurrent();
        var last = ComponentUtil.getData(ui, Last.class);
        if (last != null) {
            last.note().close();
        }
        note.setPosition(Notification.Position.TOP_CENTER);
        if (!refusal) { // of its own accord it would belong to the dialog that is just closing, and go with it
            ui.add(note);
            note.addOpenedChangeListener(change -> {
                if (!change.isOpened()) {
                    note.removeFromParent();
                }
            });
        }
        note.open();
        ComponentUtil.setData(ui, Last.class, new Last(note, refusal));
    }

    /** What is done makes the last refusal old. */
    static void settle() {
        var last = ComponentUtil.getData(UI.getCurrent(), Last.class);
        if (last != null && last.refusal()) {
            last.note().close();
        }
    }

    private static Div row(Span sentence, Component answer) {
        var row = new Div(sentence, answer);
        row.addClassName("note");
        return row;
    }
}
