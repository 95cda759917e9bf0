package org.cabildo.comment;

import java.util.UUID;

/** Names a comment for ever. */
public record CommentId(UUID value) {

    @Override
    public String toString() {
        return value.toString();
    }
}
