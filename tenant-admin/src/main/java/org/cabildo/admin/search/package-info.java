/** Finding things within a tenant. */
@NullMarked
package org.cabildo.admin.search;

import org.jspecify.annotations.NullMarked;
