/** Action plans: framework, period, facts of OGP membership; from draft to approved version to what the public reads. */
@ApplicationModule(allowedDependencies = {"kernel", "tenancy", "identity", "file", "file::published", "ledger", "mail"})
@NullMarked
package org.cabildo.plan;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
