/** Tests of what a developer's machine is given. */
@NullMarked
package org.cabildo.dev;

import org.jspecify.annotations.NullMarked;
