package org.cabildo.admin.frame;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.Key;
import com.vaadin.flow.component.KeyModifier;
import com.vaadin.flow.component.ShortcutRegistration;
import com.vaadin.flow.component.button.Button;

/** The one key that saves, wherever something is saved. */
public final class SaveKey {

    private SaveKey() {}

    /** Saves by Ctrl+S on the whole page. */
    public static void on(Button save) {
        register(save);
    }

    /** Saves by Ctrl+S while the hand is in here; what is being typed is taken first. */
    static void on(Button save, Component within) {
        var keys = register(save);
        keys.listenOn(within);
        keys.resetFocusOnActiveElement();
    }

    private static ShortcutRegistration register(Button save) {
        save.getElement().setAttribute("aria-keyshortcuts", "Control+S"); // a tooltip would become part of its name
        var keys = save.addClickShortcut(Key.KEY_S, KeyModifier.CONTROL);
        keys.setBrowserDefaultAllowed(false);
        return keys;
    }
}
