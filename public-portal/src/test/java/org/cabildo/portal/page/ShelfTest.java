package org.cabildo.portal.page;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class ShelfTest {

    private final Shelf shelf = new Shelf(30);

    @Test
    void forgetsThePageThatWasReadLongestAgo() {
        shelf.keep("a", new byte[10]);
        shelf.keep("b", new byte[10]);
        shelf.keep("c", new byte[10]);
        shelf.find("a");
        shelf.keep("d", new byte[10]);

        assertThat(shelf.find("b")).isEmpty();
        assertThat(shelf.find("a")).isPresent();
        assertThat(shelf.find("d")).isPresent();
    }

    @Test
    void neverKeepsMoreThanFits() {
        shelf.keep("a", new byte[10]);
        shelf.keep("a", new byte[20]);
        shelf.keep("huge", new byte[31]);

        assertThat(shelf.find("huge")).isEmpty();
        assertThat(shelf.find("a")).isEmpty();
    }
}
