package org.cabildo.admin.door;

import com.vaadin.flow.server.VaadinService;
import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Locale;
import java.util.Optional;
import org.cabildo.admin.plain.PlainPage;
import org.cabildo.admin.signin.SignedIn;
import org.cabildo.admin.words.Language;
import org.cabildo.admin.words.Words;
import org.cabildo.identity.Officer;
import org.cabildo.identity.People;
import org.cabildo.identity.PersonId;
import org.cabildo.identity.Place;
import org.cabildo.kernel.Ids;
import org.cabildo.kernel.LogMark;
import org.cabildo.kernel.Unknown;
import org.cabildo.ledger.Entrances;
import org.cabildo.tenancy.Tenant;
import org.cabildo.tenancy.TenantScope;
import org.cabildo.tenancy.Tenants;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.security.core.context.SecurityContextHolder;
import org.springframework.web.filter.OncePerRequestFilter;

/**
 * The door of the back office: binds whose rows a request may touch and whose act it is, around everything Vaadin does.
 *
 * <p>A page or a new tab finds its tenant by the path; whatever a tab sends later carries the tenant by the number of
 * its UI. Membership is asked each time. What is not bound here reaches no rows at all.
 */
final class ScopeDoor extends OncePerRequestFilter {

    /** Request attribute: the {@link Tabs.Tied tab} that a UI made by this request is tied to. */
    static final String OPENING = ScopeDoor.class.getName() + ".opening";

    private static final Logger LOG = LoggerFactory.getLogger(ScopeDoor.class);
    private final Tenants tenants;
    private final People people;
    private final SignedInSessions sessions;
    private final Entrances entrances;

    ScopeDoor(Tenants tenants, People people, SignedInSessions sessions, Entrances entrances) {
        this.tenants = tenants;
        this.people = people;
        this.sessions = sessions;
        this.entrances = entrances;
    }

    @Override
    protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws ServletException, IOException {
        var person = SignedIn.current();
        if (person.isEmpty()) {
            chain.doFilter(request, response); // without a scope there are no rows; security decides the rest
            return;
        }
        switch (Visit.of(request)) {
            case Visit.Open() -> {
                sessions.seen(request);
                chain.doFilter(request, response);
            }
            case Visit.Contradiction() -> PlainPage.CONTRADICTION.write(request, response);
            case Visit.At(String path) -> open(path, person.get(), request, response, chain);
            case Visit.InTab(int ui, boolean script) -> {
                var tab = Tabs.of(request.getSession()).find(ui);
                if (tab.isEmpty()) {
                    chain.doFilter(request, response); // Vaadin knows no such tab either, and says so
                } else {
                    goOn(ui, tab.get(), script, person.get(), request, response, chain);
                }
            }
        }
    }

