/** What the public may read of commitments. */
@NamedInterface("published")
@NullMarked
package org.cabildo.commitment.published;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.NamedInterface;
