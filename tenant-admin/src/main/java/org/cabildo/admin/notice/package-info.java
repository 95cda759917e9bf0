/** Notices: written by the national coordination, read by those who work in tenants. */
@NullMarked
package org.cabildo.admin.notice;

import org.jspecify.annotations.NullMarked;
