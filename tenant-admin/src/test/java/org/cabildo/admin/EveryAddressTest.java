package org.cabildo.admin;

import static org.assertj.core.api.Assertions.assertThat;
import static org.cabildo.testing.Papers.pdf;
import static org.cabildo.testing.Papers.sent;

import com.vaadin.flow.router.RouteData;
import com.vaadin.flow.server.VaadinServletContext;
import com.vaadin.flow.server.startup.ApplicationRouteRegistry;
import jakarta.servlet.ServletContext;
import java.net.http.HttpResponse;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.UUID;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.cabildo.file.StoredFile;
import org.cabildo.file.StoredFiles;
import org.cabildo.identity.People;
import org.cabildo.identity.Role;
import org.cabildo.tenancy.TenantId;
import org.cabildo.tenancy.TenantScope;
import org.cabildo.tenancy.Tenants;
import org.cabildo.testing.FreshTenants;
import org.cabildo.testing.Machine;
import org.cabildo.testing.Promises;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.web.servlet.mvc.method.annotation.RequestMappingHandlerMapping;

/**
 * Every address the office has, for every role, with ids of ours, of others and of nobody: who may see it sees it, and
 * all else is answered alike. The addresses are asked of the application, so one that is new must say here who may see
 * it and what its variables stand for.
 */
@Office
class EveryAddressTest {

    private static final String NOT_FOUND = "No hay nada aquí";
    private static final String REFUSED = "Esto no está a su alcance";
    private static final Pattern VARIABLE = Pattern.compile(":(\\w+)");
    private static final String NATIONAL = "nacional";
    private static final String TENANTS = "t/:tenant";

    /** Pages of everybody who is signed in. */
    private static final Set<String> EVERYBODYS = Set.of("", "perfil");

    /** Pages of a tenant that are for this role only; all others are for whoever works there. */
    private static final Map<String, Role> NEEDS = Map.of(
            "t/:tenant/personas",
            Role.ADMINISTRATOR,
            "t/:tenant/personas/:person/historia",
            Role.ADMINISTRATOR,
            "t/:tenant/dominio",
            Role.ADMINISTRATOR);

    /** Answered without Vaadin: by a tenant's file, by a letter's secret, or the same for everybody. */
    private static final Set<String> PLAIN = Set.of(
            "/t/{slug}/archivos/{sha256}",
            "/invitacion/{token}",
            "/invitacion/{token}/aceptar",
            "/health",
            "/sin-acceso",
            "/error");

    private enum Who {
        COORDINATOR,
        ADMINISTRATOR,
        EDITOR,
        APPROVER,
        READER,
        STRANGER;

        Optional<Role> role() {
            return Stream.of(Role.values())
                    .filter(role -> role.name().equals(name()))
                    .findFirst();
        }
    }

    @Autowired
    FreshTenants fresh;

    @Autowired
    Tenants tenants;

    @Autowired
    People people;

    @Autowired
    Promises promises;

    @Autowired
    StoredFiles files;

    @Autowired
    ServletContext servlets;

    @Autowired
    @Qualifier("requestMappingHandlerMapping")
    RequestMappingHandlerMapping plain;

    private final Map<Who, Visitor> visitors = new EnumMap<>(Who.class);
    private TenantId own;
    private TenantId other;
    private StoredFile ownFile;
    private StoredFile foreignFile;
    /** What each variable says: ours first, then others', then nobody's. */
    private Map<String, List<String>> said;

    @BeforeEach
    void peopleOfEveryRoleSignIn() throws SQLException {
        own = fresh.municipality("matriz");
        other = fresh.municipality("foranea");
        var ours = as(own, () -> promises.published("Plan de la matriz"));
        var theirs = as(other, () -> promises.published("Plan forastero"));
        ownFile = as(own, () -> files.keep(sent("propio.pdf", pdf("propio"))));
        foreignFile = as(other, () -> files.keep(sent("ajeno.pdf", pdf("ajeno"))));
        var nobodys = UUID.randomUUID().toString();
        said = Map.of(
                "person", List.of(person(own, "propia@"), person(other, "ajena@"), nobodys, "uno"),
                "plan", List.of(text(ours.plan().value()), text(theirs.plan().value()), nobodys, "uno"),
                "commitment",
                        List.of(
                                text(ours.commitment().value()),
                                text(theirs.commitment().value()),
                                nobodys,
                                "uno"),
                "offer", List.of("CL0001", text(theirs.commitment().value()), nobodys, "uno"),
                "batch", List.of(aBatch(), nobodys, "uno"));
        for (var who : Who.values()) {
            var email = who.name().toLowerCase(Locale.ROOT) + "@" + own + ".invalid";
            who.role()
                    .ifPresent(role -> as(own, () -> {
                        people.give(email, email, Set.of(role));
                        return true;
                    }));
            var visitor = new Visitor();
            visitor.signIn(email, "/");
            visitors.put(who, visitor);
        }
        sql("update platform.person set coordinator = true where email = 'coordinator@" + own + ".invalid'");
    }

