package org.cabildo.consortium;

import java.sql.Connection;
import org.cabildo.consortium.MemberBook.Pair;
import org.cabildo.tenancy.OnboardingStep;
import org.cabildo.tenancy.Sql;
import org.springframework.stereotype.Component;

/** Asks those who shall belong, while a consortium is made: each one's administrators answer for it. */
@Component
class FirstMembers implements OnboardingStep {

    private final MemberBook book;
    private final JoiningLetters letters;

    FirstMembers(MemberBook book, JoiningLetters letters) {
        this.book = book;
        this.letters = letters;
    }

    @Override
    public void apply(Connection connection, Onboarded onboarded) {
        var making = Sql.on(connection);
        for (var member : onboarded.members()) {
            making.of("""
                    insert into platform.consortium_member (consortium_id, member_id, state) values (?, ?, 'INVITED')
                    """).param(onboarded.id().value()).param(member.value()).update();
            var pair = new Pair(onboarded.id(), member);
            book.asked(making, pair);
            letters.ask(making, pair);
        }
    }
}
