/** Copies commitments into a plan, and says what they were adapted from. */
@NullMarked
package org.cabildo.admin.copying;

import org.jspecify.annotations.NullMarked;
