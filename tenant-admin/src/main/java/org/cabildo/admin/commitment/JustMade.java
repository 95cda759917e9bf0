package org.cabildo.admin.commitment;

import com.vaadin.flow.component.ComponentUtil;
import com.vaadin.flow.component.UI;
import com.vaadin.flow.router.BeforeEnterEvent;
import com.vaadin.flow.server.VaadinSession;
import org.cabildo.commitment.CommitmentId;
import org.cabildo.plan.PlanId;
import org.jspecify.annotations.Nullable;

/** The last commitment made in this window: the browser's own buttons lead to it, and not to an empty page for another one. */
record JustMade(PlanId plan, CommitmentId commitment) {

    static final String NEW = "nuevo"; // at the end of the address of a page for another one

    /** What whoever comes to the page for a new one means instead; null if they want a new one. */
    static @Nullable JustMade meantBy(BeforeEnterEvent event, PlanId plan) {
        var session = VaadinSession.getCurrent();
        var untold = session.getAttribute(JustMade.class);
        session.setAttribute(JustMade.class, null);
        var made = switch (event.getTrigger()) {
            case HISTORY -> ComponentUtil.getData(event.getUI(), JustMade.class);
            case PAGE_LOAD -> untold;
            default -> null;
        };
        return made != null && made.plan().equals(plan) ? made : null;
    }

    String path() {
        return "planes/%s/compromisos/%s".formatted(plan, commitment);
    }

    /**
     * Gives the page for a new one the address of what was made on it, unless whoever made it is on their way to another
     * one. The session knows it until the browser does: a page loaded anew before that is still the one just made.
     *
     * @param address of its page
     */
    void standAt(String address) {
        var session = VaadinSession.getCurrent();
        session.setAttribute(JustMade.class, this);
        ComponentUtil.setData(UI.getCurrent(), JustMade.class, this);
        UI.getCurrent().getPage().executeJs("""
                setTimeout(() => {
                  if (!location.pathname.endsWith('/' + $1)) return;
                  history.replaceState(history.state, '', $0);
                  window.dispatchEvent(new CustomEvent('vaadin-navigated'));
                })""", address, NEW).then(_ -> session.setAttribute(JustMade.class, null));
    }
}
