package org.cabildo.admin.frame;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.UI;
import com.vaadin.flow.function.SerializableRunnable;
import com.vaadin.flow.shared.Registration;
import java.io.Serializable;
import java.time.Duration;
import org.jspecify.annotations.Nullable;

/** Looks again every so often while a component is on screen and something goes on that is worth following. */
public final class Pulse implements Serializable {

    private final int interval; // milliseconds
    private final SerializableRunnable look;
    private final Component on;
    private boolean wanted;
    private @Nullable Registration polling;

    /**
     * @param on whose being on screen it lives by
     * @param every how often
     */
    public Pulse(Component on, Duration every, SerializableRunnable look) {
        this.interval = Math.toIntExact(every.toMillis());
        this.look = look;
        this.on = on;
        on.addAttachListener(come -> keep(come.getUI()));
        on.addDetachListener(left -> stop(left.getUI()));
    }

    /** Says whether it is worth looking again. */
    public void goOn(boolean worthIt) {
        wanted = worthIt;
        on.getUI().ifPresent(this::keep);
    }

    /** Begins on screen and not before: the page that is left stops its own looking only then. */
    private void keep(UI ui) {
        if (!wanted) {
            stop(ui);
        } else if (polling == null) {
            ui.setPollInterval(interval);
            polling = ui.addPollListener(_ -> look.run());
        }
    }

    private void stop(UI ui) {
        if (polling != null) {
            polling.remove();
            polling = null;
            ui.setPollInterval(-1);
        }
    }
}
