/** Plans, their versions, and what is being prepared. */
@NullMarked
package org.cabildo.portal.plan;

import org.jspecify.annotations.NullMarked;
