/** The colours and the coat of arms of one tenant's portal. */
@NullMarked
package org.cabildo.portal.appearance;

import org.jspecify.annotations.NullMarked;
