/** Notices from the national coordination, or the house, to those who work in tenants: written, published, withdrawn, read. */
@ApplicationModule(allowedDependencies = {"kernel", "tenancy", "identity"})
@NullMarked
package org.cabildo.notice;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
