/** Demonstration content: dated facts of real institutions with their source, everything else invented and marked so. */
@NullMarked
package org.cabildo.worker.demo;

import org.jspecify.annotations.NullMarked;
