package org.cabildo.admin.plan;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H2;
import com.vaadin.flow.component.html.ListItem;
import com.vaadin.flow.component.html.OrderedList;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.component.progressbar.ProgressBar;
import java.util.List;
import java.util.Set;
import org.cabildo.admin.frame.Attempt;
import org.cabildo.admin.frame.Badge;
import org.cabildo.admin.frame.Fields;
import org.cabildo.admin.frame.Here;
import org.cabildo.admin.frame.Quiet;
import org.cabildo.admin.frame.Sheet;
import org.cabildo.admin.words.Words;
import org.cabildo.commitment.CommitmentCodes;
import org.cabildo.commitment.CommitmentView;
import org.cabildo.plan.Plans;

/** The commitments of a plan as cards, each with its progress and the code that OGP gave it. */
final class CommitmentCards extends Div {

    private final transient Plans.Line plan;
    private final transient Set<Integer> unread;
    private final transient CommitmentCodes codes;
    private final transient Here here;
    private final transient Runnable again;

    /**
     * @param unread numbers of those of which the public reads something else
     * @param adding what adds commitments
     * @param again shows the plan anew after a change
     */
    CommitmentCards(
            Plans.Line plan,
            List<CommitmentView> commitments,
            Set<Integer> unread,
            CommitmentCodes codes,
            Here here,
            boolean editor,
            Component adding,
            Runnable again) {
        this.plan = plan;
        this.unread = Set.copyOf(unread);
        this.codes = codes;
        this.here = here;
        this.again = again;
        var head = new Div(new H2(Words.of("plan.commitments")));
        head.addClassName("panel-head");
        if (editor) {
            head.add(adding);
        }
        var list = new OrderedList();
        list.addClassName("cards");
        var given = codes.of(plan.id());
        var coded =
                plan.said().framework().isOfOgp() && plan.published() != null; // OGP gives codes to what it was given
        for (var commitment : commitments) {
            var code = given.getOrDefault(commitment.number(), "");
            var card = new Div(way(commitment));
            card.addClassName("card");
            if (editor && (coded || !code.isEmpty())) {
                card.add(code(commitment, code));
            } else if (!code.isEmpty()) {
                card.add(new Quiet(Words.of("code.given", code)));
            }
            list.add(new ListItem(card));
        }
        add(head, list.getComponentCount() == 0 ? new Quiet(Words.of("plan.commitments.empty")) : list);
    }

    private Component code(CommitmentView commitment, String code) {
        var ask = new Button(
                code.isEmpty() ? Words.of("code.ask") : Words.of("code.given", code), _ -> askCode(commitment, code));
        ask.setAriaLabel(Words.of("code.ask.of", commitment.number(), code));
        ask.addThemeVariants(ButtonVariant.TERTIARY);
        return ask;
    }

    private void askCode(CommitmentView commitment, String before) {
        var code = Fields.line(Words.of("code.label"), before, 40);
        code.setHelperText(Words.of("code.hint"));
        Sheet.titled(Words.of("code.title", commitment.said().title()))
                .wide(code)
                .taking(
                        Words.of("save"),
                        () -> Attempt.to(() -> codes.give(commitment.id(), code.getValue()))
                                .at(code, "ogp.code"),
                        again)
                .open();
    }

    private Component way(CommitmentView commitment) {
        var title = new Span(Words.of(
                "commitment.numbered", commitment.number(), commitment.said().title()));
        title.addClassName("card-title");
        var bar = new ProgressBar(0, 100, commitment.progress().value());
        bar.getElement()
                .setAttribute(
                        "aria-label",
                        Words.of("commitment.progress", commitment.progress().value()));
        var row = new Div(bar, new Span(ProgressWords.of(commitment, unread.contains(commitment.number()))));
        row.addClassName("progress");
        var lead = commitment.said().lead();
        var words = Words.of(
                "commitment.milestones.count",
                commitment.milestones().stream()
                        .filter(milestone -> milestone.withdrawn() == null)
                        .count());
        var way = new Anchor(
                here.path("planes/" + plan.id() + "/compromisos/" + commitment.id()),
                title,
                new Span(lead == null ? words : words + " · " + Words.of("commitment.led", lead.name())),
                row);
        if (commitment.withdrawn() != null) {
            way.add(new Div(new Badge(Words.of("commitment.withdrawn"), Badge.Tone.BAD)));
        }
        if (plan.published() != null && !commitment.published()) {
            way.add(new Div(new Badge(Words.of("commitment.unread"), Badge.Tone.BUSY)));
        } else if (unread.contains(commitment.number())) {
            way.add(new Div(new Badge(Words.of("commitment.changed"), Badge.Tone.BUSY)));
        }
        way.addClassName("card-way");
        return way;
    }
}
