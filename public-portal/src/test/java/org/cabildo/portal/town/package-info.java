/** What the portal's tests stand on: a running portal, and the officers' side that publishes what it shows. */
@NullMarked
package org.cabildo.portal.town;

import org.jspecify.annotations.NullMarked;
