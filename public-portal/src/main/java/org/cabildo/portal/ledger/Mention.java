package org.cabildo.portal.ledger;

import java.util.Optional;

/**
 * What an entry was done to, as the public reads it.
 *
 * @param address where it is read
 * @param part title of the whole that it is a part of; empty: it stands by itself
 */
public record Mention(String name, String address, Optional<String> part) {}
