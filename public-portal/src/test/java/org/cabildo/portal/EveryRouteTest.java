package org.cabildo.portal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.cabildo.testing.Papers.pdf;
import static org.cabildo.testing.Papers.png;
import static org.cabildo.testing.Papers.sent;
import static org.cabildo.testing.Promises.TODAY;

import java.time.Duration;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.cabildo.appearance.AppearanceDraft;
import org.cabildo.appearance.Appearances;
import org.cabildo.appearance.published.Appearance;
import org.cabildo.commitment.CommitmentTracking;
import org.cabildo.commitment.Commitments;
import org.cabildo.commitment.Evidence;
import org.cabildo.file.StoredFile;
import org.cabildo.file.StoredFiles;
import org.cabildo.kernel.Percent;
import org.cabildo.plan.PlanApproval;
import org.cabildo.plan.PlanVersionId;
import org.cabildo.portal.town.Office;
import org.cabildo.portal.town.PortalTest;
import org.cabildo.portal.town.Reader;
import org.cabildo.testing.Promises;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.web.bind.annotation.RequestMethod;
import org.springframework.web.servlet.mvc.method.RequestMappingInfo;
import org.springframework.web.servlet.mvc.method.annotation.RequestMappingHandlerMapping;

/**
 * Every route the portal has, with ids of ours, of others and of nobody, by host and by path: ours are found, and all
 * else is answered as whatever that portal has not; on no tenant's portal as an address nobody has. The routes are asked of the application, so one that is new must say here
 * what its variables stand for.
 */
@PortalTest
class EveryRouteTest {

    private static final Pattern COLOURS = Pattern.compile("/apariencia/([^/]+)/colores\\.css");
    private static final Pattern ARMS = Pattern.compile("/apariencia/([^/]+)/escudo\\.png");
    private static final Pattern VARIABLE = Pattern.compile("\\{(\\w+)}");

    /** Routes that belong to no tenant. */
    private static final Set<String> EVERYBODYS =
            Set.of("/health", "/error", "/assets/{name}/portal.css", "/assets/{name}/icon.svg", "/favicon.ico");

    /** Routes of the nation's, which no tenant has. */
    private static final Set<String> NATIONS = Set.of(
            "/mapa",
            "/mapa/{code}",
            "/bitacora.json",
            "/busqueda/instituciones",
            "/busqueda/planes",
            "/busqueda/compromisos",
            "/datos-del-pais",
            "/datos-del-pais/{list}.csv",
            "/datos-del-pais/{list}.json",
            "/datos-del-pais/{list}.jsonld",
            "/datos-del-pais/{list}.schema.json");

    /** Routes that are no pages: they lead to the one that lists what an address cut short left out. */
    private static final Set<String> NEARBY = Set.of(
            "/planes",
            "/planes/{plan}/compromisos",
            "/consorcios/{consortium}",
            "/consorcios/{consortium}/planes/{plan}/compromisos");

    private static final String[] NO_PLAN = {"plan-de-nadie", "PLAN-PROPIO", "plan%20propio", "%27"};
    private static final String[] NO_NUMBER = {"77", "0", "-1", "99999999999999", "uno"};
    private static final String[] NO_NAME = {"x", "A".repeat(22), "%27"};
    private static final String CLIMBING = "%2e%2e"; // turned away before it is known whose portal is meant
    private static final String[] NO_FILE = {"0".repeat(64), "acta.pdf", CLIMBING};

    private static Office.Place own;
    private static Office.Place other;
    /** On routes of the tenant's own, and on those that name a consortium. */
    private static Map<String, Said> alone;

    private static Map<String, Said> together;

    @Autowired
    Reader reader;

    @Autowired
    @Qualifier("requestMappingHandlerMapping")
    RequestMappingHandlerMapping routes;

    /**
     * What a variable of a route says.
     *
     * @param own what is there for a reader of our portal
     * @param others what another tenant has under the same route
     * @param astray what others have elsewhere, and what nobody has
     */
    private record Said(String own, String others, List<String> astray) {

        static Said of(String own, String others, String... astray) {
            return new Said(own, others, List.of(astray));
        }

        Stream<String> all() {
            return Stream.concat(Stream.of(own, others), astray.stream());
        }
    }

    /** An address that a route can be, and whether everything in it is ours. */
    private record Way(String route, String path, boolean ours) {}

