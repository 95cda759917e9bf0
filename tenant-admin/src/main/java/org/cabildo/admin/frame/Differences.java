package org.cabildo.admin.frame;

import com.vaadin.flow.component.html.DescriptionList;
import org.cabildo.admin.words.Words;

/** What another officer saved, field by field, where it differs from what is typed here. */
public final class Differences extends DescriptionList {

    /** None so far. */
    public Differences() {
        addClassName("facts");
    }

    /** Adds what they said in this field, if it differs. */
    public Differences in(String field, String mine, String theirs) {
        if (!mine.strip().equals(theirs.strip())) {
            add(new Term(field), new Description(theirs.isBlank() ? Words.of("race.empty") : theirs));
        }
        return this;
    }

    /** Whether both say the same. */
    public boolean isEmpty() {
        return getChildren().findAny().isEmpty();
    }
}
