package org.cabildo.portal.page;

/**
 * An address that no page has and that is near one: there the reader is led.
 *
 * @param address within the portal visited
 */
public record Elsewhere(String address) implements Reply {}
