package org.cabildo.admin.commitment;

import com.vaadin.flow.component.AbstractField;
import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.combobox.MultiSelectComboBox;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H3;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.select.Select;
import java.util.Collection;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.function.Consumer;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.cabildo.admin.frame.Differences;
import org.cabildo.admin.frame.Fields;
import org.cabildo.admin.frame.Several;
import org.cabildo.admin.words.Words;
import org.cabildo.calendar.OgpVocabulary.PolicyArea;
import org.cabildo.commitment.published.Detail;
import org.cabildo.commitment.published.Details;

/** Whatever else may be said of a commitment, folded away until somebody looks for it. */
class DetailFields extends com.vaadin.flow.component.details.Details {

    private static final int GOALS = 17; // Sustainable Development Goals

    private final transient Map<Detail, Part> parts = new EnumMap<>(Detail.class);
    private final transient Map<Detail.Group, H3> titles = new EnumMap<>(Detail.Group.class);
    private final transient Choices choices;

    private record Part(String label, AbstractField<?, ?> field, Supplier<String> read, Consumer<String> write) {}

    /**
     * What there is to choose from.
     *
     * @param others the plan's other commitments: title by number
     * @param ogp whether the plan goes to OGP, whose template is spoken of then
     */
    record Choices(List<PolicyArea> areas, Map<Integer, String> others, boolean ogp) {

        /** The word with this key, in a plan's own terms where it does not go to OGP. */
        String word(String key) {
            return Words.of(ogp ? key : key + ".own");
        }

        private Map<String, String> of(Detail part) {
            return switch (part) {
                case AXIS -> named(Details.AXES.stream(), "axis.");
                case SDG -> named(IntStream.rangeClosed(1, GOALS).mapToObj(String::valueOf), "sdg.");
                case RELATED -> {
                    var named = new LinkedHashMap<String, String>();
                    others.forEach((number, title) ->
                            named.put(number.toString(), Words.of("commitment.numbered", number, title)));
                    yield named;
                }
                default -> {
                    var named = new LinkedHashMap<String, String>();
                    boolean spanish = Words.language()
                            .getLanguage()
                            .equals(Locale.of("es").getLanguage());
                    areas.forEach(area -> named.put(area.english(), spanish ? area.spanish() : area.english()));
                    yield named;
                }
            };
        }

        private static Map<String, String> named(Stream<String> codes, String key) {
            var named = new LinkedHashMap<String, String>();
            codes.forEach(code -> named.put(code, Words.of(key + code)));
            return named;
        }
    }

    DetailFields(Details said, Choices choices) {
        this.choices = choices;
        var all = new Div(new Paragraph(choices.word("details.more.text")));
        all.addClassName("form");
        all.getChildren().forEach(text -> text.getElement().getClassList().add("whole"));
        for (var group : Detail.Group.values()) {
            var title = new H3(Words.of("detail.group." + group));
            title.addClassName("whole");
            titles.put(group, title);
            all.add(title);
            for (var detail : group.parts()) {
                var part = part(detail, said.of(detail));
                parts.put(detail, part);
                if (detail.kind() == Detail.Kind.TEXT) {
                    part.field().getElement().getClassList().add("whole");
                }
                all.add(part.field());
            }
        }
        add(all);
        setWidthFull();
        addClassName("whole");
        count();
        fields().forEach(field -> field.addValueChangeListener(_ -> count()));
    }

    private Stream<AbstractField<?, ?>> fields() {
        return parts.values().stream().map(Part::field);
    }

    /** How much of it is said stands in the title. */
    private void count() {
        setSummaryText(Words.of(
                "details.more", fields().filter(field -> !field.isEmpty()).count(), parts.size()));
    }

