package org.cabildo.admin.plan;

import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H2;
import com.vaadin.flow.component.html.ListItem;
import com.vaadin.flow.component.html.UnorderedList;
import java.time.ZoneId;
import java.util.List;
import java.util.Optional;
import org.cabildo.admin.frame.Badge;
import org.cabildo.admin.frame.Dated;
import org.cabildo.admin.frame.Quiet;
import org.cabildo.admin.words.Words;
import org.cabildo.consortium.MemberApprovals;
import org.cabildo.plan.PlanRemarks;
import org.cabildo.plan.Plans;
import org.cabildo.plan.VersionState;

/** All versions of a plan that were ever proposed: what became of each, by whom, and why. */
final class VersionsPanel extends Div {

    /** @param shared whether members of a consortium approve them */
    VersionsPanel(
            List<Plans.VersionLine> versions,
            boolean shared,
            MemberApprovals members,
            PlanRemarks remarks,
            ZoneId zone) {
        addClassName("panel");
        var list = new UnorderedList();
        list.addClassName("plain-list");
        var current = versions.stream()
                .filter(version -> version.state() == VersionState.PUBLISHED)
                .findFirst();
        for (var version : versions) {
            var published = version.state() == VersionState.PUBLISHED;
            var line = line(version, published && !current.equals(Optional.of(version)), zone);
            if (!shared) {
                line.add(new Quiet(people(version)));
            } else if (published) {
                line.add(ProposalPanel.approvals(members.of(version.id()), "plan.member.silent", zone));
            }
            if (version.state() == VersionState.RETURNED) {
                line.add(RemarkList.of(remarks.of(version.id()), zone));
            }
            line.add(ProposalPanel.technical(version.hash()));
            list.add(line);
        }
        add(new H2(Words.of("plan.versions")), list);
    }

    /** @param replaced whether the public reads a later one; this one keeps its address */
    private static ListItem line(Plans.VersionLine version, boolean replaced, ZoneId zone) {
        var badge = replaced ? new Badge(Words.of("plan.replaced"), Badge.Tone.PLAIN) : badge(version);
        var at = version.publishedAt() == null ? version.proposedAt() : version.publishedAt();
        var line = new ListItem(new Dated(Words.of("plan.version", version.number(), Words.of(at, zone)) + " "), badge);
        if (version.endedAt() != null) {
            line.add(new Quiet(
                    Words.of("plan.ended." + version.state(), version.endedBy(), Words.of(version.endedAt(), zone))));
        }
        if (!version.reason().isEmpty()) {
            line.add(new Quiet(Words.of("plan.amend.because", version.reason())));
        }
        return line;
    }

    private static String people(Plans.VersionLine version) {
        if (version.approvedBy().isEmpty()) {
            return Words.of("plan.version.by", version.proposedBy());
        }
        return version.approvedBy().equals(version.proposedBy())
                ? Words.of("plan.version.by.one", version.proposedBy())
                : Words.of("plan.version.by.two", version.proposedBy(), version.approvedBy());
    }

    private static Badge badge(Plans.VersionLine version) {
        return new Badge(
                Words.of(version.state()),
                switch (version.state()) {
                    case PUBLISHED -> Badge.Tone.GOOD;
                    case PROPOSED -> Badge.Tone.BUSY;
                    case DISCARDED, RETURNED, WITHDRAWN -> Badge.Tone.PLAIN;
                });
    }
}
