/** What tests of all modules share: a real database, fresh tenants, a scope around each test. */
@NullMarked
package org.cabildo.testing;

import org.jspecify.annotations.NullMarked;
