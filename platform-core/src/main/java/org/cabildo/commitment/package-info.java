/** Commitments of a plan, their milestones, and the progress that evidence proves. */
@ApplicationModule(
        allowedDependencies = {
            "kernel",
            "tenancy",
            "identity",
            "plan",
            "plan::published",
            "pillar",
            "file",
            "file::published",
            "ledger"
        })
@NullMarked
package org.cabildo.commitment;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
