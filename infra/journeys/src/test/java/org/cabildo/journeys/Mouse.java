package org.cabildo.journeys;

import com.microsoft.playwright.Locator;

/** A mouse before a wide window. */
final class Mouse implements Hands {

    @Override
    public int width() {
        return Album.WIDE;
    }

    @Override
    public void press(Locator what) {
        what.click();
    }

    @Override
    public void type(Locator field, String text) {
        field.fill(text);
    }

    @Override
    public void typeDay(Locator field, String day) {
        field.fill(day);
        field.press("Enter");
    }

    @Override
    public void choose(Locator field, Locator option) {
        field.click();
        option.click();
    }

    @Override
    public void add(Locator field, String search, Locator option) {
        field.fill(search);
        option.click();
        field.press("Escape");
    }

    @Override
    public void tick(Locator box, boolean ticked) {
        box.setChecked(ticked);
    }

    @Override
    public void pick(Locator radio) {
        radio.check();
    }
}
