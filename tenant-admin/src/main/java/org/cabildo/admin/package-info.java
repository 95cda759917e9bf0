/** The back office: views for officers and for the nation, over the doors of every room. */
@NullMarked
package org.cabildo.admin;

import org.jspecify.annotations.NullMarked;
