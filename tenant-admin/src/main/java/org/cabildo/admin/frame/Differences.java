package org.cabildo.admin.frame;

import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.html.DescriptionList;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.cabildo.admin.words.Words;

/** What is saved, field by field, where it differs from what is typed here. */
public final class Differences extends DescriptionList {

    /** @param take puts what is saved into the field */
    private record Difference(String theirs, Runnable take) {}

    private final Map<String, Difference> all = new LinkedHashMap<>(); // by the name of the field

    /** None so far. */
    public Differences() {
        addClassName("facts");
    }

    /** Adds what they said in this field, if it differs. */
    public Differences in(String field, String mine, String theirs) {
        return in(field, mine, theirs, () -> {});
    }

    /**
     * Adds what they said in this field, if it differs.
     *
     * @param take puts what they said into the field
     */
    public Differences in(String field, String mine, String theirs, Runnable take) {
        if (!mine.strip().equals(theirs.strip())) {
            all.put(field, new Difference(theirs, take));
            var says = new Description(theirs.isBlank() ? Words.of("race.empty") : theirs);
            says.addClassName("prose");
            add(new Term(field), says);
        }
        return this;
    }

    /** Whether both say the same. */
    public boolean isEmpty() {
        return all.isEmpty();
    }

    /**
     * Puts what only the other officer changed into its fields, leaves what only this one changed, and keeps what both did.
     *
     * @param mine where what is typed differs from what both began with
     * @return the names of the fields that now say what the other officer said
     */
    public List<String> takeOver(Differences mine) {
        var taken = new ArrayList<String>();
        for (Iterator<Map.Entry<String, Difference>> left = all.entrySet().iterator(); left.hasNext(); ) {
            var one = left.next();
            var own = mine.all.get(one.getKey());
            if (own == null) {
                one.getValue().take().run();
                taken.add(one.getKey());
                left.remove();
            } else if (own.theirs().strip().equals(one.getValue().theirs().strip())) {
                left.remove(); // as both began: nobody else touched it
            }
        }
        return taken;
    }

    /**
     * Shows what both changed, each with a button that takes what is saved.
     *
     * @param settled once there is nothing left to choose
     */
    void choose(Runnable settled) {
        removeAll();
        all.forEach((field, difference) -> {
            var says = new Description(difference.theirs().isBlank() ? Words.of("race.empty") : difference.theirs());
            says.addClassName("prose");
            var take = new Button(Words.of("race.take"), _ -> {
                difference.take().run();
                all.remove(field);
                if (all.isEmpty()) {
                    settled.run();
                } else {
                    choose(settled);
                }
            });
            take.addThemeVariants(ButtonVariant.SMALL);
            take.setAriaLabel(Words.of("race.take.of", field));
            add(new Term(field), says, new Description(take));
        });
    }
}
