package org.cabildo.consortium;

import java.util.List;
import org.cabildo.consortium.MemberBook.Pair;
import org.cabildo.identity.OfficeAddress;
import org.cabildo.identity.Profiles;
import org.cabildo.mail.Letter;
import org.cabildo.mail.MailQueue;
import org.cabildo.tenancy.Sql;
import org.springframework.stereotype.Component;

/** Writes to the administrators of a tenant that is asked to join a consortium: nobody else can answer for it. */
@Component
class JoiningLetters {

    private final Sql sql;
    private final Profiles profiles;
    private final MailQueue mail;
    private final OfficeAddress office;

    JoiningLetters(Sql sql, Profiles profiles, MailQueue mail, OfficeAddress office) {
        this.sql = sql;
        this.profiles = profiles;
        this.mail = mail;
        this.office = office;
    }

    private record Asked(String consortium, String member, String slug) {}

    /** Within the platform's transaction in which the one is asked. */
    void ask(Pair pair) {
        letters(sql, pair).forEach(letter -> mail.post(pair.consortium(), letter));
    }

    /** While the consortium is made, on the connection of that act. */
    void ask(Sql making, Pair pair) {
        letters(making, pair).forEach(letter -> mail.post(making, pair.consortium(), letter));
    }

    private List<Letter> letters(Sql connected, Pair pair) {
        var asked = connected
                .of("""
                        select c.name as consortium, m.name as member, m.slug
                          from platform.tenant c, platform.tenant m where c.id = ? and m.id = ?
                        """)
                .param(pair.consortium().value())
                .param(pair.member().value())
                .query((row, _) ->
                        new Asked(row.getString("consortium"), row.getString("member"), row.getString("slug")))
                .single();
        var link = office.of(asked.slug(), "consorcios");
        return profiles.administratorsOf(connected, pair.member()).stream()
                .map(to -> new JoiningLetter(to, asked.consortium(), asked.member(), link).written())
                .toList();
    }
}
