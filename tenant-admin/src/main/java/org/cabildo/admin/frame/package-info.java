/** What every view stands in: layout, words, refusals and mishaps said plainly. */
@NullMarked
package org.cabildo.admin.frame;

import org.jspecify.annotations.NullMarked;
