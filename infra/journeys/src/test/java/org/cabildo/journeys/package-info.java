/** People's journeys through the whole house, in a real browser, with a picture of every step. */
@NullMarked
package org.cabildo.journeys;

import org.jspecify.annotations.NullMarked;
