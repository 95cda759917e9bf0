/** What citizens see: every tenant's public face, rendered on the server, from published rows only. */
@ApplicationModule(
        allowedDependencies = {
            "kernel",
            "tenancy",
            "calendar",
            "appearance::published",
            "file::published",
            "pillar::published",
            "plan::published",
            "commitment::published",
            "consortium::published",
            "benchmarking::published",
            "ledger::published"
        })
@NullMarked
package org.cabildo.portal;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
