/** What was done to something, as officers read it: one page for every kind of thing, made from the ledger. */
@NullMarked
package org.cabildo.admin.ledger;

import org.jspecify.annotations.NullMarked;
