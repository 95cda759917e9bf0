package org.cabildo.admin.frame;

import com.vaadin.flow.component.UI;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.dialog.Dialog;
import com.vaadin.flow.component.html.DescriptionList;
import com.vaadin.flow.component.html.Span;
import java.util.List;
import org.cabildo.admin.words.Words;

/** Tells which keys do what. */
final class Keys extends Dialog {

    private static final List<String> EVERYWHERE = List.of("help", "menu", "save", "print", "cancel");

    /** @param inTenant whether the tab is a tenant's, where one can search */
    private Keys(boolean inTenant) {
        setHeaderTitle(Words.of("shortcuts"));
        var list = new DescriptionList();
        list.addClassName("facts");
        if (inTenant) {
            tell(list, "search");
        }
        EVERYWHERE.forEach(what -> tell(list, what));
        add(list);
        getFooter().add(new Button(Words.of("close"), _ -> close()));
    }

    private static void tell(DescriptionList list, String what) {
        var keys = new Span(Words.of("shortcut." + what + ".keys"));
        keys.addClassName("keys");
        list.add(new DescriptionList.Term(keys), new DescriptionList.Description(Words.of("shortcut." + what)));
    }

    static void show(boolean inTenant) {
        if (UI.getCurrent().getChildren().noneMatch(Keys.class::isInstance)) {
            new Keys(inTenant).open();
        }
    }
}
