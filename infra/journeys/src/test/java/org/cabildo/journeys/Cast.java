package org.cabildo.journeys;

import com.microsoft.playwright.Browser;
import com.microsoft.playwright.Page;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.BiFunction;
import java.util.function.Consumer;

/** Who takes part in one test: people with a browser each, and the house they visit. */
final class Cast {

    private final RunningHouse house;
    private final Browser browser;
    private final Album album;
    private final List<Visitor> visitors = new ArrayList<>();
    private final List<String> complaints = new ArrayList<>();

    Cast(RunningHouse house, Browser browser, Album album) {
        this.house = house;
        this.browser = browser;
        this.album = album;
    }

    RunningHouse house() {
        return house;
    }

    /** A reader of the portals, with a keyboard alone. */
    Visitor citizen() {
        return enter("citizen", true, Keys::new, Optional.empty());
    }

    /** A reader whose browser runs no scripts. */
    Visitor citizenWithoutScripts() {
        return enter("citizen", false, Keys::new, Optional.of(citizen()));
    }

    /** Somebody who has not been here before, with a mouse; what their way costs is counted. */
    Visitor newcomer(Pace pace) {
        return enter("newcomer", true, (page, _) -> new Paced(page, pace), Optional.empty());
    }

    /** Somebody who has signed in to the back office, with a keyboard alone. */
    Officer officer(String name) {
        return signedIn(name, Keys::new);
    }

    /** Somebody who has signed in to the back office, with a mouse. */
    Officer officerWithMouse(String name) {
        return signedIn(name, (_, _) -> new Mouse());
    }

    private Officer signedIn(String name, BiFunction<Page, Consumer<String>, Hands> hands) {
        var officer = new Officer(enter(name, true, hands, Optional.empty()), house);
        officer.signIn(name);
        return officer;
    }

    private Visitor enter(
            String name, boolean scripts, BiFunction<Page, Consumer<String>, Hands> hands, Optional<Visitor> judge) {
        var context = browser.newContext(new Browser.NewContextOptions()
                .setJavaScriptEnabled(scripts)
                .setLocale("es-CL")
                .setTimezoneId("America/Santiago"));
        var visitor = new Visitor(name, context, album, complaints, hands, judge);
        visitors.add(visitor);
        return visitor;
    }

    void leaveTraces(String test) {
        visitors.forEach(visitor -> visitor.leaveTraces(test));
    }

    /** What the pictures and the browser's console gave reason to complain about. */
    List<String> complaints() {
        return complaints;
    }

    void leave() {
        visitors.forEach(Visitor::leave);
    }
}
