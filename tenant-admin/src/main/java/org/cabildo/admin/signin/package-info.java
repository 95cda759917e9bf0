/** Signs people in at the OpenID Connect provider and knows them afterwards. */
@NullMarked
package org.cabildo.admin.signin;

import org.jspecify.annotations.NullMarked;
