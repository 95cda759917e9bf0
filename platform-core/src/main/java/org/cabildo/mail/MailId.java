package org.cabildo.mail;

import java.util.UUID;

/** Names a letter for ever. */
public record MailId(UUID value) {

    @Override
    public String toString() {
        return value.toString();
    }
}
