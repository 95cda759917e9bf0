/** The portal for machines: news to subscribe to, pages to be found, cards to be shown elsewhere. */
@NullMarked
package org.cabildo.portal.share;

import org.jspecify.annotations.NullMarked;
