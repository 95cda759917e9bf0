/** What the public may know of the figures: how much each tenant has published. */
@NamedInterface("published")
@NullMarked
package org.cabildo.benchmarking.published;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.NamedInterface;
