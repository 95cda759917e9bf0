/** What the public may read of plans. */
@NamedInterface("published")
@NullMarked
package org.cabildo.plan.published;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.NamedInterface;
