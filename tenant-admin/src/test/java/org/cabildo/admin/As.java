package org.cabildo.admin;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;
import org.cabildo.identity.Role;

/** The role of the officer who looks at the view. */
@Target(ElementType.METHOD)
@Retention(RetentionPolicy.RUNTIME)
public @interface As {
    Role value();
}
