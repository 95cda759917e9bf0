package org.cabildo.admin.frame;

import com.vaadin.flow.component.AttachEvent;
import com.vaadin.flow.component.ClientCallable;
import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.HasElement;
import com.vaadin.flow.component.Key;
import com.vaadin.flow.component.KeyModifier;
import com.vaadin.flow.component.Shortcuts;
import com.vaadin.flow.component.Text;
import com.vaadin.flow.component.UI;
import com.vaadin.flow.component.applayout.AppLayout;
import com.vaadin.flow.component.applayout.DrawerToggle;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.component.html.Aside;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Header;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.component.icon.VaadinIcon;
import com.vaadin.flow.component.menubar.MenuBar;
import com.vaadin.flow.component.menubar.MenuBarVariant;
import com.vaadin.flow.component.orderedlayout.Scroller;
import com.vaadin.flow.component.sidenav.SideNav;
import com.vaadin.flow.component.sidenav.SideNavItem;
import com.vaadin.flow.router.AfterNavigationEvent;
import com.vaadin.flow.router.AfterNavigationObserver;
import com.vaadin.flow.router.NavigationTrigger;
import com.vaadin.flow.server.auth.AnonymousAllowed;
import com.vaadin.flow.spring.security.AuthenticationContext;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import org.cabildo.admin.door.Tab;
import org.cabildo.admin.words.Language;
import org.cabildo.admin.words.Words;
import org.cabildo.identity.Officer;
import org.cabildo.identity.People;
import org.cabildo.identity.Place;
import org.cabildo.identity.Profiles;
import org.cabildo.identity.Role;
import org.cabildo.notice.ReceivedNotices;
import org.cabildo.tenancy.Tenant;
import org.cabildo.tenancy.TenantKind;
import org.cabildo.tenancy.Tenants;
import org.jspecify.annotations.Nullable;

/** The frame of every page: where one is, as whom and for whom, where one can go, language, light, sign-out. */
@AnonymousAllowed
public class OfficeLayout extends AppLayout implements AfterNavigationObserver {

    /** A question mark that is no part of what somebody types. */
    private static final String QUESTION = """
            const frame = this;
            const writes = each => each instanceof HTMLElement && each.matches('input, textarea, [contenteditable]');
            if (frame.cabildoAsks) return;
            frame.cabildoAsks = event => {
              if (event.key === '?' && !event.composedPath().some(writes)) frame.$server.help();
            };
            window.addEventListener('keydown', frame.cabildoAsks);
            """;

    private static final String COMMON = "Municipalidad de "; // begins nearly every name: a narrow bar leaves it out

    private final Officer officer = Officer.current();
    private final List<Place> places;
    private final AuthenticationContext authentication;
    private final transient Profiles profiles;
    private final @Nullable NoticeBanner notices; // null outside tenants
    private final Header bar = new Header();
    private @Nullable Component tools;

    OfficeLayout(
            People people,
            Profiles profiles,
            Tenants tenants,
            ReceivedNotices received,
            AuthenticationContext authentication) {
        this.authentication = authentication;
        this.profiles = profiles;
        places = people.placesOf(officer.person());
        var tab = Tab.current();
        notices = tab.tenant() == null ? null : new NoticeBanner(received);
        setPrimarySection(Section.DRAWER);
        setI18n(new AppLayoutI18n().setDrawer(Words.of("menu")));
        FocusKeeper.watch(this);
        var toggle = new DrawerToggle();
        toggle.setAriaLabel(Words.of("menu"));
        bar.addClassName("bar");
        bar.add(toggle);
        addToNavbar(bar);
        if (tab.tenant() == null) {
            bar.add(where(Words.of("office"), Words.of(officer.coordinator() ? "coordinator" : "office.lead")));
            addToDrawer(drawer(platformNav()));
        } else {
            var tenant = tenants.require(tab.tenant());
            bar.add(whereIn(tenant));
            addToDrawer(drawer(tenantNav(tab)));
        }
        var inTenant = tab.tenant() != null;
        Shortcuts.addShortcutListener(this, () -> Keys.show(inTenant), Key.KEY_H, KeyModifier.ALT);
        if (inTenant) {
            Shortcuts.addShortcutListener(
                    this, () -> UI.getCurrent().navigate("t/" + tab.slug() + "/buscar"), Key.KEY_B, KeyModifier.ALT);
        }
        Shortcuts.addShortcutListener(this, () -> setDrawerOpened(!isDrawerOpened()), Key.KEY_M, KeyModifier.ALT);
    }

