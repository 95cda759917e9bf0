package org.cabildo.admin.commitment;

import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Span;
import org.cabildo.admin.frame.Badge;
import org.cabildo.admin.frame.Here;
import org.cabildo.admin.frame.Portals;
import org.cabildo.admin.plan.ProgressWords;
import org.cabildo.admin.words.Words;
import org.cabildo.commitment.CommitmentView;
import org.cabildo.plan.Plans;
import org.jspecify.annotations.Nullable;

/** Under a commitment's title: where one is, how the commitment stands, and where else it can be read. */
final class CommitmentHead extends Div {

    private final transient Here here;
    private final transient Portals portals;

    CommitmentHead(Here here, Portals portals) {
        this.here = here;
        this.portals = portals;
    }

    /**
     * @param shown null: it is not saved yet
     * @param unread whether the public reads something else of it
     */
    void show(Plans.Line plan, @Nullable CommitmentView shown, boolean unread) {
        var path = here.path("planes/" + plan.id());
        removeAll();
        add(new Anchor(path, plan.said().title()));
        if (shown == null) {
            return;
        }
        add(
                badges(plan, shown, unread),
                new Anchor(path + "/compromisos/" + shown.id().value() + "/historia", Words.of("history.title")));
        if (shown.published()) {
            add(
                    new Span(" · "),
                    portals.commitment(here.tenant().slug(), plan.slug(), shown.number(), Words.of("plan.portal")));
        }
    }

    private static Div badges(Plans.Line plan, CommitmentView shown, boolean unread) {
        var badges = new Div(new Badge(ProgressWords.of(shown, unread), Badge.Tone.PLAIN));
        badges.addClassName("badges");
        badges.add(
                shown.published()
                        ? new Badge(Words.of("commitment.public"), Badge.Tone.GOOD)
                        : new Badge(Words.of("commitment.draft"), Badge.Tone.PLAIN));
        if (plan.proposed() != null) {
            badges.add(new Badge(Words.of("commitment.proposed", plan.proposed()), Badge.Tone.BUSY));
        }
        if (unread) {
            badges.add(new Badge(Words.of("commitment.changed"), Badge.Tone.BUSY));
        }
        if (shown.withdrawn() != null) {
            badges.add(new Badge(Words.of("commitment.withdrawn"), Badge.Tone.BAD), new Span(shown.withdrawn()));
        }
        return badges;
    }
}
