/** What is published as a document to keep and to print: PDF that is tagged for whoever reads it aloud. */
@NullMarked
package org.cabildo.portal.paper;

import org.jspecify.annotations.NullMarked;
