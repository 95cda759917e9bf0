package org.cabildo.journeys;

import com.microsoft.playwright.Page;

/** Knows when a page has come to rest. */
final class Quiet {

    /**
     * Vaadin's client has nothing on its way and nothing to load, and lists stand as the window's width asks, which they
     * are told a moment after it changed; pages without it are at rest once loaded.
     */
    private static final String AT_REST = """
            () => (!window.Vaadin || !window.Vaadin.Flow || !window.Vaadin.Flow.clients
                || Object.values(window.Vaadin.Flow.clients).every(each => !each.isActive || !each.isActive()))
                && [...document.querySelectorAll('[data-narrow]')]
                    .every(each => (each.dataset.narrow === 'true') === (window.innerWidth <= 1000))
                && document.getAnimations().every(each => each.playState !== 'running'
                    || each.effect.getComputedTiming().iterations === Infinity)
            """;

    private Quiet() {}

    static void await(Page page) {
        page.waitForLoadState();
        page.waitForFunction(AT_REST);
    }
}
