package org.cabildo.identity;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.cabildo.kernel.Ids;
import org.cabildo.kernel.Unknown;
import org.cabildo.tenancy.Sql;
import org.cabildo.tenancy.TenantScope;
import org.springframework.stereotype.Service;

/**
 * Where people are signed in to the back office. The sessions themselves live in the memory of the processes that serve
 * them; each asks here at every request whether its session goes on, so that it can be ended from any other.
 */
@Service
public class OfficeSessions {

    private static final Duration FORGOTTEN = Duration.ofHours(1); // as long as a session lives without a request
    private static final Duration KEPT = Duration.ofDays(30);
    private final Sql sql;
    private final Clock clock;

    OfficeSessions(Sql sql, Clock clock) {
        this.sql = sql;
        this.clock = clock;
    }

    /**
     * A session that goes on.
     *
     * @param browser its name and system
     * @param lastSeen when it sent a request, to the minute
     */
    public record Line(SessionId id, String browser, Instant since, Instant lastSeen) {}

    /** Writes down that somebody signed in. */
    public SessionId begin(PersonId person, String browser) {
        var id = new SessionId(Ids.next());
        TenantScope.runPlatform(() -> {
            sql.of("delete from office_session where person_id = ? and last_seen_at < ?")
                    .param(person.value())
                    .param(Timestamp.from(clock.instant().minus(KEPT)))
                    .update();
            sql.of(
                            "insert into office_session (id, person_id, browser, started_at, last_seen_at) values (?, ?, ?, ?, ?)")
                    .param(id.value())
                    .param(person.value())
                    .param(browser)
                    .param(now())
                    .param(now())
                    .update();
        });
        return id;
    }

    /** Whether the session was not ended by anybody: one row, read by its key. */
    public boolean goesOn(SessionId id) {
        return TenantScope.platform(
                () -> sql.of("select exists (select from office_session where id = ? and ended_at is null)")
                        .param(id.value())
                        .query(Boolean.class)
                        .single());
    }

    /** Writes down that it sent a request; call it once a minute at most. */
    public void seen(SessionId id) {
        TenantScope.runPlatform(
                () -> sql.of("update office_session set last_seen_at = ? where id = ? and ended_at is null")
                        .param(now())
                        .param(id.value())
                        .update());
    }

    /** The sessions of the person who acts, the one seen last first. */
    public List<Line> mine() {
        var person = Officer.current().person();
        return TenantScope.platform(() -> sql.of("""
                        select id, browser, started_at, last_seen_at from office_session
                         where person_id = ? and ended_at is null and last_seen_at > ? order by last_seen_at desc, id desc
                        """)
                .param(person.value())
                .param(Timestamp.from(clock.instant().minus(FORGOTTEN)))
                .query(OfficeSessions::line)
                .list());
    }

    /**
     * Ends a session of the person who acts; it finds out at its next request.
     *
     * @throws Unknown if they have no such session
     */
    public void end(SessionId id) {
        var person = Officer.current().person();
        int ended = TenantScope.platform(() -> sql.of(
                        "update office_session set ended_at = ? where id = ? and person_id = ? and ended_at is null")
                .param(now())
                .param(id.value())
                .param(person.value())
                .update());
        if (ended == 0) {
            throw new Unknown("session", id);
        }
    }

    /** Ends all sessions of the person who acts but this one. @return how many */
    public int endOthers(SessionId own) {
        var person = Officer.current().person();
        return TenantScope.platform(() -> sql.of(
                        "update office_session set ended_at = ? where person_id = ? and id <> ? and ended_at is null")
                .param(now())
                .param(person.value())
                .param(own.value())
                .update());
    }

    /** Writes down that a session is over: somebody signed out, or was not heard of for too long. */
    public void over(SessionId id) {
        TenantScope.runPlatform(() -> sql.of("update office_session set ended_at = ? where id = ? and ended_at is null")
                .param(now())
                .param(id.value())
                .update());
    }

    private Timestamp now() {
        return Timestamp.from(clock.instant());
    }

    private static Line line(ResultSet row, int number) throws SQLException {
        return new Line(
                new SessionId(row.getObject("id", UUID.class)),
                row.getString("browser"),
                row.getTimestamp("started_at").toInstant(),
                row.getTimestamp("last_seen_at").toInstant());
    }
}
