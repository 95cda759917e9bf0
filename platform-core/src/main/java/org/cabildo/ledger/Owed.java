package org.cabildo.ledger;

import java.time.Instant;
import java.util.UUID;
import org.cabildo.tenancy.TenantId;
import org.jspecify.annotations.Nullable;

/**
 * An act that happened among the platform's rows and belongs into a tenant's trail.
 *
 * @param id the same however often it is carried over
 * @param at when it happened
 * @param object what it was done to; null: to a person
 * @param whom the person it was done to; null: to none
 * @param actor who did it; null: the house itself
 * @param behalf name of the institution it was done for; null: nobody's
 * @param facts as JSON
 */
record Owed(
        UUID id,
        TenantId tenant,
        Instant at,
        Act act,
        @Nullable Subject object,
        @Nullable Who whom,
        @Nullable Who actor,
        @Nullable String behalf,
        String facts) {}
