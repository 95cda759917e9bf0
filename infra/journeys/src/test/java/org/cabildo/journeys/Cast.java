package org.cabildo.journeys;

import com.microsoft.playwright.Browser;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

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
        return enter("citizen", true, false, Optional.empty());
    }

    /** A reader whose browser runs no scripts. */
    Visitor citizenWithoutScripts() {
        return enter("citizen", false, false, Optional.of(citizen()));
    }

    /** Somebody who has signed in to the back office, with a keyboard alone. */
    Officer officer(String name) {
        return signedIn(name, false);
    }

    /** Somebody who has signed in to the back office, with a mouse. */
    Officer officerWithMouse(String name) {
        return signedIn(name, true);
    }

    private Officer signedIn(String name, boolean mouse) {
        var officer = new Officer(enter(name, true, mouse, Optional.empty()), house);
        officer.signIn(name);
        return officer;
    }

    private Visitor enter(String name, boolean scripts, boolean mouse, Optional<Visitor> judge) {
        var context = browser.newContext(new Browser.NewContextOptions()
                .setJavaScriptEnabled(scripts)
                .setLocale("es-CL")
                .setTimezoneId("America/Santiago"));
        var visitor = new Visitor(name, context, album, complaints, mouse, judge);
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
