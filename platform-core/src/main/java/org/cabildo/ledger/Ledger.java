package org.cabildo.ledger;

import java.nio.charset.StandardCharsets;
import java.security.SecureRandom;
import java.sql.Timestamp;
import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.TreeMap;
import java.util.UUID;
import org.cabildo.identity.Officer;
import org.cabildo.tenancy.Sql;
import org.cabildo.tenancy.TenantId;
import org.cabildo.tenancy.TenantScope;
import org.jspecify.annotations.Nullable;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Service;
import org.springframework.transaction.support.TransactionSynchronization;
import org.springframework.transaction.support.TransactionSynchronizationManager;
import tools.jackson.databind.json.JsonMapper;

/**
 * Where acts are added to the trail of the tenant in scope. An entry is written in the transaction of its act, as its
 * last statement: either both are there or neither is, and acts wait for each other no longer than they must.
 */
@Service
public class Ledger {

    private static final int KEY_BYTES = 32;
    private final Sql sql;
    private final JsonMapper json;
    private final Clock clock;
    private final ApplicationEventPublisher events;
    private final SecureRandom random = new SecureRandom();

    private record Done(
            Act act, Subject subject, Facts facts, @Nullable Officer officer) {}

    /** Words that people wrote, and the key of what stands for them. */
    private static final class Word {

        private final String name;
        private final byte[] key;
        private final String text;

        Word(String name, byte[] key, String text) {
            this.name = name;
            this.key = key;
            this.text = text;
        }

        String name() {
            return name;
        }

        byte[] key() {
            return key;
        }

        String text() {
            return text;
        }

        /** What the entry says instead of the words. */
        String stands() {
            return keyed(key, text);
        }
    }

    private record Last(long number, Instant at, String hash) {}

    Ledger(Sql sql, JsonMapper json, Clock clock, ApplicationEventPublisher events) {
        this.sql = sql;
        this.json = json;
        this.clock = clock;
        this.events = events;
    }

    /**
     * Adds an act to the trail, in the transaction that is going on.
     *
     * @throws IllegalStateException outside of a transaction
     */
    public void add(Act act, Subject subject, Facts facts) {
        if (!TransactionSynchronizationManager.isActualTransactionActive()) {
            throw new IllegalStateException("An entry belongs into the transaction of its act");
        }
        waiting().add(new Done(act, subject, facts, Officer.isBound() ? Officer.current() : null));
    }

    private List<Done> waiting() {
        if (TransactionSynchronizationManager.getResource(this) instanceof Waiting there) {
            return there.acts();
        }
        var waiting = new Waiting(TenantScope.tenant(), new ArrayList<>());
        TransactionSynchronizationManager.bindResource(this, waiting);
        TransactionSynchronizationManager.registerSynchronization(new TransactionSynchronization() {
            @Override
            public void beforeCommit(boolean readOnly) {
                write(waiting);
            }

            @Override
            public void afterCompletion(int status) {
                TransactionSynchronizationManager.unbindResourceIfPossible(Ledger.this);
            }
        });
        return waiting.acts();
    }

    private record Waiting(TenantId tenant, List<Done> acts) {}

    private void write(Waiting waiting) {
        // entries come one after another: the row is held to the end of the transaction
        sql.of("select one from ledger_turn for update").query(Boolean.class).single();
        var last = last(waiting.tenant());
        for (var done : waiting.acts()) {
            last = write(waiting.tenant(), done, last);
        }
        events.publishEvent(new LedgerGrew(waiting.tenant(), last.number(), last.hash()));
    }

    private Last last(TenantId tenant) {
        return sql.of("select number, happened_at, hash from ledger_entry order by number desc limit 1")
                .query((row, _) -> new Last(
                        row.getLong("number"), row.getTimestamp("happened_at").toInstant(), row.getString("hash")))
                .optional()
                .orElseGet(() -> new Last(0, Instant.EPOCH, Entry.beginning(tenant)));
    }

    private Last write(TenantId tenant, Done done, Last last) {
        var now = clock.instant().truncatedTo(ChronoUnit.MILLIS);
        var at = now.isBefore(last.at()) ? last.at() : now;
        var number = last.number() + 1;
        var facts = new TreeMap<>(done.facts().values());
        var words = done.facts().words().entrySet().stream()
                .map(said -> new Word(said.getKey(), key(), said.getValue()))
                .toList();
        words.forEach(word -> facts.put(word.name(), word.stands()));
        var officer = done.officer();
        var entry = new Entry(
                tenant,
                number,
                at,
                done.act().name(),
                done.subject(),
                officer == null ? null : mark(officer),
                officer == null || officer.place() == null ? null : officer.onBehalfOf(),
                new String(Entry.canonical(json.writeValueAsString(facts)), StandardCharsets.UTF_8),
                last.hash());
        var hash = entry.hash();
        sql.of("""
                insert into ledger_entry
                  (number, happened_at, act, object_kind, object_id, actor, on_behalf_of, facts, previous, hash)
                values (:number, :at, :act, :kind, :id, :actor, :behalf, :facts, :previous, :hash)
                """)
                .param("number", number)
                .param("at", Timestamp.from(at))
                .param("act", entry.act())
                .param("kind", entry.subject().kind())
                .param("id", entry.subject().id())
                .param("actor", entry.actor())
                .param("behalf", entry.behalf())
                .param("facts", entry.facts())
                .param("previous", entry.previous())
                .param("hash", hash)
                .update();
        words.forEach(word -> keep(number, word));
        return new Last(number, at, hash);
    }

    /** Keeps words apart from the entry. */
    private void keep(long number, Word word) {
        sql.of("insert into published_ledger_word (number, name, key, words) values (?, ?, ?, ?)")
                .param(number)
                .param(word.name())
                .param(word.key())
                .param(word.text())
                .update();
    }

    /** What stands in an entry for words. */
    static String keyed(byte[] key, String text) {
        return "hmac-sha256:" + Digest.keyed(key, text.getBytes(StandardCharsets.UTF_8));
    }

    /** What stands for a person in this tenant's trail, always the same. */
    private String mark(Officer officer) {
        return sql.of("select mark from ledger_actor where person_id = ?")
                .param(officer.person().value())
                .query(String.class)
                .optional()
                .orElseGet(() -> mark(officer.person().value(), officer.name()));
    }

    private String mark(UUID person, String name) {
        var key = key();
        var mark = Digest.keyed(key, person.toString().getBytes(StandardCharsets.UTF_8));
        sql.of("insert into ledger_actor (person_id, key, mark, name) values (?, ?, ?, ?)")
                .param(person)
                .param(key)
                .param(mark)
                .param(name)
                .update();
        return mark;
    }

    private byte[] key() {
        var key = new byte[KEY_BYTES];
        random.nextBytes(key);
        return key;
    }
}
