package org.cabildo.journeys;

import com.microsoft.playwright.Locator;

/** How somebody does things in a browser. */
interface Hands {

    /** The width of their window, in CSS pixels. */
    int width();

    /** Presses a button or follows a link. */
    void press(Locator what);

    /** Replaces what a field says. */
    void type(Locator field, String text);

    /** Replaces the day of a field, written as 31-12-2027. */
    void typeDay(Locator field, String day);

    /** Chooses one of the options that a field shows when it is asked for them. */
    void choose(Locator field, Locator option);

    /** Searches a field that takes several of its options, takes one and goes on in the field. */
    void add(Locator field, String search, Locator option);

    /** Ticks a box that is not ticked, or the other way round. */
    void tick(Locator box, boolean ticked);

    /** Picks one of a few that exclude each other. */
    void pick(Locator radio);
}
