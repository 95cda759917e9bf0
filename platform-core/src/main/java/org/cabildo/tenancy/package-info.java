/** Who the tenants are and what keeps them apart: scope, logins, pool, provisioning, announcements. */
@ApplicationModule(allowedDependencies = "kernel")
@NullMarked
package org.cabildo.tenancy;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
