package org.cabildo.admin.frame;

import com.vaadin.flow.component.Component;

/**
 * Keeps the keyboard's place: when what had the focus goes away and nobody says where to go on, the focus goes to the
 * offer to undo what a key did, from which the next Tab goes where it would have gone without; else to the nearest part
 * around it that is still there (itself, if it was only moved), and on a new page to its heading. Else the next Tab would
 * begin at the top.
 * A notice that the session is over takes the focus, also from what was pressed behind it, and Escape goes on from it even when a dialog is open behind; Enter
 * goes on only once it could be read, for whoever was typing meant it for something else.
 */
public final class FocusKeeper {

    private static final String SCRIPT = """
            if (window.cabildoKeepsFocus) return;
            window.cabildoKeepsFocus = true;
            const patience = 150; // milliseconds in which a dialog gives the focus back by itself
            const toRead = 1000; // milliseconds in which a notice is not yet answered by an Enter that was on its way
            let around = [];
            let noticed = 0;
            let left = []; // what was around what an offer to undo took the focus from
            const there = each => each.isConnected && each.checkVisibility({visibilityProperty: true});
            let moved = false;
            const wasTaken = change => [...change.removedNodes].some(each => each.contains(around[0]));
            const wasHidden = change => change.type === 'attributes' && around.length > 0 && change.target.contains(around[0]);
            let keyed = false;
            window.addEventListener('keydown', () => keyed = true, true);
            window.addEventListener('pointerdown', () => keyed = false, true);
            const lost = () => (!document.activeElement || document.activeElement === document.body)
                && around.length > 0 && (moved || !there(around[0]));
            const HEADING = 'vaadin-app-layout main :is(h1, h2)';
            const nearest = (parts, heading) => {
              const near = parts.find(there);
              const titled = near?.querySelector(':is(h2, h3)');
              return !near || heading && near.contains(heading) ? heading : titled && there(titled) ? titled : near;
            };
            const take = place => {
              if (place.tabIndex < 0 && !place.hasAttribute('tabindex')) place.tabIndex = -1;
              place.focus({preventScroll: true});
            };
            const goOn = (tries = 10) => {
              if (!lost()) return;
              const heading = document.querySelector(HEADING);
              if (!heading && tries > 0) { // a new page is on its way
                setTimeout(() => goOn(tries - 1), patience);
                return;
              }
              const offered = around[0].matches('.undo');
              const undo = keyed && !offered && [...document.querySelectorAll('vaadin-notification-card .undo')].findLast(there);
              if (undo) left = around;
              const place = undo || nearest(offered ? left : around, heading);
              if (place) take(place);
            };
            window.addEventListener('keydown', event => { // what comes after a note is what came after that which is gone
              if (event.key !== 'Tab' || !document.activeElement?.matches('.undo')) return;
              const place = nearest(left, document.querySelector(HEADING));
              if (!place) return;
              event.preventDefault();
              take(place);
              place.scrollIntoView({block: 'nearest'});
            }, true);
            document.addEventListener('focusin', event => {
              moved = false;
              around = event.composedPath()
                  .filter(each => each instanceof HTMLElement && each.getRootNode() === document)
                  .filter(each => each !== document.body && each !== document.documentElement);
            });
            const error = () => document.querySelector('.v-system-error');
            const announced = () => {
              const notice = error();
              if (!notice || notice.hasAttribute('tabindex')) return;
              notice.tabIndex = 0;
              notice.setAttribute('role', 'alertdialog');
              notice.setAttribute('aria-label', notice.textContent);
              noticed = performance.now();
              notice.focus();
            };
            new MutationObserver(changes => {
              announced();
              moved = moved || around.length > 0 && changes.some(wasTaken); // and put back, or lost() says so too
              if (lost() || changes.some(wasHidden)) setTimeout(() => goOn(), patience);
            }).observe(document.body, {childList: true, subtree: true, attributes: true, attributeFilter: ['hidden']});
            document.addEventListener('focusout', () => setTimeout(() => { // what was behind it answers no more
              if (document.activeElement === document.body) error()?.focus();
            }));
            window.addEventListener('keydown', event => { // before an open dialog takes it for itself
              const notice = error();
              if (!notice || event.key !== 'Escape' && !(event.key === 'Enter' && document.activeElement === notice)) return;
              event.stopImmediatePropagation();
              event.preventDefault();
              if (event.key === 'Escape' || performance.now() - noticed > toRead) notice.click();
            }, true);
            """;

    /** Where it is seen without scrolling it stays. */
    private static final String SHOWN = """
            if (this.tabIndex < 0 && !this.hasAttribute('tabindex')) this.tabIndex = -1;
            this.focus({preventScroll: true});
            const stands = this.getBoundingClientRect();
            const sticky = 112; // pixels that the bar may cover
            if (stands.top < sticky || stands.bottom > innerHeight * 2 / 3) this.scrollIntoView({block: 'start'});
            """;

    private FocusKeeper() {}

    /** Goes on at this place: it says what was changed by what had the focus, and comes into view. */
    public static void goOnAt(Component place) {
        place.getElement().executeJs(SHOWN);
    }

    /** Begins to keep the place, once for each window. */
    static void watch(Component frame) {
        frame.addAttachListener(_ -> frame.getElement().executeJs(SCRIPT));
    }
}
