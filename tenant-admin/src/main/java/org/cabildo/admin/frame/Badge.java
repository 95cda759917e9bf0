package org.cabildo.admin.frame;

import com.vaadin.flow.component.html.Span;
import org.cabildo.admin.words.Words;

/** A word in a coloured frame. The colour never says more than the word. */
public final class Badge extends Span {

    /** What a badge means for the reader. */
    public enum Tone {
        PLAIN,
        GOOD,
        BUSY,
        BAD
    }

    /** A word in this tone. */
    public Badge(String word, Tone tone) {
        super(word);
        addClassNames("badge", "badge-" + tone.name().toLowerCase(java.util.Locale.ROOT));
    }

    /** Says that content is invented. */
    public static Badge synthetic() {
        var badge = new Badge(Words.of("synthetic"), Tone.BUSY);
        badge.setTitle(Words.of("synthetic.title"));
        return badge;
    }
}
