package org.cabildo.portal.door;

import jakarta.servlet.DispatcherType;
import jakarta.servlet.FilterChain;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletRequestWrapper;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.Optional;
import org.cabildo.kernel.LogMark;
import org.cabildo.tenancy.Scope;
import org.cabildo.tenancy.Tenant;
import org.cabildo.tenancy.TenantScope;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.web.filter.OncePerRequestFilter;

/**
 * Binds the scope of every page from the address it was asked under, and nothing else. Addresses nobody has and
 * suspended tenants are answered alike, to the byte; so are, on one portal, all pages that do not exist.
 */
class ScopeDoor extends OncePerRequestFilter {

    private static final Scope NATION = new Scope.Platform();
    private final Addresses addresses;
    private final Refusal refusal;
    private final AnswerCount answers;
    private final FinalSlash slash;

    ScopeDoor(Addresses addresses, Refusal refusal, AnswerCount answers, FinalSlash slash) {
        this.addresses = addresses;
        this.refusal = refusal;
        this.slash = slash;
        this.answers = answers;
    }

    @Override
    protected boolean shouldNotFilter(HttpServletRequest request) {
        return request.getDispatcherType() != DispatcherType.REQUEST || isEverybodys(request.getRequestURI());
    }

    /** What belongs to no tenant: the health probe, style and icon. */
    private static boolean isEverybodys(String path) {
        return path.equals("/health") || path.equals("/favicon.ico") || path.startsWith("/assets/");
    }

    @Override
    protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws IOException {
        var query = Query.of(request.getQueryString());
        try {
            var found = addresses.find(request.getServerName(), request.getRequestURI());
            if (found.isEmpty()) {
                refusal.unknown(response, query.language());
            } else if (found.get().tenant().filter(tenant -> !tenant.isInStep()).isPresent()) {
                refusal.outOfStep(response, query.language());
            } else {
                enter(found.get(), query, request, response, chain);
            }
        } catch (Exception | LinkageError | StackOverflowError e) {
            var visit = Visit.of(request);
            if (visit.isPresent()) {
                refusal.failed(response, visit.get(), e);
            } else {
                refusal.failed(response, query.language(), e);
            }
        }
    }

    private void enter(
            Addresses.Found found,
            Query query,
            HttpServletRequest request,
            HttpServletResponse response,
            FilterChain chain)
            throws Exception {
        var inner = new Inner(request, found.prefix());
        var slug = found.tenant().map(Tenant::slug).orElse("");
        inner.setAttribute(
                Visit.ATTRIBUTE,
                new Visit(found.tenant(), found.prefix(), inner.path(), query.language(), query.search()));
        try (var _ = LogMark.tenant(slug)) {
            var meant = slash.without(inner.path());
            if (meant.isPresent()) {
                lead(response, found.prefix() + meant.get(), request.getQueryString());
                return;
            }
            TenantScope.call(scope(found.tenant()), () -> {
                chain.doFilter(inner, response);
                return true;
            });
        } finally {
            answers.count(slug, response.getStatus());
        }
    }

    /** To another path of this portal, whatever its host is called, and with what was asked there. */
    private static void lead(HttpServletResponse response, String path, @Nullable String query) {
        response.setStatus(HttpStatus.PERMANENT_REDIRECT.value());
        response.setHeader("Location", query == null ? path : path + "?" + query);
        response.setHeader("Cache-Control", "no-cache");
    }

    private static Scope scope(Optional<Tenant> tenant) {
        return tenant.<Scope>map(found -> new Scope.OfTenant(found.id())).orElse(NATION);
    }

    /** The request as the portal's pages see it: the part of the path that named the tenant is its context. */
    private static final class Inner extends HttpServletRequestWrapper {

        private final String prefix;
        private final String uri;

        Inner(HttpServletRequest request, String prefix) {
            super(request);
            this.prefix = prefix;
            this.uri = request.getRequestURI().equals(prefix) ? prefix + "/" : request.getRequestURI();
        }

        String path() {
            return uri.substring(prefix.length());
        }

        @Override
        public String getContextPath() {
            return prefix;
        }

        @Override
        public String getRequestURI() {
            return uri;
        }

        @Override
        public String getServletPath() {
            return path();
        }
    }
}
