/** How the tenant's portal looks: colours, coat of arms, the order of the first page. */
@NullMarked
package org.cabildo.admin.appearance;

import org.jspecify.annotations.NullMarked;
