package org.cabildo.tenancy;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Clock;
import java.time.Instant;
import org.springframework.stereotype.Service;

/** The number of a tenant's published state. It grows with every publication and is part of every cache key. */
@Service
public class PublishedState {

    private final Sql sql;
    private final Clock clock;

    PublishedState(Sql sql, Clock clock) {
        this.sql = sql;
        this.clock = clock;
    }

    /** The number now, read from the tenant in scope. */
    public long version() {
        return sql.of("select version from published_state").query(Long.class).single();
    }

    /** When the number last grew. */
    public Instant changedAt() {
        return sql.of("select changed_at from published_state")
                .query(PublishedState::moment)
                .single();
    }

    private static Instant moment(ResultSet row, int number) throws SQLException {
        return row.getTimestamp("changed_at").toInstant();
    }

    /**
     * Marks a change of what is published, in the transaction that makes it. Whoever copies tells it first: two who publish
     * at once then go one after the other, and the second copies what the first one left.
     */
    public void changed() {
        sql.of("update published_state set version = version + 1, changed_at = ?")
                .param(Timestamp.from(clock.instant()))
                .update();
    }
}
