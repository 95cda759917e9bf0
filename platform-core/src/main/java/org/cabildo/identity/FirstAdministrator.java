package org.cabildo.identity;

import java.sql.Connection;
import java.sql.SQLException;
import org.cabildo.kernel.Ids;
import org.cabildo.tenancy.OnboardingStep;
import org.springframework.stereotype.Component;

/** Invites the first administrator of a tenant while it is made. */
@Component
class FirstAdministrator implements OnboardingStep {

    @Override
    public void apply(Connection connection, Onboarded onboarded) throws SQLException {
        var email = onboarded.administrator();
        if (email == null || email.isBlank()) {
            return;
        }
        var address = People.address(email);
        try (var person = connection.prepareStatement(
                        "insert into platform.person (id, email, name) values (?, ?, ?) on conflict (email) do nothing");
                var membership = connection.prepareStatement("""
                        insert into platform.membership (person_id, tenant_id, role, added_by)
                        select id, ?, 'ADMINISTRATOR', 'incorporación' from platform.person where email = ?
                        """)) {
            person.setObject(1, Ids.next());
            person.setString(2, address);
            person.setString(3, address);
            person.executeUpdate();
            membership.setObject(1, onboarded.id().value());
            membership.setString(2, address);
            membership.executeUpdate();
        }
    }
}
