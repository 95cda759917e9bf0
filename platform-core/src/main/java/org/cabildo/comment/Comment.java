package org.cabildo.comment;

import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A comment as the officer who looks at it sees it.
 *
 * @param author the name of whoever wrote it; empty if they were forgotten
 * @param onBehalfOf the tenant they spoke for
 * @param text plain text of 1 to 4,000 characters; empty once it was taken back
 * @param editedAt when it was said anew; null: it stands as it was written
 * @param removed by whom it was taken back; null: it was not
 * @param resolved by whom it was settled; null: it is open
 * @param mentioned the names of those it turns to; an empty name was forgotten
 * @param forMe whether it turns to the officer who looks and they had not opened the talk since
 * @param mine whether they wrote it themselves
 * @param answered whether somebody else wrote after it
 */
public record Comment(
        CommentId id,
        String author,
        String onBehalfOf,
        String text,
        Instant writtenAt,
        @Nullable Instant editedAt,
        @Nullable Mark removed,
        @Nullable Mark resolved,
        List<String> mentioned,
        boolean forMe,
        boolean mine,
        boolean answered) {

    public Comment {
        mentioned = List.copyOf(mentioned);
    }

    /** Who did something to a comment, and when; an empty name was forgotten. */
    public record Mark(String by, Instant at) {}

    /** Whether it still asks for something. */
    public boolean isOpen() {
        return removed == null && resolved == null;
    }

    /** Whether whoever wrote it may say it anew: others answered what they read. */
    public boolean isEditable() {
        return mine && isOpen() && !answered;
    }
}