    @Test
    void whoMaySeeAPageSeesItAndWhatIsForeignIsAsIfItWereNot() {
        for (var who : Who.values()) {
            for (var route : routes().filter(
                            route -> !route.startsWith(TENANTS) || who.role().isPresent())
                    .toList()) {
                var unknown = new ArrayList<String>();
                for (var way : ways(route)) {
                    var page = opened(who, way.path());
                    var what = who + " " + way;
                    if (!way.ours() || !isFor(who, route)) {
                        assertThat(page).as(what).contains(isRefused(who, route) ? REFUSED : NOT_FOUND);
                        unknown.add(page);
                    } else {
                        assertThat(page).as(what).doesNotContain(NOT_FOUND, REFUSED, "appError", "Plan forastero");
                    }
                }
                assertThat(unknown.stream().distinct()).as(who + " " + route).hasSizeLessThanOrEqualTo(1);
            }
        }
    }

    @Test
    void aPageThatOnlyARoleMayBeginIsRefusedToTheOthers() {
        var path = VARIABLE.matcher("t/:tenant/planes/:plan/compromisos/nuevo").replaceAll(this::ours);

        assertThat(opened(Who.EDITOR, path)).doesNotContain(NOT_FOUND, REFUSED);
        for (var who : List.of(Who.READER, Who.APPROVER)) {
            assertThat(opened(who, path)).as(who.name()).contains(REFUSED);
        }
        var foreign = path.replace(said.get("plan").getFirst(), said.get("plan").get(1));
        assertThat(opened(Who.EDITOR, foreign)).contains(NOT_FOUND);
    }

    @Test
    void anotherTenantIsAnsweredAsOneThatIsNot() {
        for (var who : Who.values()) {
            var visitor = visitors.get(who);
            var unknown = visitor.get("/t/no-existe");
            assertThat(unknown.statusCode()).isEqualTo(404);
            var closed = who.role().isPresent() ? List.of(other) : List.of(own, other);
            for (var route : routes().filter(route -> route.startsWith(TENANTS)).toList()) {
                for (var tenant : closed) {
                    var path = filled(route, tenant);
                    assertAlike(visitor.get("/" + path), unknown, who + " " + path);
                    assertAlike(visitor.get("/?v-r=init&location=" + path), unknown, who + " tab " + path);
                }
            }
        }
    }

    @Test
    void aFileIsGivenToWhoeverWorksThereAndIsNothingToOthers() {
        for (var who : Who.values()) {
            var visitor = visitors.get(who);
            var unknown = visitor.get("/t/no-existe/archivos/" + "0".repeat(64));
            var mine = visitor.get(file(own, ownFile));
            if (who.role().isPresent()) {
                assertThat(mine.statusCode()).as(who.name()).isEqualTo(200);
            } else {
                assertAlike(mine, unknown, who.name());
            }
            for (var path : List.of(
                    file(own, foreignFile),
                    file(other, foreignFile),
                    file(other, ownFile),
                    "/t/" + slug(own) + "/archivos/" + "0".repeat(64),
                    "/t/" + slug(own) + "/archivos/x")) {
                assertAlike(visitor.get(path), unknown, who + " " + path);
            }
        }
    }

    @Test
    void whoIsNotSignedInLearnsNothingFromAnyAddress() {
        for (var route : routes().toList()) {
            for (var tenant : List.of(own, other)) {
                var answer = new Visitor().get("/" + filled(route, tenant));
                assertThat(answer.statusCode()).as(route).isEqualTo(302);
                assertThat(answer.headers().firstValue("Location").orElse(""))
                        .as(route)
                        .endsWith("/oauth2/authorization/cabildo");
            }
        }
        assertThat(new Visitor().get(file(own, ownFile)).statusCode()).isEqualTo(302);
        assertThat(new Visitor().get("/t/no-existe/archivos/x").statusCode()).isEqualTo(302);
    }

    @Test
    void everyPlainAddressIsKnown() {
        assertThat(plain.getHandlerMethods().keySet().stream().flatMap(route -> route.getPatternValues().stream()))
                .as("an address that is new needs its own lines in this test")
                .isSubsetOf(PLAIN);
    }

