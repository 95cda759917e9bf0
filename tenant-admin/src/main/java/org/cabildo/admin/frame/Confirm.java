package org.cabildo.admin.frame;

import com.vaadin.flow.component.ComponentUtil;
import com.vaadin.flow.component.UI;
import com.vaadin.flow.component.confirmdialog.ConfirmDialog;
import com.vaadin.flow.router.BeforeLeaveEvent.ContinueNavigationAction;
import org.cabildo.admin.words.Words;

/** Asks before something that others will notice. */
public final class Confirm {

    /** As it opens, the dialog gives the focus to the button that does it. */
    private static final String STAYING = """
            const stay = () => this.querySelector('[slot=cancel-button]')?.focus();
            const opening = event => { if (event.target.slot === 'confirm-button') setTimeout(stay); };
            const open = () => this.removeEventListener('focusin', opening);
            this.addEventListener('focusin', opening);
            this.addEventListener('keydown', open, {capture: true, once: true}); // a hand that goes on by itself is let
            setTimeout(open, 500);
            stay();
            """;

    /** The last question whether to leave. */
    private record Leaving(ConfirmDialog dialog) {}

    private Confirm() {}

    /** Asks, and does it when the person says so; a refusal is shown in a note. */
    public static void before(String question, String consequence, String yes, Runnable work) {
        var dialog = dialog(question, consequence, yes, work);
        closesWithItsPage(dialog);
        dialog.open();
    }

    /** The same before something is lost for good: the key that closes a dialog unread loses nothing. */
    public static void losing(String question, String consequence, String yes, Runnable work) {
        var dialog = dialog(question, consequence, yes, work);
        closesWithItsPage(dialog);
        losing(dialog);
    }

    /**
     * Asks before a page is left with what was typed on it.
     *
     * @param consequence what has not been saved
     * @param going where the person is on their way to; whoever stays can go anywhere later
     */
    public static void leaving(String consequence, ContinueNavigationAction going) {
        leaving(consequence, going::proceed, going::cancel);
    }

    /** The same, where nobody is on their way to another page. */
    static void leaving(String consequence, Runnable go, Runnable stay) {
        var dialog = dialog(Words.of("leave.ask"), consequence, Words.of("leave.yes"), go);
        dialog.setCancelText(Words.of("leave.no"));
        dialog.addCancelListener(_ -> stay.run());
        replacing(dialog);
        losing(dialog);
    }

    /** Whoever goes back once more while this is asked is asked once. */
    private static void replacing(ConfirmDialog dialog) {
        var ui = UI.getCurrent();
        var before = ComponentUtil.getData(ui, Leaving.class);
        if (before != null) {
            before.dialog().close();
        }
        ComponentUtil.setData(ui, Leaving.class, new Leaving(dialog));
    }

    /** What was asked of one page is not done from another. */
    private static void closesWithItsPage(ConfirmDialog dialog) {
        var leaving = UI.getCurrent().addBeforeLeaveListener(_ -> dialog.close());
        dialog.addDetachListener(_ -> leaving.remove());
    }

    private static void losing(ConfirmDialog dialog) {
        dialog.setConfirmButtonTheme("error primary");
        dialog.open();
        dialog.getElement().executeJs(STAYING);
    }

    private static ConfirmDialog dialog(String question, String consequence, String yes, Runnable work) {
        var dialog = new ConfirmDialog(
                question, consequence, yes, _ -> Attempt.to(work).succeeds());
        dialog.setCancelable(true);
        dialog.setCancelText(Words.of("cancel"));
        dialog.setCancelButtonTheme(""); // as in every other dialog
        return dialog;
    }
}
