package org.cabildo.identity;

import java.io.Serializable;
import java.util.UUID;

/** Names a session of the back office. It opens nothing: the cookie does, and is not kept here. */
public record SessionId(UUID value) implements Serializable {

    @Override
    public String toString() {
        return value.toString();
    }
}
