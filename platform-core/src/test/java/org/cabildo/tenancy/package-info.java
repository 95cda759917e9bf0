/** Tests of the fence: what tenants may reach, what survives a kill, what is refused. */
@NullMarked
package org.cabildo.tenancy;

import org.jspecify.annotations.NullMarked;
