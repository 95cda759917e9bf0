/** Ties each browser tab to one tenant for life and binds the scope around its requests. */
@NullMarked
package org.cabildo.admin.door;

import org.jspecify.annotations.NullMarked;
