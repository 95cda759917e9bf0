package org.cabildo.admin.commitment;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H3;
import com.vaadin.flow.component.html.H4;
import com.vaadin.flow.component.html.ListItem;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.component.html.UnorderedList;
import com.vaadin.flow.component.progressbar.ProgressBar;
import com.vaadin.flow.function.SerializableConsumer;
import java.util.List;
import org.cabildo.admin.words.Words;
import org.cabildo.commitment.CommitmentView;
import org.cabildo.commitment.Completeness;
import org.cabildo.commitment.Completeness.Item;
import org.jspecify.annotations.Nullable;

/** How complete a commitment is, what it lacks, and where it goes on to the public. */
class ReadyPanel extends Div {

    /**
     * @param proposed number of the plan's version that waits for approval; null: none does
     * @param plan where the plan is
     * @param lead brings whoever writes to where a part is written
     */
    ReadyPanel(CommitmentView commitment, @Nullable Integer proposed, String plan, SerializableConsumer<Item> lead) {
        addClassNames("panel", "unprinted");
        var so = Completeness.of(commitment);
        var said = Words.of(
                "complete.parts", so.said(), Completeness.asked(true), so.saidBeyond(), Completeness.asked(false));
        var bar = new ProgressBar(0, Completeness.asked(true), so.said());
        bar.getElement().setAttribute("aria-label", said);
        var row = new Div(bar, new Span(said));
        row.addClassNames("progress", "worded");
        add(new H3(Words.of(title(commitment, so))), row);
        if (!so.needed().isEmpty()) {
            add(ways("complete.needed", so.needed(), lead));
        }
        if (!so.advised().isEmpty()) {
            add(ways("complete.advised", so.advised(), lead));
        }
        next(commitment, so, proposed, plan);
    }

    /** From here it goes on to the public by a version of the plan. */
    private void next(CommitmentView commitment, Completeness so, @Nullable Integer proposed, String plan) {
        if (proposed != null) {
            add(
                    new Paragraph(Words.of("commitment.next.waits", proposed)),
                    new Anchor(plan, Words.of("commitment.next.proposal")));
        } else if (commitment.published()) {
            add(new Paragraph(Words.of("commitment.next.again")), new Anchor(plan, Words.of("commitment.next.link")));
        } else {
            add(new Paragraph(Words.of("commitment.next.text")));
            add(
                    so.isReady()
                            ? new Anchor(plan + "?proponer=si", Words.of("plan.propose"))
                            : new Anchor(plan, Words.of("commitment.next.link")));
        }
    }

    private static String title(CommitmentView commitment, Completeness so) {
        if (!so.isReady()) {
            return "complete.lacks";
        }
        return commitment.published() ? "complete.published" : "complete.ready";
    }

    /** One way to each of these. */
    private static Component ways(String title, List<Item> items, SerializableConsumer<Item> lead) {
        var ways = new UnorderedList();
        ways.addClassName("ways");
        for (var item : items) {
            var way = new Button(Words.of("complete." + item), _ -> lead.accept(item));
            way.addThemeVariants(ButtonVariant.TERTIARY);
            ways.add(new ListItem(way));
        }
        var titled = new Div(new H4(Words.of(title)), ways);
        titled.addClassName("screen-only");
        return titled;
    }
}