    /** An address that a route can be, and whether everything in it is ours. */
    private record Way(String path, boolean ours) {}

    private Stream<String> routes() {
        return ApplicationRouteRegistry.getInstance(new VaadinServletContext(servlets)).getRegisteredRoutes().stream()
                .map(RouteData::getTemplate)
                .sorted();
    }

    private static boolean isFor(Who who, String route) {
        if (EVERYBODYS.contains(route)) {
            return true;
        }
        if (route.startsWith(NATIONAL)) {
            return who == Who.COORDINATOR;
        }
        assertThat(route).as("a new page: say in this test whose it is").startsWith(TENANTS);
        return !isRefused(who, route);
    }

    private static boolean isRefused(Who who, String route) {
        return NEEDS.containsKey(route) && !who.name().equals(NEEDS.get(route).name());
    }

    private List<Way> ways(String route) {
        var ways = List.of(new Way(route.replace(":tenant", slug(own)), true));
        for (var variable :
                VARIABLE.matcher(route).results().map(MatchResult::group).toList()) {
            if (!variable.equals(":tenant")) {
                var values = values(route, variable.substring(1));
                ways = ways.stream()
                        .flatMap(way -> values.stream()
                                .map(value -> new Way(
                                        way.path().replace(variable, value),
                                        way.ours() && value.equals(values.getFirst()))))
                        .toList();
            }
        }
        return ways;
    }

    private List<String> values(String route, String variable) {
        return Optional.ofNullable(said.get(variable))
                .orElseThrow(() -> new AssertionError(
                        "The page %s is new: say in this test what :%s is of ours, of others and of nobody"
                                .formatted(route, variable)));
    }

    private String filled(String route, TenantId tenant) {
        return VARIABLE.matcher(route.replace(":tenant", slug(tenant))).replaceAll(this::ours);
    }

    private String ours(MatchResult variable) {
        var name = variable.group(1);
        return name.equals("tenant") ? slug(own) : values("", name).getFirst();
    }

    /** What the browser is told in a tab of its own, without what is different each time. */
    private String opened(Who who, String path) {
        var visitor = visitors.get(who);
        var tab = visitor.open(path.startsWith("t/") ? "t/" + slug(own) : "");
        var told = visitor.navigate(tab, path, 0);
        var same = told.replace(path, "…")
                .replaceAll("[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}", "…")
                .replaceAll("resource/\\d+", "resource")
                .replaceAll("\"timings\":\\[[^]]*]", "");
        // the order in which a page's parts are told is not always the same
        return Stream.of(same.split("[,{}\\[\\]]", -1)).sorted().collect(Collectors.joining("\n"));
    }

    private static void assertAlike(HttpResponse<String> answer, HttpResponse<String> unknown, String what) {
        assertThat(answer.statusCode()).as(what).isEqualTo(404);
        assertThat(answer.body()).as(what).isEqualTo(unknown.body());
        assertThat(lasting(answer)).as(what).isEqualTo(lasting(unknown));
    }

    private static Map<String, List<String>> lasting(HttpResponse<String> answer) {
        var headers = new TreeMap<String, List<String>>(String.CASE_INSENSITIVE_ORDER);
        headers.putAll(answer.headers().map());
        headers.keySet().remove("Date");
        return headers;
    }

    private String file(TenantId tenant, StoredFile file) {
        return "/t/" + slug(tenant) + "/archivos/" + file.id();
    }

    private String slug(TenantId tenant) {
        return tenants.require(tenant).slug();
    }

    private static String text(UUID id) {
        return id.toString();
    }

    private <T> T as(TenantId tenant, ScopedValue.CallableOp<T, RuntimeException> work) {
        return TenantScope.in(
                tenant,
                () -> fresh.officer(tenant, Role.ADMINISTRATOR, Role.EDITOR, Role.APPROVER)
                        .act(work));
    }

    private String person(TenantId tenant, String name) {
        var email = name + tenant + ".invalid";
        as(tenant, () -> {
            people.give(email, email, Set.of(Role.READER));
            return true;
        });
        return text(people.byEmail(email).orElseThrow().person().value());
    }

    private static String aBatch() throws SQLException {
        try (var connection = Machine.postgres().connect(Machine.postgres().superuser());
                var statement = connection.createStatement();
                var row = statement.executeQuery("select batch_id from platform.tenant_order limit 1")) {
            row.next();
            return row.getString(1);
        }
    }

    private static void sql(String statement) throws SQLException {
        try (var connection = Machine.postgres().connect(Machine.postgres().superuser());
                var doing = connection.createStatement()) {
            doing.execute(statement);
        }
    }
}
