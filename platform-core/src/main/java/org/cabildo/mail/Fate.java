package org.cabildo.mail;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * What became of a letter.
 *
 * @param since when it was written, or when it came to its end
 * @param tries how often it was handed to the server
 * @param failure what the server said last if it did not take it, empty if it did not answer; null if all is well
 */
public record Fate(
        MailId id,
        State state,
        Instant since,
        int tries,
        @Nullable String failure) {

    /** Where a letter stands. */
    public enum State {
        /** Will be carried, perhaps again. */
        WAITING,
        /** The mail server took it. */
        SENT,
        /** The mail server will not take it, or did not for too long. */
        REFUSED,
        /** Nobody wants it sent any more. */
        DROPPED
    }

    static Fate of(ResultSet row, int number) throws SQLException {
        var ended = row.getTimestamp("ended_at");
        return new Fate(
                new MailId(row.getObject("id", UUID.class)),
                State.valueOf(row.getString("state")),
                Optional.ofNullable(ended)
                        .orElse(row.getTimestamp("written_at"))
                        .toInstant(),
                row.getInt("attempts"),
                row.getString("failure"));
    }
}
