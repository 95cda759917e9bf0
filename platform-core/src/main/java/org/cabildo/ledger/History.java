package org.cabildo.ledger;

import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import org.cabildo.identity.Officer;
import org.cabildo.identity.PersonId;
import org.cabildo.identity.Role;
import org.cabildo.tenancy.Sql;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** What was done to something in the tenant in scope, newest first, made from its trail: with names, for its officers. */
@Service
@Transactional(readOnly = true)
public class History {

    private static final int LONGEST = 300;
    private final Trail trail;
    private final Sql sql;

    History(Trail trail, Sql sql) {
        this.trail = trail;
        this.sql = sql;
    }

    /**
     * One thing that was done.
     *
     * @param name of who did it; empty unless a person did who is not forgotten
     */
    public record Step(Told told, Doer doer, String name) {}

    /** Who did something. */
    public enum Doer {
        PERSON,
        /** A person whom nothing leads back to any more. */
        FORGOTTEN,
        HOUSE
    }

    /** What was done to these objects. */
    public List<Step> of(Collection<UUID> objects) {
        Officer.require(Role.READER);
        return steps(trail.of(objects, Long.MAX_VALUE, LONGEST));
    }

    /** What was done to a person's rights. Only administrators see it. */
    public List<Step> of(PersonId person) {
        Officer.require(Role.ADMINISTRATOR);
        var marks = sql.of("select mark from ledger_actor where person_id = ?")
                .param(person.value())
                .query((row, _) -> row.getString("mark"))
                .list();
        return steps(trail.of(marks.stream().map(mark -> Who.subject(mark).id()).toList(), Long.MAX_VALUE, LONGEST));
    }

    /** What was done to settings and to the tenant as a whole. */
    public List<Step> ofSettings() {
        Officer.require(Role.READER);
        return steps(trail.ofSettings(LONGEST));
    }

    private List<Step> steps(List<Entry> entries) {
        var names = names(entries);
        var steps = new ArrayList<Step>();
        for (var told : trail.told(entries)) {
            var actor = told.entry().actor();
            var name = actor == null ? null : names.get(actor);
            steps.add(new Step(
                    told,
                    actor == null ? Doer.HOUSE : name == null ? Doer.FORGOTTEN : Doer.PERSON,
                    Objects.requireNonNullElse(name, "")));
        }
        return List.copyOf(steps);
    }

    private Map<String, String> names(List<Entry> entries) {
        var marks = entries.stream()
                .map(Entry::actor)
                .filter(Objects::nonNull)
                .distinct()
                .toList();
        var names = new HashMap<String, String>();
        if (!marks.isEmpty()) {
            sql.of("select mark, name from ledger_actor where mark in (:marks)")
                    .param("marks", marks)
                    .query(row -> {
                        names.put(row.getString("mark"), row.getString("name"));
                    });
        }
        return names;
    }
}
