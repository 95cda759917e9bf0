package org.cabildo.admin.door;

import jakarta.servlet.http.HttpSession;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentMap;

/** The tabs of one session, by the number of their Vaadin UI. */
final class Tabs {

    private static final String ATTRIBUTE = Tabs.class.getName();
    private final ConcurrentMap<Integer, Tab> byUi = new ConcurrentHashMap<>();

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

    Optional<Tab> find(int ui) {
        return Optional.ofNullable(byUi.get(ui));
    }

    void tie(int ui, Tab tab) {
        var before = byUi.putIfAbsent(ui, tab);
        if (before != null && !before.equals(tab)) {
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
