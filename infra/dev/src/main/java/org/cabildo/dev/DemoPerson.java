package org.cabildo.dev;

/**
 * An invented person who may sign in locally.
 *
 * @param email ends in {@code .invalid}, so no mail ever reaches anybody
 * @param place where the person works, as shown to people
 * @param slug the tenant's name in addresses; empty for the nation
 */
public record DemoPerson(String email, String name, DemoRole role, String place, String slug) {}
