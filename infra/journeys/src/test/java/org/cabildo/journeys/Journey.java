package org.cabildo.journeys;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;
import org.junit.jupiter.api.extension.ExtendWith;

/** A journey through the house: its tests are given a {@link Cast}, its pictures lie in {@code target/look/<name>}. */
@Target(ElementType.TYPE)
@Retention(RetentionPolicy.RUNTIME)
@ExtendWith(Stage.class)
@interface Journey {

    /** The folder of its pictures. */
    String value();
}
