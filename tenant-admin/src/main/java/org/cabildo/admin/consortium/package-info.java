/** Brings governments together under one plan, for coordinators. */
@NullMarked
package org.cabildo.admin.consortium;

import org.jspecify.annotations.NullMarked;
