/** What a portal says of itself: who answers for it, what its words mean, and whom it leaves out. */
@NullMarked
package org.cabildo.portal.about;

import org.jspecify.annotations.NullMarked;
