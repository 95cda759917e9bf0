package org.cabildo.admin.frame;

import com.vaadin.flow.component.HasLabel;
import com.vaadin.flow.component.HasValue;
import com.vaadin.flow.component.checkbox.Checkbox;
import com.vaadin.flow.component.checkbox.CheckboxGroup;
import com.vaadin.flow.component.radiobutton.RadioButtonGroup;
import com.vaadin.flow.component.select.Select;
import java.math.BigDecimal;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.function.Supplier;
import java.util.function.UnaryOperator;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.cabildo.admin.words.Words;
import org.cabildo.begun.Begun;

/** The fields of a form by name, as text that can be kept and put back, whether a rule would take it or not. */
public final class Typed {

    private record Part(String label, Supplier<String> read, Consumer<String> write, UnaryOperator<String> asShown) {}

    private final Map<String, Part> parts = new LinkedHashMap<>();
    private final Map<String, Supplier<String>> untouched = new HashMap<>();

    /** A field of text. */
    public Typed text(String name, HasValue<?, String> field) {
        return with(name, field, field::getValue, field::setValue, UnaryOperator.identity());
    }

    /** A field of a day. */
    public Typed day(String name, DayField field) {
        return with(
                name,
                field,
                () -> Objects.toString(field.getValue(), ""),
                day -> field.setValue(day.isEmpty() ? null : LocalDate.parse(day)),
                day -> day.isEmpty() ? "" : Words.of(LocalDate.parse(day)));
    }

    /** A field of a whole number. */
    public Typed whole(String name, WholeField field) {
        return number(name, field, UnaryOperator.identity());
    }

    /** A field of a whole percentage. */
    public Typed share(String name, WholeField field) {
        return number(name, field, number -> number.isEmpty() ? "" : Words.of("percent.whole", new BigDecimal(number)));
    }

    private Typed number(String name, WholeField field, UnaryOperator<String> asShown) {
        return with(
                name,
                field,
                () -> field.isEmpty()
                        ? ""
                        : new BigDecimal(field.getValue().toString())
                                .stripTrailingZeros()
                                .toPlainString(),
                number -> field.setValue(number.isEmpty() ? null : Double.valueOf(number)),
                asShown);
    }

    /** One of a closed set. */
    public <E extends Enum<E>> Typed choice(String name, Select<E> field, Class<E> of) {
        return with(
                name,
                field,
                () -> field.getValue().name(),
                one -> field.setValue(Enum.valueOf(of, one)),
                one -> field.getItemLabelGenerator().apply(Enum.valueOf(of, one)));
    }

    /**
     * One of several that are all seen; one that is not there any more is not chosen.
     *
     * @param id by which it is known later
     */
    public <T> Typed one(String name, RadioButtonGroup<T> field, Function<T, String> id) {
        return with(
                name,
                field,
                () -> field.getOptionalValue().map(id).orElse(""),
                typed -> itemOf(field, id, typed).ifPresent(field::setValue),
                typed -> itemOf(field, id, typed)
                        .map(field.getItemLabelGenerator())
                        .orElse(""));
    }

    private static <T> Optional<T> itemOf(RadioButtonGroup<T> field, Function<T, String> id, String typed) {
        return field.getListDataView()
                .getItems()
                .filter(item -> id.apply(item).equals(typed))
                .findFirst();
    }

    /**
     * A field that says itself what it holds.
     *
     * @param write takes what {@code read} gave
     * @param asShown what people call it
     */
    public Typed held(
            String name,
            HasValue<?, ?> field,
            Supplier<String> read,
            Consumer<String> write,
            UnaryOperator<String> asShown) {
        return with(name, field, read, write, asShown);
    }

    /** What nobody types, by which the whole is known where it is offered again. */
    public Typed known(String name, String text) {
        parts.put(name, new Part(name, () -> text, _ -> {}, UnaryOperator.identity()));
        return this;
    }

    /** Yes or no. */
    public Typed tick(String name, Checkbox field) {
        return with(
                name,
                field,
                () -> field.getValue().toString(),
                yes -> field.setValue(Boolean.parseBoolean(yes)),
                UnaryOperator.identity());
    }

    /** Some of several codes, none of which has a comma. */
    public Typed several(String name, CheckboxGroup<String> field) {
        return with(
                name,
                field,
                () -> field.getValue().stream().sorted().collect(Collectors.joining(",")),
                codes -> field.setValue(split(codes).collect(Collectors.toSet())),
                codes -> split(codes).map(field.getItemLabelGenerator()).collect(Collectors.joining("; ")));
    }

    private static Stream<String> split(String codes) {
        return Arrays.stream(codes.split(",")).filter(code -> !code.isEmpty());
    }

    /** Says of these that they only choose what is asked: who has done nothing else has typed nothing. */
    public Typed choosing(String... names) {
        for (var name : names) {
            untouched.put(
                    name, () -> Objects.requireNonNull(parts.get(name)).read().get());
        }
        return this;
    }

    /** Says what a field holds before anybody types in it, where that changes with what is chosen. */
    public Typed beginning(String name, Supplier<String> before) {
        untouched.put(name, before);
        return this;
    }

    /** @param blank what the form shows before anybody types */
    boolean isNothing(Map<String, String> blank) {
        return parts.entrySet().stream()
                .allMatch(part -> part.getValue()
                        .read()
                        .get()
                        .equals(untouched
                                .getOrDefault(part.getKey(), () -> blank.getOrDefault(part.getKey(), ""))
                                .get()));
    }

    private Typed with(
            String name,
            HasValue<?, ?> field,
            Supplier<String> read,
            Consumer<String> write,
            UnaryOperator<String> asShown) {
        var label = field instanceof HasLabel labelled ? labelled.getLabel() : name;
        parts.put(name, new Part(label, read, write, asShown));
        return this;
    }

    /** What is saved now in the fields where this was typed while something else stood there. */
    Differences overtaken(Begun before, Map<String, String> now) {
        var differences = new Differences();
        before.typed().forEach((name, typed) -> {
            var part = parts.get(name);
            var stands = now.get(name);
            if (part != null && stands != null && before.isOvertaken(name, stands) && !stands.equals(typed)) {
                differences.in(part.label(), typed, part.asShown().apply(stands));
            }
        });
        return differences;
    }

    Map<String, String> said() {
        var said = new LinkedHashMap<String, String>();
        parts.forEach((name, part) -> said.put(name, part.read().get()));
        return said;
    }

    /** Puts back what was said; a field that another release wrote in another form stays as it begins. */
    void say(Map<String, String> said) {
        parts.forEach((name, part) -> {
            var text = said.get(name);
            if (text != null) {
                put(part, text);
            }
        });
    }

    private static void put(Part part, String text) {
        try {
            part.write().accept(text);
        } catch (IllegalArgumentException | DateTimeException ofAnotherRelease) {
            // nothing that a person can do about it, and all other fields are put back
        }
    }
}