    /** Made anew each time: a menu that is taken off and put on again in one go, as before a refusal, loses its items. */
    @Override
    protected void onAttach(AttachEvent event) {
        super.onAttach(event);
        if (tools != null) {
            bar.remove(tools);
        }
        tools = tools();
        bar.add(tools);
        getElement().executeJs(QUESTION);
        Paper.follow(this);
    }

    /** Whoever presses a question mark asks which keys there are. */
    @ClientCallable
    void help() {
        Keys.show(Tab.current().tenant() != null);
    }

    /** Every page of a tenant stands under what the national coordination has to tell. */
    @Override
    public void showRouterLayoutContent(HasElement content) {
        if (notices == null || content instanceof TellsNotices) {
            super.showRouterLayoutContent(content);
            return;
        }
        notices.refresh();
        var under = new Div();
        under.getElement().appendChild(notices.getElement(), content.getElement());
        super.showRouterLayoutContent(under);
    }

    /** A page that was followed to is read from its head; one that is come back to stays where it was left. */
    @Override
    public void afterNavigation(AfterNavigationEvent event) {
        Notes.settle(); // why something was not done is said where it was asked for
        var trigger = event.getLocationChangeEvent().getTrigger();
        if (trigger != NavigationTrigger.HISTORY && trigger != NavigationTrigger.PAGE_LOAD) {
            getContent().getElement().executeJs("this.scrollIntoView({block: 'start'})");
        }
    }

    private static Component drawer(Component nav) {
        var drawer = new Aside(brand(), new Scroller(nav));
        drawer.addClassName("drawer");
        return drawer;
    }

    private static Component brand() {
        var brand = new Anchor("/", "Cabildo");
        brand.addClassName("brand");
        brand.setRouterIgnore(true);
        brand.setAriaLabel("Cabildo: " + Words.of("page.home"));
        return brand;
    }

    private Component whereIn(Tenant tenant) {
        var roles = Words.ofRoles(officer.roles());
        var onBehalf = !officer.onBehalfOfId().equals(tenant.id());
        var place = where(tenant.name(), onBehalf ? Words.of("behalf", roles, officer.onBehalfOf()) : roles);
        place.getClassNames().set("on-behalf", onBehalf);
        if (tenant.synthetic()) {
            place.add(Badge.synthetic());
        }
        return place;
    }

    private static Div where(String name, String as) {
        var title = new Span();
        title.addClassName("where-name");
        if (name.startsWith(COMMON)) {
            var kind = new Span(COMMON);
            kind.addClassName("where-kind");
            title.add(kind, new Text(name.substring(COMMON.length())));
        } else {
            title.setText(name);
        }
        var under = new Span(as);
        under.addClassName("where-as");
        var words = new Div(title, under);
        words.addClassName("where-words");
        var place = new Div(words);
        place.addClassName("where");
        return place;
    }

    /** Whether there is anything to choose from on the first page, to which nobody else is led. */
    private boolean choosesPlaces() {
        return officer.coordinator() || places.size() != 1;
    }

    private Component platformNav() {
        var nav = new SideNav(Words.of("nav.label"));
        if (choosesPlaces()) {
            nav.addItem(
                    item(places.isEmpty() && officer.coordinator() ? "nav.home" : "nav.places", "", VaadinIcon.HOME));
        } else {
            nav.addItem(item("nav.home", "t/" + places.getFirst().slug(), VaadinIcon.HOME));
        }
        if (officer.coordinator()) {
            nav.addItem(
                    item("nav.governments", "nacional", VaadinIcon.LIST),
                    item("nav.onboard", "nacional/incorporar", VaadinIcon.UPLOAD),
                    item("nav.batches", "nacional/ordenes", VaadinIcon.CLIPBOARD_CHECK),
                    item("nav.notices", "nacional/avisos", VaadinIcon.BELL_O),
                    item("nav.health", "nacional/salud", VaadinIcon.HEART_O),
                    item("nav.consortia", "nacional/consorcios", VaadinIcon.CONNECT),
                    item("nav.comparison", "nacional/comparacion", VaadinIcon.BAR_CHART));
        }
        return nav;
    }

