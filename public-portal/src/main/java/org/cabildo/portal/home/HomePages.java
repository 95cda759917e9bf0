package org.cabildo.portal.home;

import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.cabildo.appearance.published.Section;
import org.cabildo.consortium.published.DecisionRule;
import org.cabildo.consortium.published.Membership;
import org.cabildo.kernel.Sought;
import org.cabildo.pillar.published.PublishedPillars;
import org.cabildo.plan.published.PublishedPlans;
import org.cabildo.portal.directory.DirectoryPages;
import org.cabildo.portal.door.Addresses;
import org.cabildo.portal.door.Visit;
import org.cabildo.portal.page.About;
import org.cabildo.portal.page.Answer;
import org.cabildo.portal.page.Freshness;
import org.cabildo.portal.page.Looks;
import org.cabildo.portal.page.Renderer;
import org.cabildo.portal.page.SchemaOrg;
import org.cabildo.portal.page.Words;
import org.cabildo.portal.plan.Sources;
import org.cabildo.tenancy.TenantKind;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;

/** The first page: of the nation on its own host, of a tenant on every other. */
@Controller
public class HomePages {

    private static final Set<Section> EXPLAINING = EnumSet.of(Section.BENEFITS, Section.PILLARS);
    private final DirectoryPages directory;
    private final PublishedPillars pillars;
    private final Sources sources;
    private final PlanShelf shelf;
    private final PromiseSearch search;
    private final Surroundings surroundings;
    private final Addresses addresses;
    private final Freshness freshness;
    private final Looks looks;
    private final Renderer renderer;

    HomePages(
            DirectoryPages directory,
            PublishedPillars pillars,
            Sources sources,
            PlanShelf shelf,
            PromiseSearch search,
            Surroundings surroundings,
            Addresses addresses,
            Freshness freshness,
            Looks looks,
            Renderer renderer) {
        this.directory = directory;
        this.pillars = pillars;
        this.sources = sources;
        this.shelf = shelf;
        this.search = search;
        this.surroundings = surroundings;
        this.addresses = addresses;
        this.freshness = freshness;
        this.looks = looks;
        this.renderer = renderer;
    }

    /**
     * A tenant's first page.
     *
     * @param region its name; empty for a consortium
     * @param model where the model can be read that the pillars come from; empty when nothing is known of it
     * @param shared what the consortia it belongs to have published
     * @param union who shares a consortium's plans; empty for any other tenant
     * @param sections what is shown, in the order the tenant chose
     */
    public record HomePage(
            TenantKind kind,
            Optional<String> region,
            Optional<PublishedPillars.OpenGovernmentText> text,
            List<PublishedPillars.Pillar> pillars,
            Optional<String> model,
            PlanShelf.Plans own,
            List<Shared> shared,
            Optional<Union> union,
            List<PublishedPlans.Fact> facts,
            List<Section> sections) {

        /** Whether whoever speaks here is several that share their plans. */
        public boolean isConsortium() {
            return kind == TenantKind.CONSORTIUM;
        }

        /** Facts that say who answers for it: a state without a day, no event. */
        public List<PublishedPlans.Fact> units() {
            return facts.stream().filter(HomePage::isUnit).toList();
        }

        /** The other facts, which happened. */
        public List<PublishedPlans.Fact> events() {
            return facts.stream().filter(fact -> !isUnit(fact)).toList();
        }

        private static boolean isUnit(PublishedPlans.Fact fact) {
            return fact.kind().equals("RESPONSIBLE_UNIT") && fact.happened() == null;
        }

        /** Whether nothing was published yet. */
        public boolean isEmpty() {
            return text.isEmpty()
                    && pillars.isEmpty()
                    && own.isEmpty()
                    && shared.isEmpty()
                    && union.isEmpty()
                    && facts.isEmpty();
        }

        /** Whether there is no plan to follow, though something else was published. */
        public boolean isWithoutPlan() {
            return !isEmpty()
                    && own.inForce().isEmpty()
                    && shared.stream().allMatch(each -> each.plans().inForce().isEmpty());
        }

        /** Whether there is anything among which one can look for something. */
        public boolean isToBeSearched() {
            return !isEmpty() && !isWithoutPlan();
        }

        /** Whether what open government is stands before this section: the first of those that explain it. */
        public boolean isDefinedBefore(Section section) {
            return explaining().filter(section::equals).isPresent();
        }

        /** Whether it stands after all sections, for none explains it. */
        public boolean isDefinedLast() {
            return explaining().isEmpty();
        }

        private Optional<Section> explaining() {
            return sections.stream().filter(EXPLAINING::contains).findFirst();
        }
    }

