/** The words on screen, in the language of the person looking. */
@NullMarked
package org.cabildo.admin.words;

import org.jspecify.annotations.NullMarked;
