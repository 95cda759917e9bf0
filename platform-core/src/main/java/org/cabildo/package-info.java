/** Cabildo: open government for municipalities and regional governments. One package is one room. */
@NullMarked
package org.cabildo;

import org.jspecify.annotations.NullMarked;
