package org.cabildo.admin.frame;

import com.vaadin.flow.component.confirmdialog.ConfirmDialog;
import org.cabildo.admin.words.Words;

/** Asks before something that others will notice. */
public final class Confirm {

    private Confirm() {}

    /** Asks, and does it when the person says so; a refusal is shown in a note. */
    public static void before(String question, String consequence, String yes, Runnable work) {
        var dialog = new ConfirmDialog(
                question, consequence, yes, _ -> Attempt.to(work).succeeds());
        dialog.setCancelable(true);
        dialog.setCancelText(Words.of("cancel"));
        dialog.setCancelButtonTheme(""); // as in every other dialog
        dialog.open();
    }
}