    /**
     * What a reader looked for among the plans and commitments of a tenant: of its own first, then of those it shares.
     *
     * @param search as it was typed
     */
    public record SearchPage(String search, List<PromiseSearch.FoundPlan> plans, List<PromiseSearch.Found> found) {

        /** How many were found. */
        public int all() {
            return plans.size() + found.size();
        }
    }

    /** Who shares a consortium's plans, how they decide, and who belonged once. */
    public record Union(DecisionRule rule, List<Surroundings.Neighbour> members, List<Membership.Left> left) {}

    /** A consortium the tenant belongs to, with what it has published. */
    public record Shared(Surroundings.Neighbour consortium, PlanShelf.Plans plans) {}

    @GetMapping("/")
    Answer first(Visit visit) {
        if (visit.isNation()) {
            return directory.page(visit);
        }
        var shared = sources.allShared(visit);
        var union = sources.union(visit);
        var owners = shared.stream().map(each -> each.source().owner()).toList();
        var facts =
                List.of(union, shared.stream().map(Sources.Shared::membership).toList());
        var mark = freshness.of(visit, owners, facts);
        return visit.search().isEmpty()
                ? Answer.page(mark, () -> render(visit, shared, union))
                : Answer.once(mark, () -> find(visit, shared));
    }

    /** Its own plans first, then each consortium's, one after another. */
    private byte[] find(Visit visit, List<Sources.Shared> shared) {
        var sought = new Sought(visit.search());
        var among = Stream.concat(Stream.of(sources.own(visit)), shared.stream().map(Sources.Shared::source))
                .toList();
        var page = new SearchPage(
                visit.search(),
                among.stream()
                        .flatMap(source -> search.plansIn(source, sought).stream())
                        .toList(),
                among.stream()
                        .flatMap(source -> search.in(source, sought).stream())
                        .toList());
        var about = new About(
                visit.place(),
                "/",
                lead(visit),
                Optional.of("/tarjeta.png"),
                SchemaOrg.government(visit.tenant(), addresses));
        var words = Words.of(visit.language());
        var title = words.get("search.title.of", page.search(), summary(page, words));
        return renderer.render(visit, "home/found", title, about, page);
    }

    /** What the page says that it found, in short. */
    private static String summary(SearchPage page, Words words) {
        var found = new ArrayList<String>();
        if (!page.plans().isEmpty()) {
            found.add(words.count("search.title.plans", page.plans().size()));
        }
        if (page.plans().isEmpty() || !page.found().isEmpty()) {
            found.add(words.count("search.title.commitments", page.found().size()));
        }
        return String.join(", ", found);
    }

    private static String lead(Visit visit) {
        var joint = visit.tenant().kind() == TenantKind.CONSORTIUM;
        return Words.of(visit.language()).get(joint ? "home.lead.consortium" : "home.lead");
    }

    private About about(Visit visit, HomePage page) {
        var data = SchemaOrg.government(visit.tenant(), addresses);
        data.put("@context", "https://schema.org");
        page.region()
                .ifPresent(region -> data.put("areaServed", Map.of("@type", "AdministrativeArea", "name", region)));
        var text =
                page.text().map(PublishedPillars.OpenGovernmentText::definition).filter(said -> !said.isBlank());
        return new About(visit.place(), "/", text.orElseGet(() -> lead(visit)), Optional.of("/tarjeta.png"), data);
    }

    /** Its own scope first, then each consortium's, one after another. */
    private byte[] render(Visit visit, List<Sources.Shared> shared, Optional<Sources.Union> union) {
        var tenant = visit.tenant();
        var sections = looks.of(visit).appearance().shown();
        var published = sections.contains(Section.PILLARS) ? pillars.all() : List.<PublishedPillars.Pillar>of();
        var page = new HomePage(
                tenant.kind(),
                surroundings.regionOf(tenant),
                pillars.text(),
                published,
                published.stream().findFirst().flatMap(first -> pillars.sourceOf(first.set())),
                shelf.of(sources.own(visit)),
                shared.stream()
                        .map(each ->
                                new Shared(surroundings.neighbour(visit, each.membership()), shelf.of(each.source())))
                        .toList(),
                union.map(all -> new Union(
                        all.rule(),
                        all.members().stream()
                                .map(member -> surroundings.neighbour(visit, member))
                                .toList(),
                        all.left())),
                sections.contains(Section.FACTS) ? shelf.facts() : List.of(),
                sections);
        return renderer.render(visit, "home/home", tenant.name(), about(visit, page), page);
    }
}
