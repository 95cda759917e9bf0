/** What officers say to each other about a commitment, and whom they turn to: never public. */
@ApplicationModule(
        allowedDependencies = {"kernel", "tenancy", "identity", "commitment", "consortium::published", "ledger", "mail"
        })
@NullMarked
package org.cabildo.comment;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
