package org.cabildo.portal.directory;

import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Collectors;
import org.cabildo.benchmarking.published.ToldCommitments;
import org.cabildo.kernel.Unknown;
import org.cabildo.portal.door.Visit;
import org.cabildo.portal.page.About;
import org.cabildo.portal.page.Answer;
import org.cabildo.portal.page.Directory;
import org.cabildo.portal.page.Elsewhere;
import org.cabildo.portal.page.Freshness;
import org.cabildo.portal.page.Layout;
import org.cabildo.portal.page.Renderer;
import org.cabildo.portal.page.Reply;
import org.cabildo.portal.page.Words;
import org.cabildo.tenancy.Tenant;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;

/** All that a search of the nation found, where its first page names the nearest. */
@Controller
public class SearchPages {

    /** Where all are that were found without a portal. */
    static final String AWAITED = "/busqueda/instituciones";

    /** Where all plans are that were found. */
    static final String PLANS = "/busqueda/planes";

    /** Where all commitments are that were found. */
    static final String PROMISES = "/busqueda/compromisos";

    private static final int MOST = 500; // on one page; whoever wants still more takes the open data

    private final Directory directory;
    private final Finder finder;
    private final ToldCommitments commitments;
    private final Freshness freshness;
    private final Renderer renderer;

    SearchPages(
            Directory directory, Finder finder, ToldCommitments commitments, Freshness freshness, Renderer renderer) {
        this.directory = directory;
        this.finder = finder;
        this.commitments = commitments;
        this.freshness = freshness;
        this.renderer = renderer;
    }

    /**
     * All that were looked for and have no portal yet.
     *
     * @param back address of the search
     * @param count how many they are
     * @param regions at least one name in each
     */
    public record AwaitedPage(String search, String back, int count, List<Finder.Awaited> regions) {}

    /**
     * All commitments that were looked for, the nearest titles first.
     *
     * @param back address of the search
     * @param data address of all commitments of the country
     * @param invented those of the demonstration
     */
    public record PromisesPage(
            String search,
            String back,
            String data,
            Finder.Found<Finder.Promise> promises,
            Finder.Found<Finder.Promise> invented) {}

    /**
     * All plans that were looked for, the nearest titles first.
     *
     * @param back address of the search
     * @param data address of the country's open data
     * @param invented those of the demonstration
     */
    public record PlansPage(
            String search,
            String back,
            String data,
            Finder.Found<Finder.Plan> plans,
            Finder.Found<Finder.Plan> invented) {}

    /** All that were looked for and have no portal yet. */
    @GetMapping(AWAITED)
    Reply awaited(Visit visit) {
        if (isSearchingNothing(visit)) {
            return new Elsewhere(visit.to("/"));
        }
        var state = directory.now();
        return Answer.once(freshness.ofNation(visit, state.digest()), () -> {
            var found = finder.awaited(
                    visit,
                    state.tenants().stream()
                            .filter(tenant -> !tenant.synthetic())
                            .toList());
            var page = new AwaitedPage(
                    visit.search(), visit.toSearch("/"), found.size(), finder.byRegion(visit, found, List.of()));
            return all(visit, "directory/allawaited", "directory.awaited.all", AWAITED, page);
        });
    }

    /** All commitments that were looked for, as many as one page bears. */
    @GetMapping(PROMISES)
    Reply promises(Visit visit) {
        if (isSearchingNothing(visit)) {
            return new Elsewhere(visit.to("/"));
        }
        var state = directory.now();
        return Answer.once(
                freshness.ofNation(visit, state.digest() + commitments.state() + freshness.days(state.tenants())),
                () -> {
                    var owners = apart(state.tenants());
                    var page = new PromisesPage(
                            visit.search(),
                            visit.toSearch("/"),
                            visit.to("/datos-del-pais"),
                            finder.promises(visit, Objects.requireNonNull(owners.get(false)), MOST),
                            finder.promises(visit, Objects.requireNonNull(owners.get(true)), MOST));
                    return all(visit, "directory/allpromises", "directory.promises.all", PROMISES, page);
                });
    }

    /** All plans that were looked for, as many as one page bears. */
    @GetMapping(PLANS)
    Reply plans(Visit visit) {
        if (isSearchingNothing(visit)) {
            return new Elsewhere(visit.to("/"));
        }
        var state = directory.now();
        return Answer.once(freshness.ofNation(visit, state.digest() + commitments.state()), () -> {
            var owners = apart(state.tenants());
            var page = new PlansPage(
                    visit.search(),
                    visit.toSearch("/"),
                    visit.to("/datos-del-pais"),
                    finder.plans(visit, Objects.requireNonNull(owners.get(false)), MOST),
                    finder.plans(visit, Objects.requireNonNull(owners.get(true)), MOST));
            return all(visit, "directory/allplans", "directory.plans.all", PLANS, page);
        });
    }

    /** The invented ones apart. */
    private static Map<Boolean, List<Tenant>> apart(List<Tenant> tenants) {
        return tenants.stream().collect(Collectors.partitioningBy(Tenant::synthetic));
    }

    private byte[] all(Visit visit, String template, String title, String path, Object page) {
        var words = Words.of(visit.language());
        return renderer.render(
                visit,
                template,
                words.get(title),
                new About(
                        Optional.empty(),
                        visit.asked(path),
                        words.get("directory.lead"),
                        Optional.of("/tarjeta.png"),
                        Map.of()),
                page,
                new Layout.Step(words.get("directory.results"), visit.toSearch("/"), true));
    }

    /** @throws Unknown on a tenant's portal */
    private static boolean isSearchingNothing(Visit visit) {
        if (!visit.isNation()) {
            throw new Unknown("page", visit.path());
        }
        return visit.search().isEmpty();
    }
}
