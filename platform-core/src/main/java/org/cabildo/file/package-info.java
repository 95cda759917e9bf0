/** Files that officers put in: judged by their content, addressed by it, kept apart by tenant. */
@ApplicationModule(allowedDependencies = {"kernel", "tenancy", "identity"})
@NullMarked
package org.cabildo.file;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
