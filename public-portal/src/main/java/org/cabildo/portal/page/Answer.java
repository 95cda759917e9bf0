package org.cabildo.portal.page;

import java.util.Map;
import java.util.function.Supplier;
import org.cabildo.portal.page.Freshness.Mark;

/**
 * What a controller answers: the state the answer is of, and how to make it if nobody has it yet.
 *
 * @param type media type
 * @param kept whether it is kept for the next reader
 * @param headers what this answer carries besides
 */
public record Answer(Mark mark, String type, boolean kept, Map<String, String> headers, Supplier<byte[]> making)
        implements Reply {

    /** The media type of pages. */
    public static final String HTML = "text/html;charset=UTF-8";

    /** A page that is kept for the next reader. */
    public static Answer page(Mark mark, Supplier<byte[]> making) {
        return new Answer(mark, HTML, true, Map.of(), making);
    }

    /** A page that only this reader asked for. */
    public static Answer once(Mark mark, Supplier<byte[]> making) {
        return new Answer(mark, HTML, false, Map.of(), making);
    }
}
