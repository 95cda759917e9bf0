/** Letters by mail: kept in the transaction of the act that writes them, carried by the worker, told apart when refused. */
@ApplicationModule(allowedDependencies = {"kernel", "tenancy"})
@NullMarked
package org.cabildo.mail;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