    @BeforeAll
    static void twoNeighbourhoodsPublish(@Autowired Reader reader) {
        own = Office.municipality("propia");
        other = Office.municipality("ajena");
        var neighbour = Office.municipality("vecina");
        var stranger = Office.municipality("extrana");
        var common = Office.consortium("comun", own, neighbour);
        var foreign = Office.consortium("forastera", other, stranger);
        var ours = own.publishes("Plan propio");
        var theirs = other.publishes("Plan ajeno");
        other.acts(() -> {
            var commitments = Office.the(Commitments.class);
            var second = commitments.draft(theirs.plan(), Promises.commitment("Segundo de ajena", Promises.TWO_YEARS));
            commitments.addMilestone(second, Promises.milestone("Hito de ajena", LocalDate.of(2027, 6, 30)));
            return Office.the(Promises.class).publish(theirs.plan());
        });
        var shared = Office.publishesTogether(common, own, neighbour, "Plan comun");
        var foreignShared = Office.publishesTogether(foreign, other, stranger, "Plan forastero");
        own.acts(() -> amended(ours));
        Office.amendTogether(common, own, neighbour, shared);
        Office.amendTogether(foreign, other, stranger, foreignShared);
        var file = own.acts(() -> reported(ours, "propia"));
        var foreignFile = other.acts(() -> reported(theirs, "ajena"));
        var sharedFile = common.actsFor(own, () -> reported(shared, "comun"));
        var foreignSharedFile = foreign.actsFor(other, () -> reported(foreignShared, "forastera"));
        var draft = own.acts(() -> kept("borrador"));
        own.acts(() -> dressed("#7a1f5c", 0xaa0000));
        other.acts(() -> dressed("#8a3a00", 0x0000aa));
        var look = lookOf(reader, own);
        var foreignLook = lookOf(reader, other);
        var number = Said.of("1", "2", NO_NUMBER);
        var amended = Said.of("3", "2", NO_NUMBER);
        alone = Map.of(
                "list",
                Said.of("compromisos", "compromisos", "otra", "Compromisos", "compromisos%20", "%27"),
                "amended",
                amended,
                "plan",
                said("plan-propio", "plan-ajeno", NO_PLAN, "plan-comun"),
                "number",
                number,
                "version",
                number,
                "sha256",
                said(id(file), id(foreignFile), NO_FILE, id(sharedFile), id(draft)),
                "colores.css",
                said(look.colours(), foreignLook.colours(), NO_NAME, look.arms(), foreignLook.arms()),
                "escudo.png",
                said(look.arms(), foreignLook.arms(), NO_NAME, look.colours(), foreignLook.colours()));
        var one = Said.of("1", "1", NO_NUMBER);
        together = Map.of(
                "consortium", Said.of(common.slug(), foreign.slug(), own.slug(), other.slug(), "nadie", "%27"),
                "plan", said("plan-comun", "plan-forastero", NO_PLAN, "plan-propio", "plan-ajeno"),
                "number", one,
                "version", one,
                "amended", Said.of("3", "3", NO_NUMBER),
                "sha256", said(id(sharedFile), id(foreignSharedFile), NO_FILE, id(file), id(foreignFile)));
    }

    /** Versions 1 and 3 are published: the one between was proposed and never approved. */
    private static PlanVersionId amended(Promises.Made made) {
        var approval = Office.the(PlanApproval.class);
        var promises = Office.the(Promises.class);
        promises.alter(made.plan());
        approval.propose(made.plan(), "Se propuso y no se aprobó");
        promises.alter(made.plan());
        return promises.publish(made.plan());
    }

    private static Said said(String own, String others, String[] nobodys, String... elsewhere) {
        return new Said(
                own,
                others,
                Stream.concat(Stream.of(nobodys), Stream.of(elsewhere)).toList());
    }

    /** The names under which a portal's colours and arms are. */
    private record Look(String colours, String arms) {}

    private static Look lookOf(Reader reader, Office.Place place) {
        var page = await().atMost(Duration.ofSeconds(1))
                .until(() -> reader.get(place.host(), "/").body(), body -> body.contains("/apariencia/"));
        return new Look(found(COLOURS, page), found(ARMS, page));
    }

    private static String found(Pattern pattern, String page) {
        return pattern.matcher(page).results().findFirst().orElseThrow().group(1);
    }

    private static boolean dressed(String accent, int arms) {
        var file = Office.the(StoredFiles.class).keep(sent("escudo.png", png(60, 80, arms)));
        var appearances = Office.the(Appearances.class);
        var drawn = Optional.of(new Appearance.Arms(file.id().sha256(), "Escudo"));
        appearances.save(appearances.draft().version(), new AppearanceDraft(accent, "", drawn, List.of(), Set.of()));
        appearances.publish();
        return true;
    }