    private Part part(Detail detail, String text) {
        var label = Words.of("detail." + detail);
        var hint = Words.of("detail." + detail + ".hint");
        return switch (detail.kind()) {
            case LINE -> {
                var field = Fields.line(label, text, Details.LONGEST_LINE);
                field.setHelperText(hint);
                yield new Part(label, field, field::getValue, field::setValue);
            }
            case TEXT, LIST -> {
                var field = Fields.text(label, hint, text, Details.LONGEST_TEXT);
                field.setMinRows(2);
                yield new Part(label, field, field::getValue, field::setValue);
            }
            case CHOICE -> chosen(detail, label, hint, text);
            case CHOICES -> several(detail, label, hint, text);
        };
    }

    private Part chosen(Detail detail, String label, String hint, String text) {
        var names = names(detail, List.of(text));
        var field = new Select<String>();
        field.setLabel(label);
        field.setHelperText(hint);
        field.setItems(names.keySet());
        field.setEmptySelectionAllowed(true);
        field.setItemLabelGenerator(code -> code == null ? "" : Objects.requireNonNullElse(names.get(code), code));
        field.setValue(text.isEmpty() ? null : text);
        return new Part(label, field, () -> Objects.requireNonNullElse(field.getValue(), ""), code -> {
            if (!code.isEmpty() && names.putIfAbsent(code, code) == null) {
                field.setItems(names.keySet());
            }
            field.setValue(code.isEmpty() ? null : code);
        });
    }

    private Part several(Detail detail, String label, String hint, String text) {
        var names = names(detail, text.lines().toList());
        var field = Several.speaking(new MultiSelectComboBox<String>(label));
        field.setHelperText(hint);
        field.setItems(names.keySet());
        field.setItemLabelGenerator(code -> Objects.requireNonNullElse(names.get(code), code));
        field.setValue(text.lines().collect(Collectors.toSet()));
        field.setClearButtonVisible(true);
        return new Part(label, field, () -> inOrder(names.keySet(), field.getValue()), codes -> {
            codes.lines().forEach(code -> names.putIfAbsent(code, code));
            field.setItems(names.keySet());
            field.setValue(codes.lines().collect(Collectors.toSet()));
        });
    }

    private static String inOrder(Set<String> codes, Set<String> chosen) {
        return codes.stream().filter(chosen::contains).collect(Collectors.joining("\n"));
    }

    /** What was chosen and is offered no more stays as it is. */
    private Map<String, String> names(Detail detail, Collection<String> chosen) {
        var names = new LinkedHashMap<>(choices.of(detail));
        chosen.stream().filter(code -> !code.isEmpty()).forEach(code -> names.putIfAbsent(code, code));
        return names;
    }

    /** Unfolds them, for whoever is brought to this one. */
    Component open(Detail detail) {
        setOpened(true);
        return Objects.requireNonNull(parts.get(detail)).field();
    }

    Details said() {
        var said = new EnumMap<Detail, String>(Detail.class);
        parts.forEach((detail, part) -> said.put(detail, part.read().get()));
        return new Details(said);
    }

    void setReadOnly(boolean only) {
        fields().forEach(field -> {
            field.setReadOnly(only);
            field.setVisible(!only || !field.isEmpty());
        });
        titles.forEach((group, title) -> title.setVisible(group.parts().stream()
                .anyMatch(
                        part -> Objects.requireNonNull(parts.get(part)).field().isVisible())));
        setVisible(!only || fields().anyMatch(Component::isVisible));
    }

    String typed() {
        return parts.values().stream().map(part -> part.read().get()).collect(Collectors.joining("\u0000"));
    }

    void differences(Details theirs, Differences list) {
        parts.forEach((detail, part) -> list.in(
                part.label(),
                shown(detail, part.read().get()),
                shown(detail, theirs.of(detail)),
                () -> part.write().accept(theirs.of(detail))));
    }

    private String shown(Detail detail, String text) {
        return switch (detail.kind()) {
            case LINE, TEXT, LIST -> text;
            case CHOICE, CHOICES ->
                text.lines()
                        .map(code ->
                                Objects.requireNonNullElse(choices.of(detail).get(code), code))
                        .collect(Collectors.joining("; "));
        };
    }
}
