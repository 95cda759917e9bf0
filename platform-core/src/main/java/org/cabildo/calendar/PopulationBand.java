package org.cabildo.calendar;

import java.util.OptionalInt;

/**
 * A band of population in which governments are compared: a convention of this product.
 *
 * @param name as shown
 * @param atLeast inhabitants, included
 * @param atMost inhabitants, included; empty for the last band
 */
public record PopulationBand(String name, int atLeast, OptionalInt atMost) {}
