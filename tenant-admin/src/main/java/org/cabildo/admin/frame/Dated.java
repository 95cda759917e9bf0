package org.cabildo.admin.frame;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.HasComponents;
import com.vaadin.flow.component.Text;
import com.vaadin.flow.component.html.Span;
import java.util.regex.Pattern;

/** A sentence whose days stay whole where the line ends: browsers break «31-12-2027» at its hyphens, «31 Dec 2027» at its spaces. */
public final class Dated extends Span {

    private static final Pattern DAY = Pattern.compile("\\d{2}-\\d{2}-\\d{4}|\\d{1,2} \\p{Lu}\\p{Ll}{2,3} \\d{4}");

    public Dated() {}

    public Dated(String sentence) {
        setText(sentence);
    }

    @Override
    public void setText(String sentence) {
        write(this, sentence);
    }

    /** All of its sentence. */
    @Override
    public String getText() {
        return getElement().getTextRecursively();
    }

    /** Writes a sentence into a component, in place of what it holds, whose days stay whole. */
    static <C extends Component & HasComponents> void write(C into, String sentence) {
        into.removeAll();
        var found = DAY.matcher(sentence);
        int from = 0;
        while (found.find()) {
            into.add(new Text(sentence.substring(from, found.start())), whole(found.group()));
            from = found.end();
        }
        into.add(new Text(sentence.substring(from)));
    }

    private static Span whole(String day) {
        var whole = new Span(day);
        whole.addClassName("day");
        return whole;
    }
}
