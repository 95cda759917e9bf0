/** The trail of a tenant's acts: what it is, its last head, and the file that anybody can check. */
@NullMarked
package org.cabildo.portal.ledger;

import org.jspecify.annotations.NullMarked;
