package org.cabildo.consortium;

import java.sql.Connection;
import java.sql.SQLException;
import org.cabildo.tenancy.OnboardingStep;
import org.springframework.stereotype.Component;

/** Writes who belongs while a consortium is made. */
@Component
class FirstMembers implements OnboardingStep {

    @Override
    public void apply(Connection connection, Onboarded onboarded) throws SQLException {
        try (var insert = connection.prepareStatement("""
                insert into platform.consortium_member (consortium_id, member_id, joined_on)
                values (?, ?, (now() at time zone 'America/Santiago')::date)
                """)) {
            for (var member : onboarded.members()) {
                insert.setObject(1, onboarded.id().value());
                insert.setObject(2, member.value());
                insert.addBatch();
            }
            insert.executeBatch();
        }
    }
}
