package org.cabildo.pillar.published;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.cabildo.pillar.PillarTemplate;
import org.cabildo.pillar.PillarTemplates;
import org.cabildo.tenancy.Sql;
import org.springframework.stereotype.Service;

/** The published pillars of the tenant in scope, and its text on open government. */
@Service
public class PublishedPillars {

    private final Sql sql;
    private final PillarTemplates templates;

    PublishedPillars(Sql sql, PillarTemplates templates) {
        this.sql = sql;
        this.templates = templates;
    }

    /**
     * A pillar as the public reads it.
     *
     * @param deliverables what the institution delivers
     * @param duties of the social organisations
     * @param ogpValues codes of the OGP values it serves
     */
    public record Pillar(
            String set,
            String name,
            String definition,
            List<String> deliverables,
            List<String> duties,
            List<String> ogpValues) {}

    /** What open government means here, and what it is good for. */
    public record OpenGovernmentText(String definition, List<String> benefits) {}

    /** The pillars in their order; empty while none were published. */
    public List<Pillar> all() {
        return sql.of("""
                select set_name, name, definition, deliverables, duties, ogp_values
                  from published_pillar order by position, name
                """).query(PublishedPillars::pillar).list();
    }

    /** Where the model can be read that a set of pillars bears the name of; empty if it is none that is known. */
    public Optional<String> sourceOf(String set) {
        return templates.all().stream()
                .filter(template -> template.name().equals(set))
                .map(PillarTemplate::source)
                .findFirst();
    }

    /** The tenant's own text; empty while none was published. */
    public Optional<OpenGovernmentText> text() {
        return sql.of("select definition, benefits from published_open_government_text where definition <> ''")
                .query(PublishedPillars::textOf)
                .optional();
    }

    private static Pillar pillar(ResultSet row, int number) throws SQLException {
        return new Pillar(
                row.getString("set_name"),
                row.getString("name"),
                row.getString("definition"),
                row.getString("deliverables")
                        .lines()
                        .filter(line -> !line.isBlank())
                        .toList(),
                row.getString("duties").lines().filter(line -> !line.isBlank()).toList(),
                Arrays.stream(row.getString("ogp_values").split(","))
                        .filter(code -> !code.isBlank())
                        .toList());
    }

    private static OpenGovernmentText textOf(ResultSet row, int number) throws SQLException {
        return new OpenGovernmentText(
                row.getString("definition"),
                row.getString("benefits")
                        .lines()
                        .filter(line -> !line.isBlank())
                        .toList());
    }
}
