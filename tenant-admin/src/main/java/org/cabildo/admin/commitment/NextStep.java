package org.cabildo.admin.commitment;

import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.function.SerializableConsumer;
import java.util.Optional;
import org.cabildo.admin.words.Words;
import org.cabildo.commitment.CommitmentView;
import org.cabildo.commitment.Completeness;
import org.cabildo.commitment.Completeness.Item;
import org.jspecify.annotations.Nullable;

/**
 * How much a commitment lacks before it can be proposed, and one button that leads to the next of it; then the way to
 * propose it. The button stays the same while what it leads to changes: what is typed is saved as a hand reaches for it.
 */
final class NextStep extends Div {

    private final Span count = new Span();
    final Button next = new Button();
    final Anchor propose = new Anchor("", Words.of("plan.propose"));
    private @Nullable Item leadsTo;

    /** @param lead brings whoever writes to where this part is written */
    NextStep(SerializableConsumer<Item> lead) {
        addClassName("next-step");
        propose.addClassName("primary-link");
        next.addClickListener(_ -> {
            if (leadsTo != null) {
                lead.accept(leadsTo);
            }
        });
        add(count, next, propose);
        setVisible(false);
    }

    /** Whether nothing is left to do but to propose it. */
    boolean isToPropose() {
        return isVisible() && propose.isVisible();
    }

    /**
     * @param now what is saved; null: nothing is yet
     * @param proposed number of the plan's version that waits for approval; null: none does
     * @param plan where the plan is
     * @param dated whether the plan says when it begins and ends, without which nothing can be proposed
     * @param news whether something was saved that the public may not read yet, and the waiting version, if one waits, does
     *     not say
     */
    void show(@Nullable CommitmentView now, @Nullable Integer proposed, String plan, boolean dated, boolean news) {
        setVisible(now == null || now.withdrawn() == null);
        if (now == null) {
            count.setText(Words.of("complete.begin"));
            next.setVisible(false);
            propose.setVisible(false);
            return;
        }
        var needed = Completeness.of(now).needed();
        boolean ready = needed.isEmpty();
        leadsTo = ready ? null : needed.getFirst();
        count.setText(ready ? ready(now, dated) : Words.of("complete.count", needed.size()));
        next.setVisible(!ready);
        if (leadsTo != null) {
            next.setText(Words.of("complete.next", Words.of("complete." + leadsTo)));
        }
        propose.setVisible(ready);
        propose.setHref(plan + (dated ? "?proponer=si" : "?cambiar=si"));
        propose.setText(Words.of(dated ? "plan.propose" : "complete.plan.dates"));
        var outside = outside(now);
        if (ready && outside.isPresent()) {
            count.setText(Words.of("complete.outside", outside.get()));
            propose.setVisible(false);
        } else if (ready && proposed != null && news) {
            count.setText(Words.of("complete.again", proposed));
        } else if (ready && proposed != null) {
            setVisible(false); // the end of the page says how it goes on
        } else if (ready && now.published() && !news) {
            count.setText(Words.of("complete.read"));
            propose.setVisible(false);
        }
    }

    /** The first milestone that does not lie within the commitment, which nothing can be proposed with. */
    private static Optional<String> outside(CommitmentView now) {
        return now.milestones().stream()
                .filter(now::isOutside)
                .map(one -> one.said().activity())
                .findFirst();
    }

    private static String ready(CommitmentView now, boolean dated) {
        if (!dated) {
            return Words.of("complete.plan.undated");
        }
        return Words.of(now.published() ? "complete.unread" : "complete.ready");
    }
}
