/** The host of its own under which a tenant's portal answers. */
@NullMarked
package org.cabildo.admin.host;

import org.jspecify.annotations.NullMarked;
