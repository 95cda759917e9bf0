/** Works what must not wait for a person: makes and migrates tenants, delivers announcements. No web. */
@NullMarked
package org.cabildo.worker;

import org.jspecify.annotations.NullMarked;
