package org.cabildo.portal.door;

import java.util.Objects;
import java.util.Optional;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.http.server.PathContainer;
import org.springframework.stereotype.Component;
import org.springframework.web.bind.annotation.RequestMethod;
import org.springframework.web.servlet.mvc.method.RequestMappingInfo;
import org.springframework.web.servlet.mvc.method.annotation.RequestMappingHandlerMapping;

/** Knows the pages that somebody asks for with a slash too many at the end; by their form, never by what is there. */
@Component
class FinalSlash {

    private final ObjectProvider<RequestMappingHandlerMapping> routes;

    FinalSlash(ObjectProvider<RequestMappingHandlerMapping> routes) {
        this.routes = routes;
    }

    /**
     * The path that was meant; empty if this one ends in no such slash, or no page can have the path without it.
     *
     * @param path within the portal, as it was written
     */
    Optional<String> without(String path) {
        if (path.length() < 2 || !path.endsWith("/") || path.startsWith("//")) {
            return Optional.empty();
        }
        var meant = path.substring(0, path.length() - 1);
        var parsed = PathContainer.parsePath(meant);
        return routes.stream()
                        .flatMap(mapping -> mapping.getHandlerMethods().keySet().stream())
                        .filter(FinalSlash::isRead)
                        .flatMap(route ->
                                Objects.requireNonNull(route.getPathPatternsCondition()).getPatterns().stream())
                        .anyMatch(pattern -> pattern.matches(parsed))
                ? Optional.of(meant)
                : Optional.empty();
    }

    private static boolean isRead(RequestMappingInfo route) {
        return route.getPathPatternsCondition() != null
                && route.getMethodsCondition().getMethods().contains(RequestMethod.GET);
    }
}
