package org.cabildo.admin.frame;

import com.vaadin.flow.component.UI;
import com.vaadin.flow.component.page.ColorScheme;
import org.cabildo.admin.plain.PlainHtml;

/** Light or dark: as the person's machine has it, until they choose. */
final class Light {

    private static final String CHOSEN = PlainHtml.LIGHT;

    private Light() {}

    static void apply(UI ui) {
        if (ui.getSession().getSession().getAttribute(CHOSEN) instanceof ColorScheme.Value chosen) {
            ui.getPage().setColorScheme(chosen);
        }
    }

    static void toggle(UI ui) {
        ui.getPage()
                .executeJs("return window.matchMedia('(prefers-color-scheme: dark)').matches")
                .then(Boolean.class, darkMachine -> {
                    var now = ui.getSession().getSession().getAttribute(CHOSEN);
                    var dark = now == null ? darkMachine : now == ColorScheme.Value.DARK;
                    var next = dark ? ColorScheme.Value.LIGHT : ColorScheme.Value.DARK;
                    ui.getSession().getSession().setAttribute(CHOSEN, next);
                    ui.getPage().setColorScheme(next);
                });
    }
}
