/** The portal as a reader meets it, on a real port, with a real PostgreSQL and a real Redis behind it. */
@NullMarked
package org.cabildo.portal;

import org.jspecify.annotations.NullMarked;
