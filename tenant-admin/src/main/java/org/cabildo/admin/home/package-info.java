/** The first page of a person, and of a tenant. */
@NullMarked
package org.cabildo.admin.home;

import org.jspecify.annotations.NullMarked;
