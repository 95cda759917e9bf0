package org.cabildo.journeys;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import java.util.List;

/** A mouse in the hand of somebody who reads the window before every act, at a given pace. */
final class Paced implements Hands {

    /** The texts that are in the window and that nothing covers. */
    private static final String IN_SIGHT = """
            () => {
              const texts = [];
              const walker = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT);
              while (walker.nextNode()) {
                const text = walker.currentNode.data.trim();
                const element = walker.currentNode.parentElement;
                if (!text || !element.checkVisibility({visibilityProperty: true, opacityProperty: true})) continue;
                const range = document.createRange();
                range.selectNodeContents(walker.currentNode);
                const box = range.getBoundingClientRect();
                const top = document.elementFromPoint(box.left + Math.min(box.width / 2, 20), box.top + box.height / 2);
                if (box.width > 1 && top && (top.contains(element) || element.contains(top))) texts.push(text);
              }
              return texts;
            }
            """;

    private final Mouse mouse = new Mouse();
    private final Page page;
    private final Pace pace;

    Paced(Page page, Pace pace) {
        this.page = page;
        this.pace = pace;
    }

    @Override
    public int width() {
        return mouse.width();
    }

    @Override
    public void press(Locator what) {
        reads(what);
        pace.acts();
        mouse.press(what);
    }

    @Override
    public void type(Locator field, String text) {
        reads(field);
        pace.types(text);
        mouse.type(field, text);
    }

    @Override
    public void typeDay(Locator field, String day) {
        reads(field);
        pace.types(day);
        mouse.typeDay(field, day);
    }

    @Override
    public void choose(Locator field, Locator option) {
        press(field);
        press(option);
    }

    @Override
    public void add(Locator field, String search, Locator option) {
        type(field, search);
        press(option);
        field.press("Escape");
    }

    @Override
    public void tick(Locator box, boolean ticked) {
        reads(box);
        pace.acts();
        mouse.tick(box, ticked);
    }

    @Override
    public void pick(Locator radio) {
        reads(radio);
        pace.acts();
        mouse.pick(radio);
    }

    private void reads(Locator next) {
        Quiet.await(page);
        read();
        next.scrollIntoViewIfNeeded();
        read();
    }

    private void read() {
        if (page.evaluate(IN_SIGHT) instanceof List<?> texts) {
            var where = page.locator("h1, h2").first().textContent();
            pace.reads(where, texts.stream().map(String::valueOf).toList());
        }
    }
}
