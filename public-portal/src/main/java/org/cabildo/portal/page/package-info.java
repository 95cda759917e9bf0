/** How a page is made: words, templates, freshness, what is kept for the next reader, what is said when it fails. */
@NullMarked
package org.cabildo.portal.page;

import org.jspecify.annotations.NullMarked;
