/** Small parts of the portal, without the rest. */
@NullMarked
package org.cabildo.portal.door;

import org.jspecify.annotations.NullMarked;