    private void open(
            String path, PersonId person, HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws ServletException, IOException {
        Tab tab;
        Officer officer;
        try {
            if (!sessions.goesOn(request, person)) {
                var language = Language.of(request);
                end(request);
                PlainPage.SESSION_ENDED.write(request, response, language);
                return;
            }
            var slug = Tab.slugIn(path);
            if (slug.isEmpty()) {
                tab = Tab.PLATFORM;
                officer = people.officer(person);
                var only = isFrontDoor(path, request) ? onlyPlace(officer) : Optional.<Place>empty();
                if (only.isPresent()) {
                    response.sendRedirect("/t/" + only.get().slug());
                    return;
                }
            } else {
                var tenant = tenants.bySlug(slug.get()).orElseThrow(() -> new Unknown("tenant", slug.get()));
                officer = people.enter(person, tenant.id());
                if (isClosed(tenant)) {
                    closed(tenant).write(request, response);
                    return;
                }
                tab = Tab.of(tenant);
                note(tab, officer);
            }
        } catch (Unknown unknown) {
            PlainPage.NOT_FOUND.write(request, response);
            return;
        } catch (RuntimeException e) {
            (Away.isDatabase(e) ? PlainPage.UNAVAILABLE : failed(e)).write(request, response);
            return;
        }
        request.setAttribute(OPENING, new Tabs.Tied(tab, officer.roles()));
        pass(tab, officer, request, response, chain);
    }

    /** Whether somebody comes in by a page, and not a tab's script. */
    private static boolean isFrontDoor(String path, HttpServletRequest request) {
        return path.equals("/") && request.getParameter("v-r") == null;
    }

    /** Where somebody works who has nothing to choose from; nothing while that place is closed. */
    private Optional<Place> onlyPlace(Officer officer) {
        var places = people.placesOf(officer.person());
        return places.stream()
                .filter(_ -> places.size() == 1 && !officer.coordinator())
                .filter(place -> tenants.bySlug(place.slug())
                        .filter(tenant -> !isClosed(tenant))
                        .isPresent())
                .findFirst();
    }

    /** Whoever comes from elsewhere is noted before they see anything. */
    private void note(Tab tab, Officer officer) {
        if (Entrances.isFromElsewhere(officer)) {
            TenantScope.call(
                    tab.scope(),
                    () -> officer.act(() -> {
                        entrances.note();
                        return true;
                    }));
        }
    }

    private void goOn(
            int ui,
            Tabs.Tied tied,
            boolean script,
            PersonId person,
            HttpServletRequest request,
            HttpServletResponse response,
            FilterChain chain)
            throws ServletException, IOException {
        var tab = tied.tab();
        Officer officer;
        try {
            if (!sessions.goesOn(request, person)) {
                var language = Language.of(request);
                end(request);
                interrupt(script, "/", PlainPage.SESSION_ENDED, language, request, response);
                return;
            }
            if (tab.tenant() == null) {
                officer = people.officer(person);
            } else {
                officer = people.enter(person, tab.tenant());
                var tenant = tenants.require(tab.tenant());
                if (isClosed(tenant)) {
                    leave(script, "/t/" + tenant.slug(), closed(tenant), request, response);
                    return;
                }
                if (!officer.roles().containsAll(tied.roles())) {
                    Tabs.of(request.getSession()).forget(ui);
                    interrupt(
                            script,
                            "/t/" + tenant.slug(),
                            PlainPage.ROLES_CHANGED,
                            Language.of(request),
                            request,
                            response);
                    return;
                }
            }
        } catch (Unknown gone) {
            Tabs.of(request.getSession()).forget(ui);
            interrupt(script, "/sin-acceso", PlainPage.NO_LONGER, Language.of(request), request, response);
            return;
        } catch (RuntimeException e) {
            if (!Away.isDatabase(e)) {
                interrupt(script, "/", failed(e), Language.of(request), request, response);
                return;
            }
            request.setAttribute(Away.ATTRIBUTE, true);
            chain.doFilter(request, response); // unbound: nothing is read, nothing typed is lost, the view says why
            return;
        }
        pass(tab, officer, request, response, chain);
    }

    private static PlainPage failed(RuntimeException e) {
        LOG.error("Nobody gets through the door", e);
        return PlainPage.FAILED;
    }

    private static boolean isClosed(Tenant tenant) {
        return !tenant.active() || !tenant.isInStep();
    }

    private static PlainPage closed(Tenant tenant) {
        return tenant.active() ? PlainPage.OUT_OF_STEP : PlainPage.SUSPENDED;
    }

    /** Sends the tab away: its script understands an address, a download gets the page itself. */
    private static void leave(
            boolean script, String to, PlainPage page, HttpServletRequest request, HttpServletResponse response)
            throws IOException {
        if (!script) {
            page.write(request, response);
            return;
        }
        say(VaadinService.createCriticalNotificationJSON(null, null, null, to), response);
    }

    /** The person goes on nowhere with this session, in any tab. */
    private static void end(HttpServletRequest request) {
        request.getSession().invalidate();
        SecurityContextHolder.clearContext();
    }

    /**
     * Stops a tab where it is: the page says why over what was typed, which can still be read and copied, and then
     * leads on. A download gets the page itself.
     */
    private static void interrupt(
            boolean script,
            String onward,
            PlainPage page,
            Locale language,
            HttpServletRequest request,
            HttpServletResponse response)
            throws IOException {
        if (!script) {
            page.write(request, response, language);
            return;
        }
        say(
                VaadinService.createCriticalNotificationJSON(
                        page.title(language), page.text(language), Words.in(language, "page.copy"), onward),
                response);
    }

    private static void say(String json, HttpServletResponse response) throws IOException {
        response.setContentType("application/json");
        response.setCharacterEncoding(StandardCharsets.UTF_8);
        response.setHeader("Cache-Control", "no-store");
        response.getWriter().write(json);
    }

    private static void pass(
            Tab tab, Officer officer, HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws ServletException, IOException {
        try (var _ = LogMark.tenant(tab.slug());
                var _ = LogMark.request(Ids.next().toString())) {
            TenantScope.call(
                    tab.scope(),
                    () -> officer.act(() -> {
                        chain.doFilter(request, response);
                        return true;
                    }));
        } catch (IOException | ServletException | RuntimeException e) {
            throw e;
        } catch (Exception e) {
            throw new ServletException(e);
        }
    }
}
