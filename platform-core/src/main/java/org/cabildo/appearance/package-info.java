/** How a tenant's portal looks: its colours, its coat of arms, the order of its first page. */
@ApplicationModule(allowedDependencies = {"kernel", "tenancy", "identity", "file", "file::published", "ledger"})
@NullMarked
package org.cabildo.appearance;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
