/** Commitments and milestones: what is promised, reported, corrected. */
@NullMarked
package org.cabildo.admin.commitment;

import org.jspecify.annotations.NullMarked;
