package org.cabildo.ledger;

import java.util.UUID;

/**
 * What an act was done to.
 *
 * @param kind such as {@code plan} or {@code milestone}: the room's word for it, part of the public format
 * @param id its identifier, for ever
 */
public record Subject(String kind, UUID id) {}
