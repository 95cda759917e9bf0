package org.cabildo.portal.share;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Semaphore;
import java.util.function.Supplier;
import org.cabildo.commitment.published.PlanGlance;
import org.cabildo.commitment.published.PublishedCommitments;
import org.cabildo.kernel.Unknown;
import org.cabildo.plan.published.PublishedPlans;
import org.cabildo.portal.appearance.ArmsDrawing;
import org.cabildo.portal.door.Visit;
import org.cabildo.portal.page.Answer;
import org.cabildo.portal.page.Freshness;
import org.cabildo.portal.page.Looks;
import org.cabildo.portal.page.Words;
import org.cabildo.tenancy.Tenant;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;

/** The pictures that networks show with a shared page. They say what the page says, and change when it does. */
@Controller
class CardPages {

    private static final int AT_ONCE = 2; // drawing is work; readers of pages must not wait for it
    private final Semaphore easels = new Semaphore(AT_ONCE);
    private final PublishedPlans plans;
    private final PublishedCommitments commitments;
    private final Freshness freshness;
    private final Looks looks;
    private final ArmsDrawing drawing;

    CardPages(
            PublishedPlans plans,
            PublishedCommitments commitments,
            Freshness freshness,
            Looks looks,
            ArmsDrawing drawing) {
        this.plans = plans;
        this.commitments = commitments;
        this.freshness = freshness;
        this.looks = looks;
        this.drawing = drawing;
    }

    @GetMapping("/tarjeta.png")
    Answer first(Visit asked) {
        var visit = asked.at("/tarjeta.png");
        return visit.isNation()
                ? answer(freshness.ofNation(visit, ""), () -> ofNation(visit))
                : answer(freshness.of(visit), () -> ofTenant(visit));
    }

    @GetMapping("/planes/{plan}/tarjeta.png")
    Answer plan(Visit asked, @PathVariable String plan) {
        var visit = asked.at("/planes/" + plan + "/tarjeta.png");
        return answer(freshness.of(visit), () -> ofPlan(visit, plan));
    }

    @GetMapping("/planes/{plan}/compromisos/{number}/tarjeta.png")
    Answer commitment(Visit asked, @PathVariable String plan, @PathVariable int number) {
        var visit = asked.at("/planes/" + plan + "/compromisos/" + number + "/tarjeta.png");
        return answer(freshness.of(visit), () -> ofCommitment(visit, plan, number));
    }

    /** Other sites may show it: that is what it is for. */
    private static Answer answer(Freshness.Mark mark, Supplier<byte[]> making) {
        return new Answer(mark, "image/png", true, Map.of("Cross-Origin-Resource-Policy", "cross-origin"), making);
    }

    private byte[] ofNation(Visit visit) {
        var words = Words.of(visit.language());
        return drawn(
                visit,
                new Card(
                        words.get("directory.over"),
                        words.get("directory.title"),
                        Optional.empty(),
                        words.get("nation.name"),
                        ""));
    }

    private byte[] ofTenant(Visit visit) {
        var tenant = visit.tenant();
        var lines = commitments.all(freshness.today(tenant));
        var words = Words.of(visit.language());
        return drawn(
                visit, card(visit, words.get("kind." + tenant.kind()), tenant.name(), lines, words.get("card.portal")));
    }

    private byte[] ofPlan(Visit visit, String plan) {
        var version = plans.current(plan).orElseThrow(() -> new Unknown("plan", plan));
        var lines = commitments.of(version.versionId(), freshness.today(visit.tenant()));
        return drawn(
                visit,
                card(
                        visit,
                        Words.of(visit.language()).get("framework." + version.framework()),
                        version.title(),
                        lines,
                        visit.tenant().name()));
    }

    private byte[] ofCommitment(Visit visit, String plan, int number) {
        var promise = commitments
                .page(plan, number, freshness.today(visit.tenant()))
                .orElseThrow(() -> new Unknown("commitment", number));
        var words = Words.of(visit.language());
        return drawn(
                visit,
                new Card(
                        words.get("commitment.number", promise.number()) + " · "
                                + words.get("status." + promise.status())
                                + (promise.late() > 0 ? " · " + words.count("commitment.late", promise.late()) : ""),
                        promise.title(),
                        Optional.of(progress(words, promise.progress(), words.get("card.progress"))),
                        visit.tenant().name(),
                        flag(words, visit.tenant())));
    }

    private static Card card(
            Visit visit, String over, String title, List<PublishedCommitments.Line> lines, String foot) {
        var words = Words.of(visit.language());
        return new Card(
                over,
                title,
                lines.isEmpty()
                        ? Optional.empty()
                        : Optional.of(progress(
                                words,
                                PlanGlance.progress(lines),
                                words.get("card.progress") + " · "
                                        + words.count("plan.commitments", PlanGlance.standing(lines)))),
                foot,
                flag(words, visit.tenant()));
    }

    private static Card.Progress progress(Words words, int percent, String of) {
        return new Card.Progress(percent, words.get("percent", percent), of);
    }

    private static String flag(Words words, Tenant tenant) {
        return tenant.synthetic() ? words.get("synthetic.mark") : "";
    }

    /** In the portal's own colours, with its arms. */
    private byte[] drawn(Visit visit, Card card) {
        var look = looks.of(visit).appearance();
        var arms = look.arms().map(drawing::draw).orElse(null);
        var palette = Card.Palette.of(look);
        easels.acquireUninterruptibly();
        try {
            return card.draw(palette, arms);
        } finally {
            easels.release();
        }
    }
}
