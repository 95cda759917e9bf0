package org.cabildo.appearance.published;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.cabildo.tenancy.Sql;
import org.springframework.stereotype.Service;

/** How the portal of the tenant in scope looks to the public. */
@Service
public class PublishedAppearance {

    private final Sql sql;

    PublishedAppearance(Sql sql) {
        this.sql = sql;
    }

    /**
     * What every page of a portal depends on.
     *
     * @param version the number of the tenant's published state
     * @param appearance empty while none was published
     */
    public record State(long version, Optional<Appearance> appearance) {}

    /** Both in one statement: every page asks for the number, and none should ask twice. */
    public State state() {
        return sql.of("""
                select s.version, a.one, a.accent, a.second_colour, a.arms, a.arms_alternative, a.sections, a.hidden
                  from published_state s left join published_appearance a on true
                """).query(PublishedAppearance::stateOf).single();
    }

    private static State stateOf(ResultSet row, int number) throws SQLException {
        return new State(row.getLong("version"), row.getBoolean("one") ? Optional.of(read(row)) : Optional.empty());
    }

    /** Reads the appearance from a row, drafted or published. */
    public static Appearance read(ResultSet row) throws SQLException {
        var arms = row.getString("arms");
        return new Appearance(
                Optional.ofNullable(row.getString("accent")).flatMap(Colour::find),
                Optional.ofNullable(row.getString("second_colour")).flatMap(Colour::find),
                arms == null
                        ? Optional.empty()
                        : Optional.of(new Appearance.Arms(arms, row.getString("arms_alternative"))),
                sections(row.getString("sections")),
                Set.copyOf(sections(row.getString("hidden"))));
    }

    /** Names this release does not know are left out: they come from a later one. */
    private static List<Section> sections(String names) {
        return Arrays.stream(names.split(","))
                .flatMap(name -> Arrays.stream(Section.values())
                        .filter(section -> section.name().equals(name)))
                .distinct()
                .toList();
    }
}
