/** Pages said without Vaadin, when there is nothing else to say them with. */
@NullMarked
package org.cabildo.admin.plain;

import org.jspecify.annotations.NullMarked;
