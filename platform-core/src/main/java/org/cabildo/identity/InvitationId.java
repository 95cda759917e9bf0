package org.cabildo.identity;

import java.util.UUID;

/** Names an invitation for ever. It opens nothing: the link's token does. */
public record InvitationId(UUID value) {

    @Override
    public String toString() {
        return value.toString();
    }
}
