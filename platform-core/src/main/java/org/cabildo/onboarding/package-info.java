/** How governments come aboard: the coordinator's list is judged line by line, ordered, and followed to the end. */
@ApplicationModule(allowedDependencies = {"kernel", "tenancy", "calendar", "identity"})
@NullMarked
package org.cabildo.onboarding;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
