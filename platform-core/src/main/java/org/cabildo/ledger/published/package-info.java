/** What the public may read of the trail. */
@NamedInterface("published")
@NullMarked
package org.cabildo.ledger.published;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.NamedInterface;
