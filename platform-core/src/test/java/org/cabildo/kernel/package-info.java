/** Tests of the words every room uses. */
@NullMarked
package org.cabildo.kernel;

import org.jspecify.annotations.NullMarked;
