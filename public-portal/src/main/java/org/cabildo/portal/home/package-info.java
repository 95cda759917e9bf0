/** The first page of one tenant's portal. */
@NullMarked
package org.cabildo.portal.home;

import org.jspecify.annotations.NullMarked;
