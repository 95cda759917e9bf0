package org.cabildo.identity;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.cabildo.kernel.Alphabet;
import org.cabildo.tenancy.Sql;
import org.cabildo.tenancy.TenantId;
import org.cabildo.tenancy.TenantScope;
import org.springframework.stereotype.Service;

/** Who works in the tenant in scope, for those who work there too: by name, so that they can turn to each other. */
@Service
public class Roster {

    private final Sql sql;
    private final List<PlaceSource> sources;
    private final People people;

    Roster(Sql sql, List<PlaceSource> sources, People people) {
        this.sql = sql;
        this.sources = sources;
        this.people = people;
    }

    /**
     * Somebody who may enter the tenant.
     *
     * @param email tells apart those who are called the same
     * @param onBehalfOf the name of the tenant they speak for there
     */
    public record Line(PersonId id, String name, String email, String onBehalfOf) {}

    /** All who may enter the tenant in scope, by name. Read outside of the tenant's transaction. */
    public List<Line> here() {
        Officer.require(Role.READER);
        return peopleIn(TenantScope.tenant());
    }

    /**
     * Those who may do in a tenant what a role is for, wherever they come from: each person with the place from which
     * they do it. For letters to them; read outside of a tenant's transaction.
     */
    public Map<PersonId, Place> whoMay(TenantId tenant, Role role) {
        var able = new LinkedHashMap<PersonId, Place>();
        for (var line : peopleIn(tenant)) {
            people.placesOf(line.id()).stream()
                    .filter(place -> place.tenant().equals(tenant)
                            && place.roles().stream().anyMatch(has -> has.includes(role)))
                    .findFirst()
                    .ifPresent(place -> able.put(line.id(), place));
        }
        return able;
    }

    private List<Line> peopleIn(TenantId tenant) {
        return TenantScope.platform(() -> {
            var all = new ArrayList<>(
                    sql.of("""
                            select distinct p.id, p.name, p.email, t.name as behalf
                              from membership m join person p on p.id = m.person_id join tenant t on t.id = m.tenant_id
                             where m.tenant_id = ?
                            """).param(tenant.value()).query(Roster::line).list());
            for (var source : sources) {
                for (var line : source.peopleIn(tenant)) {
                    if (all.stream().noneMatch(own -> own.id().equals(line.id()))) {
                        all.add(line);
                    }
                }
            }
            all.sort(Comparator.comparing(Line::name, Alphabet.order()).thenComparing(Line::email));
            return List.copyOf(all);
        });
    }

    /**
     * The names of those who have a role in the tenant in scope that lets them do what this role is for; not those who
     * come from elsewhere. Read outside of the tenant's transaction.
     */
    public List<String> namesOf(Role role) {
        Officer.require(Role.READER);
        var tenant = TenantScope.tenant();
        var roles = Arrays.stream(Role.values())
                .filter(one -> one.includes(role))
                .map(Role::name)
                .toList();
        return TenantScope.platform(() -> sql.of("""
                        select distinct p.name from membership m join person p on p.id = m.person_id
                         where m.tenant_id = :tenant and m.role in (:roles)
                        """)
                        .param("tenant", tenant.value())
                        .param("roles", roles)
                        .query(String.class)
                        .list())
                .stream()
                .sorted(Alphabet.order())
                .toList();
    }

    private static Line line(ResultSet row, int number) throws SQLException {
        return new Line(
                new PersonId(row.getObject("id", UUID.class)),
                row.getString("name"),
                row.getString("email"),
                row.getString("behalf"));
    }
}
