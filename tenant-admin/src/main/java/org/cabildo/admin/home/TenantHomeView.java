package org.cabildo.admin.home;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H2;
import com.vaadin.flow.component.html.ListItem;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.component.html.UnorderedList;
import com.vaadin.flow.router.Route;
import jakarta.annotation.security.PermitAll;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;
import org.cabildo.admin.frame.Badge;
import org.cabildo.admin.frame.Dated;
import org.cabildo.admin.frame.Here;
import org.cabildo.admin.frame.OfficeLayout;
import org.cabildo.admin.frame.Page;
import org.cabildo.admin.frame.Quiet;
import org.cabildo.admin.words.Words;
import org.cabildo.comment.Comments;
import org.cabildo.comment.Waiting;
import org.cabildo.commitment.Commitments;
import org.cabildo.commitment.DraftChanges;
import org.cabildo.consortium.Joining;
import org.cabildo.consortium.published.MemberState;
import org.cabildo.consortium.published.Membership;
import org.cabildo.identity.Officer;
import org.cabildo.identity.Role;
import org.cabildo.pillar.Pillars;
import org.cabildo.plan.PlanApproval;
import org.cabildo.plan.Plans;
import org.cabildo.plan.VersionState;
import org.cabildo.tenancy.TenantKind;
import org.jspecify.annotations.Nullable;

/** What needs attention in the tenant today, most urgent first. */
@Route(value = "t/:tenant", layout = OfficeLayout.class)
@PermitAll
class TenantHomeView extends Page {

    private static final Duration NEWS = Duration.ofDays(7);

    private final Officer officer = Officer.current();
    private final transient Here here;
    private final transient Plans plans;

    TenantHomeView(
            Here here,
            Plans plans,
            PlanApproval approval,
            Attention attention,
            Commitments commitments,
            DraftChanges changes,
            Comments comments,
            Pillars pillars,
            Joining joining,
            Membership membership,
            Clock clock) {
        super(here.tenant().name());
        this.here = here;
        this.plans = plans;
        lead(Words.of("tenant.lead", here.today()));
        var all = plans.all();
        var late = commitments.late(here.today());
        var drafts = all.stream()
                .filter(plan -> officer.may(Role.EDITOR) && plan.takesVersions())
                .filter(plan -> !approval.gaps(plan.id()).isEmpty())
                .toList();
        section("tenant.invited", invitations(joining));
        section(
                "tenant.approve",
                attention.toApprove(all).stream().flatMap(this::proposed).toList());
        section(
                "tenant.returned",
                attention.toMend(all).stream().map(this::returned).toList());
        section(
                "tenant.mentions",
                comments.waiting().stream()
                        .map(one -> mention(commitments, one))
                        .toList());
        section(
                "tenant.late",
                late.stream()
                        .map(one -> item(
                                "planes/" + plan(commitments, one) + "/compromisos/" + one.commitment(),
                                one.activity(),
                                Words.of("tenant.late.line", one.title(), one.due()),
                                Words.of("percent.whole", one.progress())))
                        .toList());
        section(
                "tenant.drafts",
                drafts.stream()
                        .map(plan -> item(
                                "planes/" + plan.id(),
                                plan.said().title(),
                                Words.of(
                                        changes.isUnread(plan) ? "tenant.drafts.line.unread" : "tenant.drafts.line",
                                        approval.gaps(plan.id()).size()),
                                null))
                        .toList());
        if (all.isEmpty() && officer.may(Role.EDITOR)) {
            var begin = new Anchor(here.path("planes?nuevo=si"), Words.of("tenant.first"));
            begin.addClassName("primary-link");
            var first = new Div(new H2(Words.of("plans.none")), new Paragraph(Words.of("plans.none.text")), begin);
            first.addClassName("empty");
            add(first);
        }
        section(
                "tenant.unread",
                all.stream()
                        .filter(plan -> officer.may(Role.EDITOR)
                                && !drafts.contains(plan)
                                && plan.returned() == null
                                && changes.isUnread(plan))
                        .map(plan ->
                                item("planes/" + plan.id(), plan.said().title(), Words.of("tenant.unread.line"), null))
                        .toList());
        if ((officer.may(Role.EDITOR) || officer.may(Role.APPROVER)) && pillars.hasUnpublishedChanges()) {
            section(
                    "tenant.pillars",
                    List.of(item("pilares", Words.of("nav.pillars"), Words.of("tenant.pillars.line"), null)));
        }
        if (getChildren().count() == 1) {
            var calm = new Div(new H2(Words.of("tenant.calm")), new Paragraph(Words.of("tenant.calm.text")));
            calm.addClassName("empty");
            add(calm);
        }
        if (officer.name().equals(officer.email())) {
            var profile = new Anchor("/perfil", Words.of("tenant.nameless.way"));
            profile.setRouterIgnore(true); // of no tenant
            add(new Quiet(Words.of("tenant.nameless", officer.email())), profile);
        }
        section("tenant.published", news(all, clock.instant().minus(NEWS)));
        shared(membership);
    }

