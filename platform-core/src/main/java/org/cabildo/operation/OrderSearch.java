package org.cabildo.operation;

import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * Which orders are looked for; null means any, as an empty field on screen does.
 *
 * @param text words of name, address, code or of who asked, without regard to accents
 * @param batch those ordered together
 */
public record OrderSearch(
        String text,
        Order.@Nullable Kind kind,
        Order.@Nullable Outcome state,
        @Nullable UUID batch) {

    /** All of them. */
    public static final OrderSearch ALL = new OrderSearch("", null, null, null);

    public OrderSearch {
        text = text.strip();
    }
}
