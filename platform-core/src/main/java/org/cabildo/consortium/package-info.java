/** Who belongs to a consortium, and which member has approved which version of the shared plan. */
@ApplicationModule(allowedDependencies = {"kernel", "tenancy", "identity", "plan", "commitment", "ledger", "mail"})
@NullMarked
package org.cabildo.consortium;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
