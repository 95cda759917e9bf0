package org.cabildo.admin.frame;

import com.vaadin.flow.component.html.Paragraph;

/** A sentence beside the matter: who, when, and what may be left unread. Its days stay whole where the line ends. */
public final class Quiet extends Paragraph {

    public Quiet(String sentence) {
        addClassName("quiet");
        Dated.write(this, sentence);
    }

    /** All of its sentence. */
    @Override
    public String getText() {
        return getElement().getTextRecursively();
    }
}
