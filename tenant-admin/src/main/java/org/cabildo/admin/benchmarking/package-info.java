/** Compares tenants by their published figures, for coordinators. */
@NullMarked
package org.cabildo.admin.benchmarking;

import org.jspecify.annotations.NullMarked;
