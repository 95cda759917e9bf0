/** Compares tenants by what they published. It never reads a tenant's tables: tenants tell their figures. */
@ApplicationModule(
        allowedDependencies = {"kernel", "tenancy", "identity", "commitment", "commitment::published", "calendar"})
@NullMarked
package org.cabildo.benchmarking;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
