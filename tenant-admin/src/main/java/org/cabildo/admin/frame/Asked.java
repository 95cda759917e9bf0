package org.cabildo.admin.frame;

import com.vaadin.flow.component.UI;
import com.vaadin.flow.router.BeforeEnterEvent;
import com.vaadin.flow.router.Location;
import com.vaadin.flow.router.QueryParameters;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/**
 * What a page is narrowed to, kept in its address: so it can be sent to somebody, and is found again by going back. A
 * value the page does not know is left out, not refused: addresses grow old.
 */
public final class Asked {

    private final QueryParameters given;

    private Asked(QueryParameters given) {
        this.given = given;
    }

    /** What the address asks for. */
    public static Asked of(BeforeEnterEvent event) {
        return new Asked(event.getLocation().getQueryParameters());
    }

    /** The value with this name; empty if the address has none. */
    public String text(String name) {
        return given.getSingleParameter(name).orElse("");
    }

    /** One of a closed set, by its name. */
    public <E extends Enum<E>> Optional<E> one(String name, Class<E> of) {
        var wanted = text(name);
        return java.util.Arrays.stream(of.getEnumConstants())
                .filter(each -> each.name().equals(wanted))
                .findFirst();
    }

    /** Writes into the address what the page is narrowed to now; empty values are left out. The page is not loaded anew. */
    public static void tell(String path, Map<String, String> narrowed) {
        var said = new TreeMap<>(narrowed);
        said.values().removeIf(String::isEmpty);
        UI.getCurrent().getPage().getHistory().replaceState(null, new Location(path, QueryParameters.simple(said)));
    }
}
