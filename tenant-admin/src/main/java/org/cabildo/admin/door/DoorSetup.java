package org.cabildo.admin.door;

import com.vaadin.flow.component.ComponentUtil;
import com.vaadin.flow.router.BeforeEnterEvent;
import com.vaadin.flow.server.UIInitEvent;
import com.vaadin.flow.server.VaadinRequest;
import com.vaadin.flow.server.VaadinServiceInitListener;
import com.vaadin.flow.server.VaadinServletRequest;
import jakarta.servlet.http.HttpSession;
import jakarta.servlet.http.HttpSessionListener;
import java.net.URI;
import org.cabildo.identity.OfficeSessions;
import org.cabildo.identity.People;
import org.cabildo.identity.Profiles;
import org.cabildo.ledger.Entrances;
import org.cabildo.tenancy.Tenants;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.boot.web.servlet.FilterRegistrationBean;
import org.springframework.boot.web.servlet.ServletListenerRegistrationBean;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** Hangs the door: after Spring Security, before Vaadin. */
@Configuration(proxyBeanMethods = false)
class DoorSetup {

    private static final int BEFORE_SECURITY = -110; // and after a proxy's headers, if those are believed

    @Bean
    FilterRegistrationBean<OwnName> ownName(@Value("${cabildo.invitation.office-address}") URI address) {
        var registration = new FilterRegistrationBean<>(new OwnName(address));
        registration.setOrder(BEFORE_SECURITY);
        return registration;
    }

    @Bean
    SignedInSessions signedInSessions(OfficeSessions sessions, Profiles profiles) {
        return new SignedInSessions(sessions, profiles);
    }

    @Bean
    ServletListenerRegistrationBean<HttpSessionListener> sessionsThatEnd(SignedInSessions sessions) {
        return new ServletListenerRegistrationBean<>(sessions);
    }

    @Bean
    FilterRegistrationBean<ScopeDoor> scopeDoor(
            Tenants tenants, People people, SignedInSessions sessions, Entrances entrances) {
        var registration = new FilterRegistrationBean<>(new ScopeDoor(tenants, people, sessions, entrances));
        registration.setOrder(0); // Spring Security's chain is at -100
        return registration;
    }

    @Bean
    VaadinServiceInitListener tiesTabs() {
        return event -> {
            event.getSource().addUIInitListener(DoorSetup::tie);
            event.getSource().addSessionDestroyListener(ended -> {
                var tabs = ended.getSession().getAttribute(Tabs.class); // the servlet session may be gone already
                if (tabs != null) {
                    tabs.forgetAll();
                }
            });
        };
    }

    private static void tie(UIInitEvent event) {
        var ui = event.getUI();
        if (!(VaadinRequest.getCurrent() instanceof VaadinServletRequest request)
                || !(request.getAttribute(ScopeDoor.OPENING) instanceof Tabs.Tied tied)) {
            return; // nobody is signed in: the UI gets no scope, and security sends it to sign-in
        }
        HttpSession session = request.getHttpServletRequest().getSession();
        var number = ui.getUIId();
        var tab = tied.tab();
        var tabs = Tabs.of(session);
        tabs.tie(number, tied);
        ui.getSession().setAttribute(Tabs.class, tabs);
        ComponentUtil.setData(ui, Tab.class, tab);
        ui.addDetachListener(_ -> tabs.forget(number));
        ui.addBeforeEnterListener(entering -> keep(tab, entering));
    }

    /** Another tenant's page, or the platform's, is loaded anew: it becomes a tab of its own and nothing mixes. */
    private static void keep(Tab tab, BeforeEnterEvent entering) {
        var location = entering.getLocation();
        if (!tab.shows(location.getPath())) {
            entering.forwardToUrl("/" + location.getPathWithQueryParameters());
        }
    }
}
