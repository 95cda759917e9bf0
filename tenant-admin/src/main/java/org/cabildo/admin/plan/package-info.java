/** Plans from draft to approved version, and the dated facts around them. */
@NullMarked
package org.cabildo.admin.plan;

import org.jspecify.annotations.NullMarked;
