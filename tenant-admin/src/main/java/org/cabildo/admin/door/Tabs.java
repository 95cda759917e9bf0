package org.cabildo.admin.door;

import jakarta.servlet.http.HttpSession;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentMap;
import org.cabildo.identity.Role;

/** The tabs of one session, by the number of their Vaadin UI. */
final class Tabs {

    private static final String ATTRIBUTE = Tabs.class.getName();
    private final ConcurrentMap<Integer, Tied> byUi = new ConcurrentHashMap<>();

    /**
     * A tab as it was opened.
     *
     * @param roles its person had there at that time
     */
    record Tied(Tab tab, Set<Role> roles) {}

    static Tabs of(HttpSession session) {
        synchronized (session.getId().intern()) {
            if (session.getAttribute(ATTRIBUTE) instanceof Tabs tabs) {
                return tabs;
            }
            var tabs = new Tabs();
            session.setAttribute(ATTRIBUTE, tabs);
            return tabs;
        }
    }

    Optional<Tied> find(int ui) {
        return Optional.ofNullable(byUi.get(ui));
    }

    void tie(int ui, Tied tied) {
        var before = byUi.putIfAbsent(ui, tied);
        if (before != null && !before.tab().equals(tied.tab())) {
            throw new IllegalStateException("A tab is tied for life");
        }
    }

    void forget(int ui) {
        byUi.remove(ui);
    }

    void forgetAll() {
        byUi.clear();
    }
}
