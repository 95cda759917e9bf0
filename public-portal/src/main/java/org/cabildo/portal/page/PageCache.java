package org.cabildo.portal.page;

import java.util.function.Supplier;
import org.cabildo.portal.page.Freshness.Mark;
import org.springframework.stereotype.Component;

/**
 * Keeps rendered pages under the mark of their state: a change gives a new mark, so an old page is never found again.
 * This process remembers a few, Redis remembers for all processes, and both may forget at any time. What was made for
 * words that a reader typed is not given to Redis, which would grow by each of them.
 */
@Component
class PageCache {

    private final Shelf shelf = new Shelf(32 << 20);
    private final SharedPages shared;

    PageCache(SharedPages shared) {
        this.shared = shared;
    }

    byte[] get(Mark mark, Supplier<byte[]> making) {
        var key = "cabildo:page:" + mark.owner() + ":" + mark.digest();
        return shelf.find(key).orElseGet(() -> {
            var page = mark.typed() ? making.get() : shared(key, making);
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
