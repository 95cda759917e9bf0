/** The pillars of open government as each tenant understands them, mapped to OGP values. */
@ApplicationModule(allowedDependencies = {"kernel", "tenancy", "identity", "ledger"})
@NullMarked
package org.cabildo.pillar;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
