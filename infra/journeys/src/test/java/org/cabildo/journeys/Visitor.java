package org.cabildo.journeys;

import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.ConsoleMessage;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.PlaywrightException;
import com.microsoft.playwright.Response;
import com.microsoft.playwright.options.AriaRole;
import com.microsoft.playwright.options.Cookie;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.util.List;
import java.util.Optional;
import java.util.function.BiFunction;
import java.util.function.Consumer;

/** Somebody with a browser of their own, who looks around at every step. */
final class Visitor {

    private final String name;
    private final BrowserContext context;
    private final Page page;
    private final Album album;
    private final List<String> complaints;
    private final Optional<Visitor> judge;
    private final Hands hands;

    /**
     * @param hands how they do things on their page, and whom to tell of a focus that was lost
     * @param judge sees the same with scripts, which the judgement of a page needs; empty: this visitor does
     */
    Visitor(
            String name,
            BrowserContext context,
            Album album,
            List<String> complaints,
            BiFunction<Page, Consumer<String>, Hands> hands,
            Optional<Visitor> judge) {
        this.name = name;
        this.context = context;
        this.judge = judge;
        this.album = album;
        this.complaints = complaints;
        this.page = context.newPage();
        this.hands = hands.apply(page, lost -> complaints.add(name + ": " + lost));
        page.setViewportSize(this.hands.width(), Album.HEIGHT);
        page.onPageError(error -> complaints.add(name + " met a script error on " + page.url() + ": " + error));
        page.onConsoleMessage(this::hear);
    }

    /** The browser reports every answer that is no success as an error too; those are part of some journeys. */
    private void hear(ConsoleMessage message) {
        if (message.type().equals("error") && !message.text().startsWith("Failed to load resource")) {
            complaints.add(name + " was told by the browser on " + page.url() + ": " + message.text());
        }
    }

    Page page() {
        return page;
    }

    Response opens(String address) {
        return page.navigate(address);
    }

    /** Looks at the page as it is: a picture in both widths, each judged. */
    void looks(String step) {
        judge.ifPresent(other -> other.opens(page.url()));
        complaints.addAll(album.look(page, judge.map(Visitor::page).orElse(page), step));
    }

    Hands hands() {
        return hands;
    }

    void presses(String button) {
        hands.press(button(button));
    }

    void follows(String link) {
        hands.press(link(link));
    }

    Locator heading(String text) {
        return page.getByRole(
                AriaRole.HEADING, new Page.GetByRoleOptions().setName(text).setExact(true));
    }

    Locator link(String text) {
        return page.getByRole(
                AriaRole.LINK, new Page.GetByRoleOptions().setName(text).setExact(true));
    }

    Locator button(String text) {
        return page.getByRole(
                AriaRole.BUTTON, new Page.GetByRoleOptions().setName(text).setExact(true));
    }

    /** What a link leads to, as text, when the browser keeps it in a file. */
    String downloads(String link) {
        var file = page.waitForDownload(
                () -> hands.press(link(link).first())); // a proof is linked wherever it proves something
        try {
            return Files.readString(file.path());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    List<Cookie> cookies() {
        return context.cookies();
    }

    void leaveTraces(String test) {
        try {
            album.leaveTraces(page, test + "-" + name.replace(' ', '-'));
        } catch (PlaywrightException e) {
            complaints.add(name + " could not leave traces: " + e.getMessage());
        }
    }

    void leave() {
        judge.ifPresent(Visitor::leave);
        context.close();
    }
}
