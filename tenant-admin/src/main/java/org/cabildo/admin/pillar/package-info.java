/** The pillars of a tenant: drafted, put in order, published. */
@NullMarked
package org.cabildo.admin.pillar;

import org.jspecify.annotations.NullMarked;
