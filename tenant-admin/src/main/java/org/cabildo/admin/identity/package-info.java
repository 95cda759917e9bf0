/** The people of a tenant and their roles, for its administrators. */
@NullMarked
package org.cabildo.admin.identity;

import org.jspecify.annotations.NullMarked;
