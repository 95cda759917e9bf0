/** Files that prove what is published, for whoever wants to keep them. */
@NullMarked
package org.cabildo.portal.file;

import org.jspecify.annotations.NullMarked;
