/** What the public may read of the pillars. */
@NamedInterface("published")
@NullMarked
package org.cabildo.pillar.published;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.NamedInterface;