    private Stream<Component> proposed(Plans.Line plan) {
        return plans.versions(plan.id()).stream()
                .filter(version -> version.state() == VersionState.PROPOSED)
                .map(version -> item(
                        "planes/" + plan.id(),
                        plan.said().title(),
                        Words.of(
                                "tenant.approve.line",
                                version.number(),
                                version.proposedBy(),
                                Words.of(version.proposedAt(), here.zone())),
                        null));
    }

    private Component returned(Plans.Line plan) {
        var words = Words.of("tenant.returned.line", Objects.requireNonNull(plan.returned()));
        return item("planes/" + plan.id(), plan.said().title(), words, null);
    }

    /** What the public reads since shortly, for whoever wrote it and waits to hear. */
    private List<Component> news(List<Plans.Line> all, Instant since) {
        var news = new ArrayList<Component>();
        for (var plan : all) {
            var number = plan.published();
            var at = plan.publishedAt();
            if (number != null && at != null && at.isAfter(since)) {
                var words = Words.of("tenant.published.line", number, Words.of(at, here.zone()));
                news.add(item("planes/" + plan.id(), plan.said().title(), words, null));
            }
        }
        return news;
    }

    private List<Component> invitations(Joining joining) {
        return joining.all().stream()
                .filter(line -> line.state() == MemberState.INVITED && officer.may(Role.ADMINISTRATOR))
                .map(line -> item("consorcios", line.name(), Words.of("tenant.invited.line"), null))
                .toList();
    }

    private void section(String key, List<Component> items) {
        if (items.isEmpty()) {
            return;
        }
        var list = new UnorderedList();
        list.addClassName("cards");
        items.forEach(item -> list.add(new ListItem(item)));
        add(new Div(new H2(Words.of(key, items.size())), list));
    }

    private Component item(String path, String name, String words, @Nullable String badge) {
        var title = new Span(name);
        title.addClassName("card-title");
        var card = new Anchor(here.path(path), title, new Dated(words));
        card.addClassName("card");
        if (badge != null) {
            card.add(new Div(new Badge(badge, Badge.Tone.BAD)));
        }
        return card;
    }

    private Component mention(Commitments commitments, Waiting one) {
        var commitment = commitments.require(one.commitment());
        return item(
                "planes/" + commitment.plan() + "/compromisos/" + commitment.id() + "#conversacion",
                commitment.said().title(),
                Words.of(
                        "tenant.mentions.line",
                        one.by().isEmpty() ? Words.of("talk.forgotten") : one.by(),
                        Words.of(one.at(), here.zone()),
                        one.count()),
                null);
    }

    private static Object plan(Commitments commitments, Commitments.Late late) {
        return commitments.require(late.commitment()).plan();
    }

    private void shared(Membership membership) {
        var consortia = new ArrayList<Component>();
        for (var one : membership.consortiaOf(here.tenant().id())) {
            var title = new Span(one.name());
            title.addClassName("card-title");
            var card = new Anchor(
                    "/t/" + one.slug(), title, new Span(Words.of("tenant.joined", Words.month(one.joined()))));
            card.addClassName("card");
            card.setRouterIgnore(true);
            consortia.add(card);
        }
        section("tenant.consortia", consortia);
        if (here.tenant().kind() == TenantKind.CONSORTIUM) {
            add(new Anchor(here.path("consorcios"), Words.of("tenant.members")));
        } else if (!consortia.isEmpty()) {
            add(new Anchor(here.path("consorcios"), Words.of("tenant.memberships")));
        }
    }
}
