/** The nation's map: regions, their comunas, and who publishes there. */
@NullMarked
package org.cabildo.portal.map;

import org.jspecify.annotations.NullMarked;
