/** The host of its own that a tenant's portal answers under: wanted, proven by the DNS, watched, given up. */
@ApplicationModule(allowedDependencies = {"kernel", "tenancy", "identity", "notice", "ledger"})
@NullMarked
package org.cabildo.host;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
