/** What the public may know of consortia. */
@NamedInterface("published")
@NullMarked
package org.cabildo.consortium.published;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.NamedInterface;
