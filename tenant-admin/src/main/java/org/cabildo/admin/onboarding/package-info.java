/** The national list and how governments are brought aboard, for coordinators. */
@NullMarked
package org.cabildo.admin.onboarding;

import org.jspecify.annotations.NullMarked;
