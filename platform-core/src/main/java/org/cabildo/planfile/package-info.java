/** A plan's commitments and milestones as a file of rows, taken out and brought in. */
@ApplicationModule(
        allowedDependencies = {
            "kernel",
            "tenancy",
            "identity",
            "plan",
            "plan :: published",
            "commitment",
            "commitment::published",
            "pillar",
            "consortium::published"
        })
@NullMarked
package org.cabildo.planfile;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
