package org.cabildo.admin.frame;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.UI;
import java.util.function.Consumer;

/** Tells a component whether the window is as narrow as a telephone's or a tablet's, now and whenever it changes. */
public final class Narrow {

    private static final int WIDEST = 1_000; // px; office.css says it again

    private static final String MARK = "data-narrow"; // on the component, once it follows

    private Narrow() {}

    /** Calls back when the component is shown and when the window grows or shrinks past the mark. */
    public static void follow(Component component, Consumer<Boolean> narrow) {
        component.addAttachListener(attached -> {
            var page = attached.getUI().getPage();
            var width = width(attached.getUI());
            Consumer<Boolean> marked =
                    narrow.andThen(now -> component.getElement().setAttribute(MARK, now.toString()));
            marked.accept(width > 0 && width <= WIDEST);
            var resized = page.addBrowserWindowResizeListener(event -> marked.accept(event.getWidth() <= WIDEST));
            component.addDetachListener(left -> {
                resized.remove();
                left.unregisterListener();
            });
        });
    }

    private static int width(UI ui) {
        return ui.getPage().getExtendedClientDetails().getWindowInnerWidth();
    }
}
