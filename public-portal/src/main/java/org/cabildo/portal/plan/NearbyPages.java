package org.cabildo.portal.plan;

import org.cabildo.kernel.Unknown;
import org.cabildo.plan.published.PublishedPlans;
import org.cabildo.portal.door.Visit;
import org.cabildo.portal.page.Elsewhere;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;

/** What readers make of an address by cutting it short: it leads to the page that lists what stood behind. */
@Controller
class NearbyPages {

    private final PublishedPlans plans;
    private final Sources sources;

    NearbyPages(PublishedPlans plans, Sources sources) {
        this.plans = plans;
        this.sources = sources;
    }

    @GetMapping("/planes")
    Elsewhere plans(Visit visit) {
        return new Elsewhere(sources.own(visit).visit().to("/"));
    }

    @GetMapping("/consorcios/{consortium}")
    Elsewhere consortium(Visit visit, @PathVariable String consortium) {
        return new Elsewhere(sources.shared(visit, consortium).visit().to("/"));
    }

    @GetMapping("/planes/{plan}/compromisos")
    Elsewhere promises(Visit visit, @PathVariable String plan) {
        return plan(sources.own(visit), plan);
    }

    @GetMapping("/consorcios/{consortium}/planes/{plan}/compromisos")
    Elsewhere sharedPromises(Visit visit, @PathVariable String consortium, @PathVariable String plan) {
        return plan(sources.shared(visit, consortium), plan);
    }

    private Elsewhere plan(Source source, String slug) {
        var plan = source.read(() -> plans.current(slug)).orElseThrow(() -> new Unknown("plan", slug));
        return new Elsewhere(source.plan(plan.slug()));
    }
}
