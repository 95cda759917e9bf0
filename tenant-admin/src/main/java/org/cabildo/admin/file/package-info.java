/** Files: a field that takes one, and the address under which officers open it. */
@NullMarked
package org.cabildo.admin.file;

import org.jspecify.annotations.NullMarked;
