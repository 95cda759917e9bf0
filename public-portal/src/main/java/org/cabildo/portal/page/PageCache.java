package org.cabildo.portal.page;

import java.util.function.Supplier;
import org.cabildo.portal.page.Freshness.Mark;
import org.springframework.stereotype.Component;

/**
 * Keeps rendered pages under the mark of their state: a change gives a new mark, so an old page is never found again.
 * This process remembers a few, Redis remembers for all processes, and both may forget at any time. What was made for
 * words that a reader typed stands on a small shelf of its own and is not given to Redis: there is no end to such words,
 * and they shall not push out what others read.
 */
@Component
class PageCache {

    private final Shelf shelf = new Shelf(32 << 20);
    private final Shelf ofTyped = new Shelf(2 << 20);
    private final SharedPages shared;

    PageCache(SharedPages shared) {
        this.shared = shared;
    }

    byte[] get(Mark mark, Supplier<byte[]> making) {
        var key = "cabildo:page:" + mark.owner() + ":" + mark.digest();
        return mark.typed() ? kept(ofTyped, key, making) : kept(shelf, key, () -> shared(key, making));
    }

    private static byte[] kept(Shelf shelf, String key, Supplier<byte[]> making) {
        return shelf.find(key).orElseGet(() -> {
            var page = making.get();
            shelf.keep(key, page);
            return page;
        });
    }

    private byte[] shared(String key, Supplier<byte[]> making) {
        return shared.find(key).orElseGet(() -> {
            var made = making.get();
            shared.keep(key, made);
            return made;
        });
    }
}
