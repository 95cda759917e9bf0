/** Copies a commitment into a plan that is drafted: from the national plans, from what others published, or one's own. */
@ApplicationModule(
        allowedDependencies = {
            "kernel",
            "tenancy",
            "identity",
            "plan",
            "plan::published",
            "commitment",
            "commitment::published",
            "pillar"
        })
@NullMarked
package org.cabildo.copying;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
