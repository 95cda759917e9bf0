package org.cabildo.admin.frame;

import com.vaadin.flow.component.html.Span;

/** What a cell or a card says under its name, smaller. Its days stay whole where the line ends. */
public final class Under extends Span {

    public Under(String sentence) {
        addClassName("cell-under");
        Dated.write(this, sentence);
    }

    /** All of its sentence. */
    @Override
    public String getText() {
        return getElement().getTextRecursively();
    }
}
