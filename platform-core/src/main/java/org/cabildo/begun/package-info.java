/** What a person began to write and did not save yet: theirs alone, in the tenant where they wrote it. */
@ApplicationModule(allowedDependencies = {"kernel", "tenancy", "identity"})
@NullMarked
package org.cabildo.begun;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
