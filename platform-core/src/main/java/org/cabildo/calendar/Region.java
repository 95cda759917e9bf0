package org.cabildo.calendar;

/**
 * One of the 16 regions.
 *
 * @param code two digits; they do not follow geography
 * @param name such as <i>Biobío</i>
 * @param officialName such as <i>Región del Biobío</i>
 * @param roman the traditional number, or RM
 * @param northSouth place from north to south, beginning with 1
 */
public record Region(String code, String name, String officialName, String roman, int northSouth) {}
