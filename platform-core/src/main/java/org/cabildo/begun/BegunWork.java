package org.cabildo.begun;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Clock;
import java.time.Duration;
import java.util.Collection;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.cabildo.identity.Officer;
import org.cabildo.kernel.Refused;
import org.cabildo.tenancy.Sql;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import tools.jackson.core.type.TypeReference;
import tools.jackson.databind.json.JsonMapper;

/** Keeps what the person who acts began to write in the tenant in scope, until they save or discard it. */
@Service
@Transactional
public class BegunWork {

    private static final int LONGEST = 200_000; // characters, of all fields together
    private static final Duration KEPT = Duration.ofDays(90);
    private static final TypeReference<Map<String, String>> FIELDS = new TypeReference<>() {};
    private final Sql sql;
    private final JsonMapper json;
    private final Clock clock;

    BegunWork(Sql sql, JsonMapper json, Clock clock) {
        this.sql = sql;
        this.json = json;
        this.clock = clock;
    }

    /**
     * Keeps what stands in the form now, in place of what stood there before.
     *
     * @param said the text of each field by its name
     * @param stood what is saved in each field that this would change; empty for something new
     * @throws Refused if it is longer than anything that could be saved
     */
    public void keep(Beginning what, Map<String, String> said, Map<String, String> stood) {
        var text = json.writeValueAsString(said);
        if (text.length() > LONGEST) {
            throw new Refused(
                    "begun.long",
                    "This is %,d characters long, and at most %,d are kept before saving: shorten it."
                            .formatted(text.length(), LONGEST),
                    text.length(),
                    LONGEST);
        }
        sql.of("""
                insert into begun_work (person_id, form, within, said, stood, kept_at)
                values (:person, :form, :within, :said, :stood, :at)
                on conflict (person_id, form, within)
                do update set said = excluded.said, stood = excluded.stood, kept_at = excluded.kept_at
                """)
                .param("person", Officer.require(what.form().role()).person().value())
                .param("form", what.form().name())
                .param("within", what.within())
                .param("said", text)
                .param("stood", json.writeValueAsString(stood))
                .param("at", Timestamp.from(clock.instant()))
                .update();
    }

    /** What was kept for this person; empty if that is nothing, or too long ago. */
    @Transactional(readOnly = true)
    public Optional<Begun> find(Beginning what) {
        return Optional.ofNullable(find(Set.of(what)).get(what));
    }

    /** What was kept for this person of each of these; those of which that is nothing are left out. */
    @Transactional(readOnly = true)
    public Map<Beginning, Begun> find(Collection<Beginning> all) {
        var found = new HashMap<Beginning, Begun>();
        var asked = new HashMap<String, Map<String, Beginning>>(); // by what they belong to, and by form
        for (var what : all) {
            Officer.require(what.form().role());
            asked.computeIfAbsent(what.within(), _ -> new HashMap<>())
                    .put(what.form().name(), what);
        }
        if (asked.isEmpty()) {
            return found;
        }
        sql.of("""
                select form, within, said, stood, kept_at from begun_work
                 where person_id = :person and within in (:within) and kept_at >= :since
                """)
                .param("person", Officer.current().person().value())
                .param("within", asked.keySet())
                .param("since", oldest())
                .query(row -> {
                    var what = asked.getOrDefault(row.getString("within"), Map.of())
                            .get(row.getString("form"));
                    if (what != null) {
                        found.put(what, begun(row));
                    }
                });
        return found;
    }

    /** Forgets what was kept for this person: it was saved, or discarded. */
    public void forget(Beginning what) {
        sql.of("delete from begun_work where person_id = :person and form = :form and within = :within")
                .param("person", Officer.require(what.form().role()).person().value())
                .param("form", what.form().name())
                .param("within", what.within())
                .update();
    }

    /** Forgets what anybody began and left alone for ninety days. @return how many */
    public int forgetOld() {
        return sql.of("delete from begun_work where kept_at < ?")
                .param(oldest())
                .update();
    }

    private Timestamp oldest() {
        return Timestamp.from(clock.instant().minus(KEPT));
    }

    private Begun begun(ResultSet row) throws SQLException {
        return new Begun(
                json.readValue(row.getString("said"), FIELDS),
                json.readValue(row.getString("stood"), FIELDS),
                row.getTimestamp("kept_at").toInstant());
    }
}
