package org.cabildo.journeys;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.Route;
import com.microsoft.playwright.options.AriaRole;
import com.microsoft.playwright.options.FilePayload;
import java.util.ArrayList;
import java.util.regex.Pattern;

/** Somebody at work in the back office, who finds everything by its role and its label. */
final class Officer {

    private final Visitor visitor;
    private final RunningHouse house;

    Officer(Visitor visitor, RunningHouse house) {
        this.visitor = visitor;
        this.house = house;
    }

    /** Comes in through the local identity provider. */
    void signIn(String name) {
        visitor.opens(house.office());
        hands().press(page().getByRole(AriaRole.BUTTON, new Page.GetByRoleOptions().setName(beginsWith(name))));
        assertThat(page().locator("main.page h1")).isVisible();
        assertThat(page()).hasURL(Pattern.compile("[^?]*")); // a mark of the way in would be shared with the address
    }

    Page page() {
        return visitor.page();
    }

    Hands hands() {
        return visitor.hands();
    }

    void looks(String step) {
        visitor.looks(step);
    }

    Locator heading(String text) {
        return visitor.heading(text);
    }

    Locator button(String text) {
        return visitor.button(text);
    }

    /** A field to be filled; a box to be ticked may have the same name. */
    Locator field(String label) {
        return page().getByLabel(label, new Page.GetByLabelOptions().setExact(true))
                .and(page().locator(":not([type=checkbox])"));
    }

    void opens(String path) {
        visitor.opens(house.office() + path);
    }

    /** Follows an entry of the menu at the side. */
    void goesTo(String section) {
        var link = page().getByRole(AriaRole.NAVIGATION)
                .getByRole(
                        AriaRole.LINK,
                        new Locator.GetByRoleOptions().setName(section).setExact(true));
        Quiet.await(page());
        if (link.isHidden()) { // a narrow window keeps the menu in a drawer, which gives the focus back as it closes
            hands().press(page().locator("vaadin-drawer-toggle"));
            hands().press(link);
            assertThat(page().locator("vaadin-drawer-toggle")).isFocused();
        } else {
            hands().press(link);
        }
        assertThat(visitor.heading(section)).isVisible();
    }

    /** Enters one of the places on the first page; whoever has only one is there already. */
    void enters(String place) {
        if (!visitor.heading(place).isVisible()) {
            follows(place);
        }
        assertThat(visitor.heading(place)).isVisible();
    }

    /** A link that shows a whole thing: its title first. */
    Locator card(String title) {
        return page().getByRole(AriaRole.MAIN)
                .getByRole(AriaRole.LINK, new Locator.GetByRoleOptions().setName(beginsWith(title)));
    }

    /** Opens a thing that the page shows, by the link that begins with its title. */
    void follows(String title) {
        hands().press(card(title).first());
    }

    static Pattern beginsWith(String text) {
        return Pattern.compile("^" + quoted(text));
    }

    /** A text as part of a pattern. The browser reads it, and does not know how Java quotes. */
    static String quoted(String text) {
        return text.replaceAll("[.*+?^${}()|\\[\\]\\\\/]", "\\\\$0");
    }

    void types(String label, String text) {
        hands().type(field(label), text);
    }

    void picksDay(String label, String day) {
        hands().typeDay(field(label), day);
    }

    void chooses(String label, String option) {
        hands().choose(
                        field(label),
                        page().getByRole(AriaRole.OPTION, new Page.GetByRoleOptions().setName(beginsWith(option))));
    }

    /** Picks one of a few that are all in sight. */
    void picks(String option) {
        hands().pick(page().getByRole(
                        AriaRole.RADIO,
                        new Page.GetByRoleOptions().setName(option).setExact(true)));
    }

    /** Ticks a box, or unticks it. */
    void ticks(Locator box, boolean ticked) {
        hands().tick(box, ticked);
    }

    /** Chooses a file of the officer's machine for the only place on the page that takes one. */
    void uploads(String name, String type, byte[] content) {
        var chooser = page().waitForFileChooser(() ->
                hands().press(page().locator("vaadin-upload vaadin-button").first()));
        chooser.setFiles(new FilePayload(name, type, content));
    }

    /** Uploads a file over a line on which it arrives only after the officer went on with something else. */
    void uploadsSlowly(String name, String type, byte[] content, Runnable meanwhile) {
        var held = new ArrayList<Route>();
        page().route("**/upload", held::add);
        uploads(name, type, content);
        page().waitForCondition(() -> !held.isEmpty());
        meanwhile.run();
        held.forEach(Route::resume);
        page().unroute("**/upload");
    }

    /** Presses a button of the page. */
    void presses(String text) {
        visitor.presses(text);
    }

    /** Presses a button of the dialog that asks. */
    void answers(String text) {
        hands().press(page().getByRole(AriaRole.DIALOG)
                .getByRole(
                        AriaRole.BUTTON,
                        new Locator.GetByRoleOptions().setName(text).setExact(true)));
    }

    /** Answers yes to a question. */
    void confirms(String yes) {
        hands().press(page().getByRole(AriaRole.ALERTDIALOG)
                .getByRole(
                        AriaRole.BUTTON,
                        new Locator.GetByRoleOptions().setName(yes).setExact(true)));
        assertThat(page().getByRole(AriaRole.ALERTDIALOG)).hasCount(0);
    }

    /** A line of a list that says this and then that; its cells belong to it by slots, so it is found by its name. */
    Locator row(String first, String then) {
        return page().getByRole(
                        AriaRole.ROW,
                        new Page.GetByRoleOptions().setName(Pattern.compile(quoted(first) + ".*" + quoted(then))));
    }

    /** Where the page says this; it may be read aloud from a second, hidden place for a moment. */
    Locator text(String words) {
        return page().getByText(words).first();
    }
}
