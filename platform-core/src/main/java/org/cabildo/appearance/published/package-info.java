/** How a tenant's portal looks to the public, of the tenant in scope. */
@NamedInterface("published")
@NullMarked
package org.cabildo.appearance.published;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.NamedInterface;
