/** Tests of the arithmetic behind the measurements. */
@NullMarked
package org.cabildo.bench;

import org.jspecify.annotations.NullMarked;
