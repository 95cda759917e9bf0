/** What was promised and how far it has come. */
@NullMarked
package org.cabildo.portal.commitment;

import org.jspecify.annotations.NullMarked;
