/** The same facts for machines. */
@NullMarked
package org.cabildo.portal.opendata;

import org.jspecify.annotations.NullMarked;
