package org.cabildo.admin.frame;

import com.vaadin.flow.component.html.Paragraph;

/** A paragraph whose days stay whole where the line ends. */
public final class Sentence extends Paragraph {

    public Sentence(String sentence) {
        Dated.write(this, sentence);
    }

    /** All of its sentence. */
    @Override
    public String getText() {
        return getElement().getTextRecursively();
    }
}
