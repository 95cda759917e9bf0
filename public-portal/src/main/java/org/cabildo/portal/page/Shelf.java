package org.cabildo.portal.page;

import java.util.LinkedHashMap;
import java.util.Optional;

/** The pages last read here, as many as fit. */
final class Shelf {

    private final LinkedHashMap<String, byte[]> pages = new LinkedHashMap<>(256, 0.75f, true);
    private final long room;
    private long used;

    /** @param room in bytes */
    Shelf(long room) {
        this.room = room;
    }

    synchronized Optional<byte[]> find(String key) {
        return Optional.ofNullable(pages.get(key));
    }

    synchronized void keep(String key, byte[] page) {
        var before = pages.put(key, page);
        used += page.length - (before == null ? 0 : before.length);
        var oldest = pages.entrySet().iterator();
        while (used > room && oldest.hasNext()) {
            used -= oldest.next().getValue().length;
            oldest.remove();
        }
    }
}
