package org.cabildo.pillar;

import java.sql.Connection;
import java.sql.Date;
import java.sql.SQLException;
import java.time.Clock;
import java.time.LocalDate;
import java.util.Objects;
import java.util.UUID;
import org.cabildo.kernel.Ids;
import org.cabildo.tenancy.OnboardingStep;
import org.springframework.stereotype.Component;

/** Gives a new tenant the pillars of its template, as a draft: it publishes them when it agrees. */
@Component
class FirstPillars implements OnboardingStep {

    private final PillarTemplates templates;
    private final Clock clock;

    FirstPillars(PillarTemplates templates, Clock clock) {
        this.templates = templates;
        this.clock = clock;
    }

    @Override
    public void apply(Connection connection, Onboarded onboarded) throws SQLException {
        var template =
                templates.require(Objects.requireNonNullElse(onboarded.pillarTemplate(), PillarTemplates.DEFAULT));
        var set = Ids.next();
        try (var insert = connection.prepareStatement(
                "insert into pillar_set (id, name, source, valid_from) values (?, ?, ?, ?)")) {
            insert.setObject(1, set);
            insert.setString(2, template.name());
            insert.setString(3, template.source());
            insert.setDate(4, Date.valueOf(LocalDate.now(clock.withZone(onboarded.zone()))));
            insert.executeUpdate();
        }
        pillars(connection, set, template);
    }

    private static void pillars(Connection connection, UUID set, PillarTemplate template) throws SQLException {
        try (var insert = connection.prepareStatement("""
                insert into pillar (id, set_id, position, name, definition, deliverables, duties, ogp_values, version)
                values (?, ?, ?, ?, ?, ?, ?, ?, 0)
                """)) {
            int position = 1;
            for (var pillar : template.pillars()) {
                insert.setObject(1, Ids.next());
                insert.setObject(2, set);
                insert.setInt(3, position++);
                insert.setString(4, pillar.name());
                insert.setString(5, pillar.definition());
                insert.setString(6, String.join("\n", pillar.deliverables()));
                insert.setString(7, String.join("\n", pillar.duties()));
                insert.setString(8, String.join(",", pillar.ogpValues()));
                insert.addBatch();
            }
            insert.executeBatch();
        }
    }
}
