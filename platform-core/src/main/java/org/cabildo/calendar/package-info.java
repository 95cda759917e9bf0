/** What the nation knows: its territory and governments, its days, and the words of open government. */
@ApplicationModule(allowedDependencies = {"kernel", "tenancy"})
@NullMarked
package org.cabildo.calendar;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
