/** Where a request comes in: whose portal it visits, in which language, under which protection. */
@NullMarked
package org.cabildo.portal.door;

import org.jspecify.annotations.NullMarked;
