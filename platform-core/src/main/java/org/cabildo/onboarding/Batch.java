package org.cabildo.onboarding;

import java.time.Instant;
import java.util.UUID;

/**
 * What was ordered together, counted.
 *
 * @param id of the batch
 * @param requestedBy name of who ordered it
 * @param requestedAt when
 * @param total orders in all
 */
public record Batch(UUID id, String requestedBy, Instant requestedAt, int total, int done, int failed, int waiting) {}