    private static StoredFile kept(String words) {
        return Office.the(StoredFiles.class).keep(sent(words + ".pdf", pdf(words)));
    }

    private static StoredFile reported(Promises.Made made, String words) {
        var file = kept(words);
        Office.the(CommitmentTracking.class)
                .reportProgress(
                        made.commitment(), made.first(), new Percent(40), Evidence.in(file, "Acta " + words), TODAY);
        return file;
    }

    private static String id(StoredFile file) {
        return file.id().toString();
    }

    @Test
    void oursIsFoundAndAllElseIsAnsweredAsWhatWeHaveNot() {
        var ways = tenantsRoutes().flatMap(route -> ways(route).stream()).toList();
        var nobodys = reader.get("localhost", "/no/existe");
        for (var at : List.of(List.of(own.host(), ""), List.of("localhost", "/t/" + own.slug()))) {
            var unknown = reader.get(at.getFirst(), at.getLast() + "/no/existe");
            for (var way : ways) {
                var page = reader.get(at.getFirst(), at.getLast() + way.path());
                if (way.ours()) {
                    assertThat(page.status()).as(way.path()).isEqualTo(found(way.route()));
                    assertThat(page.body()).as(way.path()).doesNotContain("ajena", "ajeno", "foraster", "extrana");
                } else {
                    assertAlike(page, way.path().contains(CLIMBING) ? nobodys : unknown, way.path());
                }
            }
        }
    }

    @Test
    void whatATenantHasNotTellsOnlyWhoseItIs() {
        var nobodys = reader.get("localhost", "/no/existe");
        var ours = reader.get(own.host(), "/no/existe");
        var theirs = reader.get(other.host(), "/no/existe");

        assertThat(ours.status()).isEqualTo(404);
        assertThat(ours.body()).contains("propia").doesNotContain("ajena", "ajeno", "foraster", "extrana", "canonical");
        assertThat(theirs.body()).contains("ajena").doesNotContain("propia", "Plan");
        assertThat(nobodys.body()).doesNotContain("propia", "ajena");
    }

    @Test
    void aNumberIsWrittenInOneWayOnly() {
        var unknown = reader.get(own.host(), "/no/existe");

        for (var route : tenantsRoutes()
                .filter(route ->
                        route.contains("{number}") || route.contains("{version}") || route.contains("{amended}"))
                .toList()) {
            for (var odd : List.of("1%20", "%201", "01", "+1", "%2B1", "0x1", "1.0", "1e0", "%D9%A1", "1%C2%A0")) {
                var path = VARIABLE.matcher(route.replaceFirst("\\{(number|version|amended)}", odd))
                        .replaceAll(found -> said(route, found).own());

                assertAlike(reader.get(own.host(), path), unknown, path);
            }
        }
    }

    @Test
    void whatWasTakenForAnothersIsTheirs() {
        for (var route : tenantsRoutes().toList()) {
            var theirs = VARIABLE.matcher(route)
                    .replaceAll(found -> said(route, found).others());

            assertThat(reader.get(other.host(), theirs).status()).as(theirs).isEqualTo(found(route));
        }
    }

    @Test
    void anAddressOfOursLeadsNowhereElsewhere() {
        var unknown = reader.get("localhost", "/no/existe");
        var theirs = reader.get(other.host(), "/no/existe");
        var theirsByPath = reader.get("localhost", "/t/" + other.slug() + "/no/existe");

        for (var route : tenantsRoutes().filter(EveryRouteTest::namesSomething).toList()) {
            var ours = VARIABLE.matcher(route)
                    .replaceAll(found -> said(route, found).own());
            assertAlike(reader.get(other.host(), ours), theirs, "ajena " + ours);
            assertAlike(reader.get("localhost", "/t/" + other.slug() + ours), theirsByPath, "ajena " + ours);
            assertAlike(reader.get("localhost", ours), unknown, "nation " + ours);
            assertAlike(reader.get("nadie.localhost", ours), unknown, "nobody " + ours);
            var seen = reader.get(own.host(), ours).header("ETag");
            assertAlike(reader.get(other.host(), ours, "If-None-Match", seen), theirs, "tag " + ours);
        }
    }

    @Test
    void noRouteTakesAnythingButReading() {
        assertThat(routes.getHandlerMethods().keySet().stream()
                        .filter(route -> !EVERYBODYS.containsAll(route.getPatternValues())))
                .isNotEmpty()
                .allSatisfy(route -> assertThat(route.getMethodsCondition().getMethods())
                        .as(route.toString())
                        .containsExactly(RequestMethod.GET));
    }

