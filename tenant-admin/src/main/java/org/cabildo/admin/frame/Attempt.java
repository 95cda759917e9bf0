package org.cabildo.admin.frame;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.Focusable;
import com.vaadin.flow.component.HasValue;
import com.vaadin.flow.component.HasValueAndElement;
import com.vaadin.flow.component.checkbox.CheckboxGroup;
import com.vaadin.flow.component.combobox.ComboBox;
import com.vaadin.flow.component.radiobutton.RadioButtonGroup;
import com.vaadin.flow.component.select.Select;
import com.vaadin.flow.component.shared.HasValidationProperties;
import com.vaadin.flow.dom.Element;
import com.vaadin.flow.function.SerializableRunnable;
import com.vaadin.flow.shared.Registration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.function.BooleanSupplier;
import java.util.function.Predicate;
import java.util.stream.Stream;
import org.cabildo.admin.words.Words;
import org.cabildo.kernel.Refused;
import org.springframework.dao.OptimisticLockingFailureException;

/**
 * Tries what a person asked for. What a rule says no to is shown at the field it speaks of, else in a note; whatever was
 * typed stays.
 */
public final class Attempt {

    /** A group takes no focus itself, its choices do; as late as a field does, which would take it away again. */
    private static final String FOCUS_WITHIN = """
            setTimeout(() => (this.querySelector('[checked]:not([disabled])')
                ?? this.querySelector('vaadin-radio-button:not([disabled]), vaadin-checkbox:not([disabled])'))?.focus(), 0)
            """;

    private record Place(Predicate<String> codes, HasValidationProperties field) {}

    /** A field that must say something. */
    private record Needed(HasValidationProperties field, BooleanSupplier says) {}

    /** What one field must obey, whatever the others say. */
    private record Rule(HasValidationProperties field, Runnable rule) {}

    /** What is wrong with a field. */
    private record Broken(HasValidationProperties field, String sentence) {}

    private final Runnable work;
    private final List<Place> places = new ArrayList<>();
    private final List<Needed> needed = new ArrayList<>();
    private final List<Rule> rules = new ArrayList<>();

    private Attempt(Runnable work) {
        this.work = work;
    }

    /** Something that a rule may refuse. */
    public static Attempt to(Runnable work) {
        return new Attempt(work);
    }

    /** Shows refusals whose code begins so at this field. */
    public <F extends Component & HasValidationProperties> Attempt at(F field, String... codes) {
        places.add(new Place(code -> List.of(codes).stream().anyMatch(code::startsWith), field));
        return this;
    }

    /** Marks each of these fields that says nothing, all at once, before anything is tried. */
    @SafeVarargs
    public final <F extends Component & HasValueAndElement<?, ?> & HasValidationProperties> Attempt needing(
            F... fields) {
        for (var field : fields) {
            needed.add(new Needed(field, () -> says(field)));
        }
        return this;
    }

    /** Judges this field by itself before anything is tried, so that what is wrong with it is told with all that is missing. */
    public <F extends Component & HasValidationProperties> Attempt judging(F field, Runnable rule) {
        rules.add(new Rule(field, rule));
        return this;
    }

    private List<Broken> broken() {
        var broken = new ArrayList<Broken>();
        for (var one : rules) {
            try {
                one.rule().run();
            } catch (Refused refused) {
                broken.add(new Broken(one.field(), Words.of(refused)));
            }
        }
        fields().filter(field -> broken.stream().noneMatch(one -> one.field().equals(field)))
                .forEach(field -> Longest.sentence((Component) field)
                        .ifPresent(sentence -> broken.add(new Broken(field, sentence))));
        days().forEach(day -> day.unoffered().ifPresent(sentence -> broken.add(new Broken(day, sentence))));
        return broken;
    }

    /** The fields that something is said at, each once. */
    private Stream<HasValidationProperties> fields() {
        return Stream.concat(places.stream().map(Place::field), needed.stream().map(Needed::field))
                .distinct();
    }

    private static String needed(HasValidationProperties field) {
        return Words.of(
                switch (field) {
                    case CheckboxGroup<?> _ -> "needed.some";
                    case Select<?> _, ComboBox<?> _, RadioButtonGroup<?> _ -> "needed.one";
                    default -> "needed";
                });
    }

    private static boolean says(HasValueAndElement<?, ?> field) {
        return !field.isEmpty() && !(field.getValue() instanceof String text && text.isBlank());
    }

    /** Does it. @return whether it was done */
    public boolean succeeds() {
        Notes.settle(); // what was refused before is old now
        places.forEach(place -> place.field().setInvalid(false));
        needed.forEach(one -> one.field().setInvalid(false));
        var silent = needed.stream()
                .filter(one ->
                        ((Component) one.field()).isVisible() && !one.says().getAsBoolean())
                .filter(one -> !(one.field() instanceof DayField day && day.isHalfTyped()))
                .toList();
        var half = days().filter(DayField::isHalfTyped).toList();
        var wrong = Stream.of(
                        broken().stream(),
                        half.stream().map(day -> new Broken(day, day.wrong())),
                        silent.stream().map(one -> new Broken(one.field(), needed(one.field()))))
                .flatMap(each -> each)
                .sorted(Comparator.comparing(one -> place((Component) one.field()), Arrays::compare))
                .toList();
        if (!wrong.isEmpty()) {
            wrong.reversed().forEach(one -> mark(one.field(), one.sentence())); // the first at last: it has the focus
            return false;
        }
        try {
            work.run();
            return true;
        } catch (Refused refused) {
            show(refused);
            return false;
        } catch (OptimisticLockingFailureException race) {
            Notes.refused(Words.of("race"));
            return false;
        }
    }

    /** Where it stands among all, in the order in which people read; nowhere if it stands in nothing. */
    private static int[] place(Component field) {
        return Stream.iterate(field.getElement(), element -> element.getParent() != null, Element::getParent)
                .map(element -> element.getParent().indexOfChild(element))
                .toList()
                .reversed()
                .stream()
                .mapToInt(Integer::intValue)
                .toArray();
    }

    private Stream<DayField> days() {
        return fields().filter(DayField.class::isInstance).map(DayField.class::cast);
    }

    private void show(Refused refused) {
        var sentence = Words.of(refused);
        places.stream()
                .filter(place -> place.codes().test(refused.code()))
                .findFirst()
                .ifPresentOrElse(place -> mark(place.field(), sentence), () -> Notes.refused(sentence));
    }

    /** The mark goes with the first key or choice; nothing is listened to after it. */
    private static void clearsOnceChanged(HasValidationProperties field) {
        var ears = new ArrayList<Registration>();
        SerializableRunnable clear = () -> {
            field.setInvalid(false);
            ears.forEach(Registration::remove);
            ears.clear();
        };
        var marked = (Component) field;
        ears.add(marked.getElement().addEventListener("input", _ -> clear.run()));
        ears.add(marked.addDetachListener(_ -> clear.run()));
        if (field instanceof HasValue<?, ?> value) {
            ears.add(value.addValueChangeListener(_ -> clear.run()));
        }
    }

    private static void mark(HasValidationProperties field, String sentence) {
        field.setErrorMessage(sentence);
        field.setInvalid(true);
        clearsOnceChanged(field);
        if (field instanceof Focusable<?> focusable) {
            focusable.focus();
        } else {
            ((Component) field).getElement().executeJs(FOCUS_WITHIN);
        }
    }
}
