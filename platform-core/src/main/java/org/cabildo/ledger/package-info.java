/** The trail of acts: append-only, each entry bound to the one before by its hash, its heads signed and shown to all. */
@ApplicationModule(allowedDependencies = {"kernel", "tenancy", "identity"})
@NullMarked
package org.cabildo.ledger;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
