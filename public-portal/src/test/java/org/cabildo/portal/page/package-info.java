/** Small parts of the portal, without the rest. */
@NullMarked
package org.cabildo.portal.page;

import org.jspecify.annotations.NullMarked;