    @Test
    void whatBelongsToNobodyIsThereAndNothingMore() {
        assertThat(patterns()).containsAll(EVERYBODYS);
    }

    @Test
    void whatIsTheNationsIsOnTheBareHostOnly() {
        var unknown = reader.get("localhost", "/no/existe");

        assertThat(patterns()).containsAll(NATIONS);
        for (var path : List.of(
                "/mapa",
                "/mapa/05",
                "/mapa/13",
                "/bitacora.json",
                "/busqueda/instituciones?q=a",
                "/busqueda/planes?q=a",
                "/busqueda/compromisos?q=a")) {
            assertThat(reader.get("localhost", path).status()).as(path).isEqualTo(200);
            for (var place : List.of(own, other)) {
                assertAlike(reader.get(place.host(), path), reader.nowhere(place.host(), path), path);
                var byPath = "/t/" + place.slug() + path;
                assertAlike(reader.get("localhost", byPath), reader.nowhere("localhost", byPath), path);
            }
            assertAlike(reader.get("nadie.localhost", path), unknown, path);
        }
        for (var nothing : List.of(
                "/busqueda/instituciones", "/busqueda/planes", "/busqueda/compromisos?q=", "/busqueda/planes?q=%20")) {
            assertThat(reader.get("localhost", nothing)).as(nothing).satisfies(page -> {
                assertThat(page.status()).isEqualTo(302);
                assertThat(page.header("Location")).isEqualTo("/");
            });
        }
        for (var nobodys : List.of(
                "00", "17", "99", "5", "005", "05101", "99101", "Biobio", "uno", "-1", "05%20", "%27", "%2e%2e",
                "05/06")) {
            assertAlike(reader.get("localhost", "/mapa/" + nobodys), unknown, nobodys);
        }
    }

    @Test
    void anAddressCutShortLeadsToWhatListsTheRest() {
        var shared = "/consorcios/" + together.get("consortium").own();
        for (var prefix : List.of("", "/t/" + own.slug())) {
            var host = prefix.isEmpty() ? own.host() : "localhost";
            Map.of(
                            "/planes",
                            "/",
                            "/planes/plan-propio/compromisos",
                            "/planes/plan-propio",
                            shared,
                            "/",
                            shared + "/planes/plan-comun/compromisos",
                            shared + "/planes/plan-comun")
                    .forEach((path, to) -> {
                        assertThat(reader.get(host, prefix + path).header("Location"))
                                .as(path)
                                .isEqualTo(prefix + to);
                        assertThat(reader.get(host, prefix + path + "?lang=en").header("Location"))
                                .as(path)
                                .isEqualTo(prefix + to + "?lang=en");
                    });
        }
    }

    private static int found(String route) {
        return NEARBY.contains(route) ? 302 : 200;
    }

    private Stream<String> patterns() {
        return routes.getHandlerMethods().keySet().stream()
                .map(RequestMappingInfo::getPatternValues)
                .flatMap(Set::stream)
                .distinct()
                .sorted();
    }

    private Stream<String> tenantsRoutes() {
        return patterns().filter(route -> !EVERYBODYS.contains(route) && !NATIONS.contains(route));
    }

    /** Every tenant has every {@code list}: its name is of nobody's things. */
    private static boolean namesSomething(String route) {
        return route.replace("{list}", "").contains("{");
    }

    private static List<Way> ways(String route) {
        var ways = List.of(new Way(route, route, true));
        for (var variable :
                VARIABLE.matcher(route).results().map(MatchResult::group).toList()) {
            var said =
                    said(route, VARIABLE.matcher(variable).results().findFirst().orElseThrow());
            ways = ways.stream()
                    .flatMap(way -> said.all()
                            .map(value -> new Way(
                                    route,
                                    way.path().replace(variable, value),
                                    way.ours() && value.equals(said.own()))))
                    .toList();
        }
        return ways;
    }

    private static Said said(String route, MatchResult variable) {
        var name = variable.group(1).equals("name")
                ? route.substring(route.lastIndexOf('/') + 1) // colours and arms: what they are is in the last word
                : variable.group(1);
        return Optional.ofNullable((route.contains("{consortium}") ? together : alone).get(name))
                .orElseThrow(() -> new AssertionError(
                        "The route %s is new: say in this test what {%s} is of ours, of others and of nobody"
                                .formatted(route, name)));
    }

    private static void assertAlike(Reader.Page page, Reader.Page unknown, String what) {
        assertThat(page.status()).as(what).isEqualTo(404);
        assertThat(page.body()).as(what).isEqualTo(unknown.body());
        assertThat(page.lasting()).as(what).isEqualTo(unknown.lasting());
    }
}
