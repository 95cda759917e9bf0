/** What national coordinators watch of the house: orders, health, notices. */
@NullMarked
package org.cabildo.admin.operation;

import org.jspecify.annotations.NullMarked;
