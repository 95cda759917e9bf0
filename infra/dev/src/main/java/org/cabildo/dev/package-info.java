/** Everything a developer's machine lacks: PostgreSQL, Redis, an identity provider, and the launcher that runs the house on them. */
@NullMarked
package org.cabildo.dev;

import org.jspecify.annotations.NullMarked;
