package org.cabildo.admin.copying;

import com.vaadin.flow.router.BeforeEnterEvent;
import com.vaadin.flow.router.QueryParameters;
import java.util.Map;
import java.util.TreeMap;
import java.util.UUID;
import org.cabildo.kernel.Unknown;
import org.cabildo.plan.PlanId;

/** Addresses of the pages on which commitments are copied. */
final class Places {

    private Places() {}

    /**
     * The plan that the address names.
     *
     * @throws Unknown if it names none
     */
    static PlanId plan(BeforeEnterEvent event) {
        var text = event.getRouteParameters().get("plan").orElse("");
        try {
            return new PlanId(UUID.fromString(text));
        } catch (IllegalArgumentException e) {
            throw new Unknown("plan", text);
        }
    }

    /** The address with what the list was narrowed to, so that one finds the way back; empty values are left out. */
    static String with(String path, Map<String, String> narrowed) {
        var said = new TreeMap<>(narrowed);
        said.values().removeIf(String::isEmpty);
        return said.isEmpty() ? path : path + "?" + QueryParameters.simple(said).getQueryString();
    }
}
