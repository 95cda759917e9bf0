package org.cabildo.portal.door;

import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;

/** What a reader is told instead of a page. */
public interface Refusal {

    /** There is nothing at this address; which of the possible reasons is not said. */
    void unknown(HttpServletResponse response, Language language) throws IOException;

    /** The tenant waits for a migration. */
    void outOfStep(HttpServletResponse response, Language language) throws IOException;

    /** Pages are only read here. */
    void onlyReading(HttpServletResponse response, Language language) throws IOException;

    /** Something went wrong nowhere in particular: what is said follows from the cause. */
    void failed(HttpServletResponse response, Language language, Throwable cause) throws IOException;

    /** Something went wrong on this portal: there, what leads nowhere leaves the reader where they are. */
    void failed(HttpServletResponse response, Visit visit, Throwable cause) throws IOException;
}
