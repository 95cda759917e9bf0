package org.cabildo.file.storage;

import java.io.InputStream;
import java.nio.file.Path;

/**
 * Keeps bytes. What is kept is there whole or not at all. Whoever it does not answer gets a
 * {@link org.springframework.dao.DataAccessResourceFailureException}.
 */
public interface Storage {

    /** Keeps a copy of the content. Keeping what is there already does no harm. */
    void keep(Place place, Path content);

    /** Opens what is kept there; the caller closes it. */
    InputStream open(Place place);

    /** Forgets what is kept there, if anything is. */
    void forget(Place place);
}
