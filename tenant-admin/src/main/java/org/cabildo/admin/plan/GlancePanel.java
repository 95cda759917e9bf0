package org.cabildo.admin.plan;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H2;
import com.vaadin.flow.component.html.H3;
import com.vaadin.flow.component.html.ListItem;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.component.html.UnorderedList;
import com.vaadin.flow.component.progressbar.ProgressBar;
import java.util.List;
import org.cabildo.admin.frame.Badge;
import org.cabildo.admin.frame.Here;
import org.cabildo.admin.frame.Portals;
import org.cabildo.admin.frame.Quiet;
import org.cabildo.admin.words.Words;
import org.cabildo.commitment.published.PlanGlance;
import org.cabildo.commitment.published.PlanGlance.Share;
import org.cabildo.commitment.published.PublishedCommitments;
import org.cabildo.commitment.published.Status;
import org.cabildo.identity.Officer;
import org.cabildo.identity.Role;
import org.cabildo.plan.PlanId;
import org.cabildo.plan.published.PublishedPlans;

/** What the public sees of a plan at a glance, with the way to what needs a hand. */
final class GlancePanel extends Div {

    private final transient Here here;
    private final PlanId plan;

    /** @param version that the public reads */
    GlancePanel(PlanGlance glance, PublishedPlans.Version version, PlanId plan, Here here, Portals portals) {
        this.here = here;
        this.plan = plan;
        addClassName("panel");
        var badges = new Div();
        badges.addClassName("badges");
        glance.statuses()
                .forEach((status, many) -> badges.add(new Badge(many + " · " + Words.of(status), tone(status))));
        add(
                new H2(Words.of("glance.title")),
                new Quiet(Words.of("glance.of", version.number())),
                portals.plan(here.tenant().slug(), version.slug(), Words.of("glance.portal")),
                new Paragraph(Words.of("glance.now", glance.progress(), glance.standing())),
                badges);
        milestones("glance.late", glance.late(), true);
        milestones("glance.soon", glance.soon(), false);
        if (glance.late().isEmpty() && glance.soon().isEmpty()) {
            add(new Quiet(Words.of("glance.calm")));
        }
        shares("glance.pillars", glance.pillars());
        shares("glance.leads", glance.leads());
        shares("glance.responsible", glance.responsible());
    }

    private void milestones(String key, List<PublishedCommitments.Due> some, boolean late) {
        if (some.isEmpty()) {
            return;
        }
        var list = new UnorderedList();
        list.addClassName("plain-list");
        for (var one : some.subList(0, Math.min(some.size(), PlanGlance.SHOWN))) {
            var item = new ListItem(
                    new Anchor(here.path("planes/" + plan + "/compromisos/" + one.commitment()), one.activity()),
                    new Quiet(one.title() + " · "
                            + Words.of(late ? "glance.overdue" : "glance.due", one.ends(), one.progress())));
            if (late) {
                item.add(new Quiet(
                        one.delay() == null
                                ? Words.of(
                                        Officer.current().may(Role.EDITOR)
                                                ? "glance.delay.none"
                                                : "glance.delay.silent")
                                : Words.of("glance.delay", one.delay())));
            }
            list.add(item);
        }
        add(new H3(Words.of(key, some.size())), list);
        if (some.size() > PlanGlance.SHOWN) {
            add(new Quiet(Words.of("glance.more", some.size() - PlanGlance.SHOWN)));
        }
    }

    private void shares(String key, List<Share> shares) {
        if (shares.isEmpty()) {
            return;
        }
        var list = new UnorderedList();
        list.addClassName("plain-list");
        shares.forEach(share -> list.add(new ListItem(share(key, share))));
        add(new H3(Words.of(key)), list);
    }

    private static Component share(String key, Share share) {
        var name = share.name().isEmpty() ? Words.of(key + ".none") : share.name();
        var bar = new ProgressBar(0, 100, share.progress());
        bar.getElement().setAttribute("aria-label", Words.of("glance.bar", name));
        var row = new Div(bar, new Span(Words.of("percent.whole", share.progress())));
        row.addClassName("progress");
        return new Div(
                new Span(name),
                row,
                new Quiet(
                        share.late() == 0
                                ? Words.of("glance.share", share.commitments())
                                : Words.of("glance.share.late", share.commitments(), share.late())));
    }

    private static Badge.Tone tone(Status status) {
        return switch (status) {
            case COMPLETED -> Badge.Tone.GOOD;
            case LATE -> Badge.Tone.BAD;
            case IN_PROGRESS -> Badge.Tone.BUSY;
            case NOT_STARTED, WITHDRAWN -> Badge.Tone.PLAIN;
        };
    }
}