    private Component tenantNav(Tab tab) {
        var nav = new SideNav(Words.of("nav.label"));
        var place = Objects.requireNonNull(officer.place());
        var home = "t/" + tab.slug();
        nav.addItem(
                item("nav.home", home, VaadinIcon.HOME),
                item("nav.pillars", home + "/pilares", VaadinIcon.GRID_BIG_O),
                item("nav.plans", home + "/planes", VaadinIcon.CLIPBOARD_TEXT),
                item(
                        place.kind() == TenantKind.CONSORTIUM ? "nav.members" : "nav.consortia",
                        home + "/consorcios",
                        VaadinIcon.CONNECT),
                item("nav.portal", home + "/portal", VaadinIcon.PAINTBRUSH));
        if (place.kind() != TenantKind.CONSORTIUM) { // consortia are in no comparison
            nav.addItem(item("nav.own", home + "/comparacion", VaadinIcon.BAR_CHART));
        }
        nav.addItem(
                item("nav.search", home + "/buscar", VaadinIcon.SEARCH),
                item("nav.notices", home + "/avisos", VaadinIcon.BELL_O));
        if (officer.may(Role.ADMINISTRATOR)) {
            nav.addItem(
                    item("nav.people", home + "/personas", VaadinIcon.USERS),
                    item("nav.host", home + "/dominio", VaadinIcon.GLOBE));
        }
        return nav;
    }

    private static SideNavItem item(String key, String path, VaadinIcon icon) {
        var item = new SideNavItem(Words.of(key), path, icon.create());
        item.setMatchNested(path.contains("/planes") || path.contains("/ordenes"));
        return item;
    }

    private Component tools() {
        var english = isEnglish();
        var language = new Button(english ? "ES" : "EN", _ -> speak(english ? Words.SPANISH : Locale.ENGLISH));
        language.setAriaLabel(english ? "ES: cambiar a español" : "EN: switch to English"); // begins with what is seen
        language.setTooltipText(english ? "Español" : "English");
        language.addThemeVariants(ButtonVariant.TERTIARY);
        var light = new Button(VaadinIcon.ADJUST.create(), _ -> Light.toggle(UI.getCurrent()));
        light.setAriaLabel(Words.of("light"));
        light.setTooltipText(Words.of("light"));
        light.addThemeVariants(ButtonVariant.TERTIARY);
        var tools = new Div(language, light, account());
        tools.addClassName("tools");
        return tools;
    }

    private Component account() {
        var bar = new MenuBar();
        bar.addThemeVariants(MenuBarVariant.TERTIARY);
        bar.setI18n(new MenuBar.MenuBarI18n().setMoreOptions(Words.of("menu.more")));
        var root = bar.addItem(VaadinIcon.USER.create());
        root.setAriaLabel(Words.of("account", officer.name()));
        var menu = root.getSubMenu();
        var self = new Div(new Span(officer.name()), new Span(officer.email()));
        self.addClassName("self");
        menu.addItem(self).setEnabled(false);
        menu.addSeparator();
        menu.addItem(Words.of("nav.profile"), _ -> go("/perfil"));
        if (choosesPlaces()) {
            menu.addItem(Words.of("nav.places"), _ -> go("/"));
        }
        places.stream()
                .filter(place -> !place.slug().equals(Tab.current().slug()))
                .limit(12)
                .forEach(place -> menu.addItem(place.name(), _ -> go("/t/" + place.slug())));
        menu.addSeparator();
        var english = isEnglish();
        menu.addItem(english ? "Español" : "English", _ -> speak(english ? Words.SPANISH : Locale.ENGLISH));
        menu.addItem(Words.of("light"), _ -> Light.toggle(UI.getCurrent()));
        menu.addItem(Words.of("shortcuts"), _ -> Keys.show(Tab.current().tenant() != null));
        menu.addItem(Words.of("signout"), _ -> authentication.logout());
        return bar;
    }

    /** From now on, also where they sign in next. */
    private void speak(Locale language) {
        profiles.speak(language);
        Language.choose(language);
    }

    private static boolean isEnglish() {
        return Words.language().getLanguage().equals("en");
    }

    private static void go(String path) {
        UI.getCurrent().getPage().setLocation(path);
    }
}
