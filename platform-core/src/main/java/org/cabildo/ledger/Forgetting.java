package org.cabildo.ledger;

import java.util.List;
import org.cabildo.identity.Officer;
import org.cabildo.identity.PersonId;
import org.cabildo.identity.Role;
import org.cabildo.kernel.Unknown;
import org.cabildo.tenancy.Sql;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/**
 * Forgets people, and words that should not stand: the entries stay as they are and the chain stays whole, but nothing
 * leads from them to the person or back to the words.
 */
@Service
@Transactional
public class Forgetting {

    private final Ledger ledger;
    private final List<KeptPeople> others;
    private final Sql sql;

    Forgetting(Ledger ledger, List<KeptPeople> others, Sql sql) {
        this.ledger = ledger;
        this.others = others;
        this.sql = sql;
    }

    /**
     * Forgets who a person was in the trail of the tenant in scope, and wherever else a room keeps it there. What they do
     * later is another person's to the trail.
     *
     * @throws Unknown if neither the trail nor a room knows such a person
     */
    public void person(PersonId person) {
        Officer.require(Role.ADMINISTRATOR);
        boolean known = false;
        for (var other : others) {
            known |= other.forget(person);
        }
        var mark = sql.of("delete from ledger_actor where person_id = ? returning mark")
                .param(person.value())
                .query(String.class)
                .optional();
        if (mark.isEmpty() && !known) {
            throw new Unknown("person", person);
        }
        sql.of("delete from ledger_entrance where person_id = ?")
                .param(person.value())
                .update();
        mark.ifPresent(erased -> ledger.add(Act.PERSON_FORGOTTEN, Who.subject(erased), new Facts()));
    }

    /**
     * Forgets the words of an entry.
     *
     * @throws Unknown if the entry has none
     */
    public void words(long entry) {
        Officer.require(Role.ADMINISTRATOR);
        int forgotten = sql.of("delete from published_ledger_word where number = ?")
                .param(entry)
                .update();
        if (forgotten == 0) {
            throw new Unknown("words of entry", entry);
        }
    }
}
