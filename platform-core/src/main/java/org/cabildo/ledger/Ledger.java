package org.cabildo.ledger;

import java.nio.charset.StandardCharsets;
import java.security.SecureRandom;
import java.sql.Timestamp;
import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.TreeMap;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicReference;
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

    /**
     * What is to be written.
     *
     * @param object null: it was done to a person
     * @param at when; null: now
     */
    private record Done(
            Act act,
            @Nullable Subject object,
            @Nullable Who whom,
            Facts facts,
            @Nullable Who actor,
            @Nullable String behalf,
            @Nullable Instant at) {}

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
        var officer = Officer.isBound() ? Officer.current() : null;
        waiting()
                .add(new Done(
                        act,
                        subject,
                        null,
                        facts,
                        officer == null ? null : Who.of(officer),
                        officer == null || officer.place() == null ? null : officer.onBehalfOf(),
                        null));
    }

    /** Adds an act that happened among the platform's rows; it says itself when. */
    void add(Owed owed) {
        var facts = new Facts();
        json.readTree(owed.facts()).properties().forEach(fact -> facts.with(fact.getKey(), fact.getValue()));
        facts.with("done", Entry.moment(owed.at()));
        waiting().add(new Done(owed.act(), owed.object(), owed.whom(), facts, owed.actor(), owed.behalf(), owed.at()));
    }

    private List<Done> waiting() {
        if (TransactionSynchronizationManager.getResource(this) instanceof Waiting there) {
            return there.acts();
        }
        var waiting = new Waiting(TenantScope.tenant(), new ArrayList<>(), new HashMap<>());
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

    private record Waiting(TenantId tenant, List<Done> acts, Map<UUID, String> marks) {}

    private void write(Waiting waiting) {
        events.publishEvent(new LedgerGrew(waiting.tenant())); // before the others have to wait
        var last = takeTurn(waiting);
        for (var done : waiting.acts()) {
            last = write(waiting, done, last);
        }
    }

    /**
     * Takes the row that all who add must hold, to the end of the transaction: entries come one after another. The row says
     * what was added last, and is read as it is once it is ours; so is the mark of the person who acts, whom officers read
     * under the name they bear now: whoever was invited had none but their address. An act that is added after it was done
     * knows only the name of then.
     */
    private Last takeTurn(Waiting waiting) {
        var first = waiting.acts().getFirst();
        var actor = first.actor();
        var known = new AtomicReference<@Nullable String>();
        var last = sql.of("""
                        select t.number, t.happened_at, t.hash, a.mark, a.name
                          from ledger_turn t left join ledger_actor a on a.person_id = cast(:actor as uuid)
                           for update of t
                        """)
                .param("actor", actor == null ? null : actor.person())
                .query((row, _) -> {
                    var mark = row.getString("mark");
                    if (actor != null && mark != null) {
                        waiting.marks().put(actor.person(), mark);
                        known.set(row.getString("name"));
                    }
                    return row.getLong("number") == 0
                            ? new Last(0, Instant.EPOCH, Entry.beginning(waiting.tenant()))
                            : new Last(
                                    row.getLong("number"),
                                    row.getTimestamp("happened_at").toInstant(),
                                    row.getString("hash"));
                })
                .single();
        if (actor != null
                && first.at() == null
                && known.get() != null
                && !actor.name().isBlank()
                && !actor.name().equals(known.get())) {
            sql.of("update ledger_actor set name = ? where person_id = ?")
                    .param(actor.name())
                    .param(actor.person())
                    .update();
        }
        return last;
    }

    private Last write(Waiting waiting, Done done, Last last) {
        var now = (done.at() == null ? clock.instant() : done.at()).truncatedTo(ChronoUnit.MILLIS);
        var at = now.isBefore(last.at()) ? last.at() : now;
        var number = last.number() + 1;
        var facts = new TreeMap<>(done.facts().values());
        var words = done.facts().words().entrySet().stream()
                .map(said -> new Word(said.getKey(), key(), said.getValue()))
                .toList();
        words.forEach(word -> facts.put(word.name(), word.stands()));
        var entry = new Entry(
                waiting.tenant(),
                number,
                at,
                done.act().name(),
                subject(waiting, done),
                done.actor() == null ? null : mark(waiting, done.actor()),
                done.behalf(),
                new String(Entry.canonical(json.writeValueAsString(facts)), StandardCharsets.UTF_8),
                last.hash());
        var hash = entry.hash();
        sql.of("""
                with turn as (update ledger_turn set number = :number, happened_at = :at, hash = :hash)
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

    private Subject subject(Waiting waiting, Done done) {
        return done.object() != null ? done.object() : Who.subject(mark(waiting, Objects.requireNonNull(done.whom())));
    }

    /** What stands for a person in this tenant's trail, always the same. */
    private String mark(Waiting waiting, Who who) {
        return waiting.marks().computeIfAbsent(who.person(), _ -> find(who).orElseGet(() -> make(who)));
    }

    private Optional<String> find(Who who) {
        return sql.of("select mark from ledger_actor where person_id = ?")
                .param(who.person())
                .query(String.class)
                .optional();
    }

    private String make(Who who) {
        var key = key();
        var mark = Digest.keyed(key, who.person().toString().getBytes(StandardCharsets.UTF_8));
        sql.of("insert into ledger_actor (person_id, key, mark, name) values (?, ?, ?, ?)")
                .param(who.person())
                .param(key)
                .param(mark)
                .param(who.name())
                .update();
        return mark;
    }

    private byte[] key() {
        var key = new byte[KEY_BYTES];
        random.nextBytes(key);
        return key;
    }
}
