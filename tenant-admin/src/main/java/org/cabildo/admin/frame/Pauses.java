package org.cabildo.admin.frame;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.data.value.HasValueChangeMode;
import com.vaadin.flow.data.value.ValueChangeMode;

/**
 * Has a field tell what is typed once typing pauses, and at once when it is left or a shortcut is pressed. Vaadin's own
 * lazy way loses what was dictated or filled in when a button is pressed before the pause is over.
 */
public final class Pauses {

    private static final int AFTER_THE_LAST_KEY = 400; // milliseconds

    private static final String TELLING = """
            const field = this;
            let waiting = 0;
            const tell = () => field.dispatchEvent(new CustomEvent('change', {bubbles: true}));
            field.addEventListener('input', () => {
              clearTimeout(waiting);
              waiting = setTimeout(tell, $0);
            });
            field.addEventListener('change', () => {
              clearTimeout(waiting);
              waiting = 0;
            });
            field.addEventListener('keydown', event => { // a shortcut saves what is typed
              if (waiting && (event.altKey || event.ctrlKey || event.metaKey)) tell();
            }, true);
            """;

    private Pauses() {}

    /** Asks the field each time it is shown. */
    public static <F extends Component & HasValueChangeMode> void tell(F field) {
        field.setValueChangeMode(ValueChangeMode.ON_CHANGE);
        field.addAttachListener(_ -> field.getElement().executeJs(TELLING, AFTER_THE_LAST_KEY));
    }
}
