package org.cabildo.comment;

import java.time.Instant;
import org.cabildo.commitment.CommitmentId;

/**
 * A commitment whose talk turns to a person who has not opened it since.
 *
 * @param count how many comments turn to them
 * @param by the name of whoever wrote the last of these; empty if they were forgotten
 * @param at when that was
 */
public record Waiting(CommitmentId commitment, int count, String by, Instant at) {}
