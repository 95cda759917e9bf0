/** Who signs in, where they work and what they may do there. */
@ApplicationModule(allowedDependencies = {"kernel", "tenancy", "mail"})
@NullMarked
package org.cabildo.identity;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
