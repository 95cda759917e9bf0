/** Tests of the worker on a real PostgreSQL and a real Redis. */
@NullMarked
package org.cabildo.worker;

import org.jspecify.annotations.NullMarked;
