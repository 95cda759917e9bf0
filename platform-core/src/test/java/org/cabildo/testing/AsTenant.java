package org.cabildo.testing;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;
import org.cabildo.identity.Role;

/** Runs the test inside a fresh tenant of this name, as one of its officers. */
@Target({ElementType.TYPE, ElementType.METHOD})
@Retention(RetentionPolicy.RUNTIME)
public @interface AsTenant {

    /** A name for the tenant; its address begins with it. */
    String value();

    /** What the officer may do. */
    Role[] role() default Role.ADMINISTRATOR;
}
