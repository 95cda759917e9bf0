/** The files that the public may take, of the tenant in scope. */
@NamedInterface("published")
@NullMarked
package org.cabildo.file.published;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.NamedInterface;
