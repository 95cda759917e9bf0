/** How the house runs, for national coordinators: orders, processes, and what waits to be done. */
@ApplicationModule(allowedDependencies = {"kernel", "tenancy", "identity", "mail", "onboarding", "ledger"})
@NullMarked
package org.cabildo.operation;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
