package org.cabildo.admin.door;

import jakarta.servlet.http.HttpServletRequest;
import java.util.Set;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** What a request wants of the door. */
sealed interface Visit {

    /** Goes on in a tab that is already open. */
    record InTab(int ui, boolean script) implements Visit {}

    /** Opens a page or a new tab at a path. */
    record At(String path) implements Visit {}

    /** Needs no scope: static files, sign-in, signs of life. */
    record Open() implements Visit {}

    /** Names two tabs, or a tab by no number: nothing that a browser sends. */
    record Contradiction() implements Visit {}

    Pattern RESOURCE = Pattern.compile("/VAADIN/dynamic/resource/(\\d{1,9})/.*");
    Pattern OPEN = Pattern.compile(
            "/(VAADIN/(?!dynamic/).*|aura/.*|icons/.*|charts/.*|maps/.*|login/.*|oauth2/.*|logout|health|error|sin-acceso|invitacion/.*|[^/]+\\.(css|ico|js|png|svg|txt|webmanifest))");
    Set<String> NEW_TAB = Set.of("init");
    Set<String> SIGN_OF_LIFE = Set.of("heartbeat");

    /** Reads it as Vaadin will: by request type and number of the UI first, by path only for pages. */
    static Visit of(HttpServletRequest request) {
        var path = request.getRequestURI().substring(request.getContextPath().length());
        var type = request.getParameter("v-r");
        var resource = RESOURCE.matcher(path);
        if (path.startsWith("/VAADIN/dynamic/")) {
            return type == null && resource.matches()
                    ? new InTab(Integer.parseInt(resource.group(1)), false)
                    : new Contradiction();
        }
        if (type == null) {
            return OPEN.matcher(path).matches() ? new Open() : new At(path);
        }
        if (NEW_TAB.contains(type)) {
            var location = request.getParameter("location");
            return location == null ? new Contradiction() : new At(location);
        }
        return SIGN_OF_LIFE.contains(type) ? new Open() : inTab(request.getParameter("v-uiId"));
    }

    private static Visit inTab(@Nullable String number) {
        return number != null && number.matches("\\d{1,9}")
                ? new InTab(Integer.parseInt(number), true)
                : new Contradiction();
    }
}
