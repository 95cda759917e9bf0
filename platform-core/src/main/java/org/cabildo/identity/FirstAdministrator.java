package org.cabildo.identity;

import java.sql.Connection;
import java.sql.SQLException;
import java.time.Clock;
import java.util.Set;
import org.cabildo.identity.InvitationRows.Wanted;
import org.cabildo.kernel.Ids;
import org.cabildo.mail.MailQueue;
import org.cabildo.tenancy.OnboardingStep;
import org.cabildo.tenancy.Sql;
import org.springframework.stereotype.Component;

/**
 * Invites the first administrator of a tenant while it is made. Whoever signs in with the known address is let in
 * without the letter too, so that a lost letter locks nobody out.
 */
@Component
class FirstAdministrator implements OnboardingStep {

    static final String BY = "incorporación";
    private final MailQueue mail;
    private final InvitationSettings settings;
    private final Clock clock;

    FirstAdministrator(MailQueue mail, InvitationSettings settings, Clock clock) {
        this.mail = mail;
        this.settings = settings;
        this.clock = clock;
    }

    @Override
    public void apply(Connection connection, Onboarded onboarded) throws SQLException {
        var email = onboarded.administrator();
        if (email == null || email.isBlank()) {
            return;
        }
        var address = People.address(email);
        grant(connection, onboarded, address);
        invite(Sql.on(connection), onboarded, address);
    }

    private static void grant(Connection connection, Onboarded onboarded, String address) throws SQLException {
        try (var person = connection.prepareStatement(
                        "insert into platform.person (id, email, name) values (?, ?, ?) on conflict (email) do nothing");
                var membership = connection.prepareStatement("""
                        insert into platform.membership (person_id, tenant_id, role, added_by)
                        select id, ?, 'ADMINISTRATOR', ? from platform.person where email = ?
                        """)) {
            person.setObject(1, Ids.next());
            person.setString(2, address);
            person.setString(3, address);
            person.executeUpdate();
            membership.setObject(1, onboarded.id().value());
            membership.setString(2, BY);
            membership.setString(3, address);
            membership.executeUpdate();
        }
    }

    private void invite(Sql making, Onboarded onboarded, String address) {
        var rows = new InvitationRows(making);
        var now = clock.instant();
        var known = making.of("select name, coalesce(language, 'es') as language from person where email = ?")
                .param(address)
                .query((row, _) -> new Known(row.getString("name"), row.getString("language")))
                .single();
        var invitation = rows.prepare(
                new Wanted(
                        onboarded.id(),
                        address,
                        known.name(),
                        Set.of(Role.ADMINISTRATOR),
                        known.language(),
                        null,
                        true),
                now,
                now.plus(settings.validity()));
        var token = InvitationToken.fresh();
        var letter = new InvitationLetter(invitation, settings.link(token)).written();
        rows.add(invitation, token, mail.post(making, onboarded.id(), letter));
    }

    private record Known(String name, String language) {}
}
