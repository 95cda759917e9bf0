/** Measures what the house promises in figures, always against something else in the same run. */
@NullMarked
package org.cabildo.bench;

import org.jspecify.annotations.NullMarked;
