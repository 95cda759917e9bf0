package org.cabildo.mail;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.cabildo.kernel.Texts;
import org.cabildo.mail.Carrier.NotCarried;
import org.cabildo.tenancy.Seals;
import org.cabildo.tenancy.Sql;
import org.cabildo.tenancy.TenantScope;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Service;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.json.JsonMapper;

/**
 * Carries letters one by one: claims a row, hands the letter to the mail server outside any transaction, and writes down
 * what came of it. A claim lapses, so what a killed worker had in hand is carried again; it may then arrive twice.
 */
@Service
public class MailDelivery {

    private static final Logger LOG = LoggerFactory.getLogger(MailDelivery.class);
    private static final Duration CLAIM = Duration.ofMinutes(5);
    private static final Duration KEPT = Duration.ofDays(90);
    private static final int LONGEST_REASON = 400;

    /** How long it rests after each try that failed; after the last one it is given up, two days after the first. */
    private static final List<Duration> PAUSES = List.of(
            Duration.ofSeconds(20),
            Duration.ofMinutes(2),
            Duration.ofMinutes(10),
            Duration.ofMinutes(30),
            Duration.ofHours(1),
            Duration.ofHours(3),
            Duration.ofHours(6),
            Duration.ofHours(12),
            Duration.ofHours(24));

    private final Sql sql;
    private final Seals seals;
    private final JsonMapper json;
    private final Clock clock;

    /** @param letter empty if it was sealed with a key that is gone */
    private record Claimed(MailId id, Optional<Letter> letter, int attempts) {}

    MailDelivery(Sql sql, Seals seals, JsonMapper json, Clock clock) {
        this.sql = sql;
        this.seals = seals;
        this.json = json;
        this.clock = clock;
    }

    /**
     * Carries the letter that has waited longest, if one is due.
     *
     * @return whether there was one
     */
    public boolean carryOne(Carrier carrier) {
        var claimed = TenantScope.platform(this::claim);
        claimed.ifPresent(letter -> carry(letter, carrier));
        return claimed.isPresent();
    }

    /** Forgets letters that ended long ago; their text is gone since they ended. */
    public void tidy() {
        TenantScope.runPlatform(() -> sql.of("delete from mail where ended_at < ?")
                .param(Timestamp.from(clock.instant().minus(KEPT)))
                .update());
    }

    private Optional<Claimed> claim() {
        var now = clock.instant();
        return sql.of("""
                        update mail set claimed_until = :until, attempts = attempts + 1
                         where id in (select id from mail
                                       where state = 'WAITING' and next_at <= :now
                                         and (claimed_until is null or claimed_until < :now)
                                       order by next_at limit 1 for update skip locked)
                        returning id, sealed, attempts
                        """)
                .param("until", Timestamp.from(now.plus(CLAIM)))
                .param("now", Timestamp.from(now))
                .query(this::claimed)
                .optional();
    }

    private void carry(Claimed claimed, Carrier carrier) {
        if (claimed.letter().isEmpty()) {
            LOG.warn("Letter {} cannot be opened: was the office's key changed?", claimed.id());
            refuse(claimed, "");
            return;
        }
        try {
            carrier.carry(claimed.id(), claimed.letter().get());
            end(claimed, "SENT");
        } catch (NotCarried refusal) {
            var reason = clipped(String.valueOf(refusal.getMessage()));
            if (refusal.isForGood() || claimed.attempts() > PAUSES.size()) {
                LOG.info("The mail server refused letter {} after {} tries", claimed.id(), claimed.attempts());
                refuse(claimed, reason);
            } else {
                wait(claimed, reason, PAUSES.get(claimed.attempts() - 1));
            }
        }
    }

    private void end(Claimed claimed, String state) {
        TenantScope.runPlatform(() -> sql.of("""
                        update mail set state = ?, sealed = null, ended_at = ?, claimed_until = null, failure = null
                         where id = ? and state = 'WAITING'
                        """)
                .param(state)
                .param(Timestamp.from(clock.instant()))
                .param(claimed.id().value())
                .update());
    }

    private void refuse(Claimed claimed, String reason) {
        TenantScope.runPlatform(() -> sql.of("""
                        update mail
                           set state = 'REFUSED', sealed = null, ended_at = ?, claimed_until = null, failure = ?
                         where id = ? and state = 'WAITING'
                        """)
                .param(Timestamp.from(clock.instant()))
                .param(reason)
                .param(claimed.id().value())
                .update());
    }

    private void wait(Claimed claimed, String reason, Duration pause) {
        TenantScope.runPlatform(() -> sql.of("""
                        update mail set next_at = ?, claimed_until = null, failure = ? where id = ? and state = 'WAITING'
                        """)
                .param(Timestamp.from(clock.instant().plus(pause)))
                .param(reason)
                .param(claimed.id().value())
                .update());
    }

    private static String clipped(String reason) {
        return Texts.shortened(reason.replaceAll("\\s+", " ").strip(), LONGEST_REASON);
    }

    private Claimed claimed(ResultSet row, int number) throws SQLException {
        var id = new MailId(row.getObject("id", UUID.class));
        return new Claimed(id, opened(id, row.getBytes("sealed")), row.getInt("attempts"));
    }

    private Optional<Letter> opened(MailId id, byte[] sealed) {
        try {
            return Optional.of(json.readValue(seals.open(id.toString(), sealed), Letter.class));
        } catch (IllegalStateException | JacksonException e) {
            return Optional.empty();
        }
    }
}
