package org.cabildo.admin.frame;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.ComponentUtil;
import com.vaadin.flow.component.Focusable;
import com.vaadin.flow.component.HasLabel;
import com.vaadin.flow.component.Text;
import com.vaadin.flow.component.shared.HasValidationProperties;
import com.vaadin.flow.component.textfield.TextFieldBase;
import java.util.Optional;
import java.util.stream.Stream;
import org.cabildo.admin.words.Words;

/**
 * How long a text may be. What is longer stays as it was pasted, and is told with how long it is: a field that takes no
 * more than fits cuts the end off in silence.
 *
 * @param characters at most
 */
record Longest(int characters) {

    /** Tells from now on what is too long in a field. */
    static <F extends TextFieldBase<F, String>> void in(F field, int characters) {
        ComponentUtil.setData(field, Longest.class, new Longest(characters));
        field.addValueChangeListener(_ -> mark(field));
    }

    private static boolean mark(Component field) {
        var sentence = sentence(field);
        if (sentence.isPresent() && field instanceof HasValidationProperties marked) {
            marked.setErrorMessage(sentence.get());
            marked.setInvalid(true);
        }
        return sentence.isPresent();
    }

    /** Marks a field whose text is too long, and brings whoever typed it there. */
    static void tell(Component field) {
        if (mark(field) && field instanceof Focusable<?> focusable) {
            focusable.focus();
        }
    }

    /** What is to be said of a text that is too long; nothing of one that fits. */
    static Optional<String> sentence(Component field) {
        var longest = ComponentUtil.getData(field, Longest.class);
        if (longest == null || !(field instanceof TextFieldBase<?, ?> text)) {
            return Optional.empty();
        }
        int length = text.getValue().toString().strip().length();
        return length > longest.characters()
                ? Optional.of(Words.of("text.long", longest.characters(), length))
                : Optional.empty();
    }

    /** The same, with the field's name, where it is said elsewhere. */
    static Optional<String> namedSentence(Component field) {
        return sentence(field)
                .map(sentence -> field instanceof HasLabel named
                        ? Words.of("text.long.in", named.getLabel(), sentence)
                        : sentence);
    }

    /** The fields within something whose text is too long, as far as a person sees them. */
    static Stream<Component> tooLong(Component within) {
        if (within instanceof Text || !within.isVisible()) {
            return Stream.empty();
        }
        return sentence(within).isPresent()
                ? Stream.of(within)
                : within.getChildren().flatMap(Longest::tooLong);
    }
}
