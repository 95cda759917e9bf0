package org.cabildo.admin.frame;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.Tag;
import com.vaadin.flow.component.textfield.TextField;
import com.vaadin.flow.dom.Element;
import java.util.Collection;

/**
 * What was written before in fields like these, so that the same thing gets the same name. Any other text is taken as
 * well. It stands once on a page, beside or above the fields that offer it.
 */
@Tag("datalist")
public final class Suggestions extends Component {

    private static final String OFFER = "this.inputElement.setAttribute('list', $0)";

    /** @param id of the list on its page */
    public Suggestions(String id, Collection<String> texts) {
        setId(id);
        for (var text : texts) {
            var option = new Element("option");
            option.setAttribute("value", text);
            getElement().appendChild(option);
        }
    }

    /** Offers the list with this id while a field is written. */
    public static void in(TextField field, String id) {
        field.addAttachListener(_ -> field.getElement().executeJs(OFFER, id));
    }
}
