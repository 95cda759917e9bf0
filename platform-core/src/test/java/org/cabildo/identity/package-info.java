/** Tests of people, roles and sign-in. */
@NullMarked
package org.cabildo.identity;

import org.jspecify.annotations.NullMarked;
