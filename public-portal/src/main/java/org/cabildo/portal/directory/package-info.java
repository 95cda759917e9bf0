/** The nation's page: who takes part. */
@NullMarked
package org.cabildo.portal.directory;

import org.jspecify.annotations.NullMarked;
