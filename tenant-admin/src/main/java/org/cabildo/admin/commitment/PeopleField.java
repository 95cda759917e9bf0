package org.cabildo.admin.commitment;

import com.vaadin.flow.component.combobox.MultiSelectComboBox;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.cabildo.admin.frame.Several;
import org.cabildo.admin.words.Words;
import org.cabildo.identity.Roster;
import org.cabildo.kernel.Texts;

/** Whom a comment turns to, found by name whether or not accents are typed. */
class PeopleField extends MultiSelectComboBox<Roster.Line> {

    /** A name that is left as it was typed is told like one that was entered; Escape takes it back. */
    private static final String LEFT = """
            this.addEventListener('focusout', event => {
              const typed = this.inputElement.value.trim();
              if (!typed || this.contains(event.relatedTarget)) return;
              this.dispatchEvent(new CustomEvent('custom-value-set', {detail: typed}));
            }, true);
            """;

    private List<Roster.Line> all = List.of();

    PeopleField() {
        super(Words.of("talk.whom"));
        setHelperText(Words.of("talk.whom.hint"));
        setItemLabelGenerator(this::label);
        setAllowCustomValue(true); // a name that is typed and not picked is taken or told, and never just gone
        addCustomValueSetListener(typed -> take(typed.getDetail()));
        addValueChangeListener(_ -> setInvalid(false));
        getElement().executeJs(LEFT);
        Several.speaking(this);
    }

    /** Offers these; who was chosen and is not among them any more is chosen no longer. */
    void offer(List<Roster.Line> people) {
        var before = getValue();
        all = List.copyOf(people);
        setItems(this::isFound, all);
        setValue(all.stream().filter(before::contains).collect(Collectors.toSet()));
        setVisible(!all.isEmpty());
    }

    /** Chooses the one who is found by what is typed; nobody where several are, or none. */
    private void take(String typed) {
        var found = all.stream().filter(one -> isFound(one, typed)).toList();
        if (found.size() == 1) {
            select(found.getFirst());
            return;
        }
        setErrorMessage(Words.of(found.isEmpty() ? "talk.whom.nobody" : "talk.whom.several", typed.strip()));
        setInvalid(true);
    }

    /** Whether somebody is found by what is typed. */
    boolean isFound(Roster.Line one, String typed) {
        return Texts.plain(label(one)).contains(Texts.plain(typed.strip()));
    }

    /** Chooses those with these ids. */
    void choose(Set<String> ids) {
        setValue(all.stream().filter(one -> ids.contains(one.id().toString())).collect(Collectors.toSet()));
    }

    /** The ids of those who are chosen, joined by commas. */
    String chosen() {
        return getValue().stream().map(one -> one.id().toString()).sorted().collect(Collectors.joining(","));
    }

    /** The name; for whoever speaks for another tenant than most here also that one, and the address where two are called alike. */
    private String label(Roster.Line one) {
        var shared = all.stream().map(Roster.Line::onBehalfOf).distinct().count() > 1;
        var named = shared ? "%s · %s".formatted(one.name(), one.onBehalfOf()) : one.name();
        return all.stream().filter(other -> other.name().equals(one.name())).count() > 1
                ? "%s · %s".formatted(named, one.email())
                : named;
    }
}
