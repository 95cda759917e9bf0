package org.cabildo.consortium;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.List;
import java.util.UUID;
import org.cabildo.identity.PersonId;
import org.cabildo.identity.Place;
import org.cabildo.identity.PlaceSource;
import org.cabildo.identity.Role;
import org.cabildo.identity.Roster;
import org.cabildo.tenancy.Sql;
import org.cabildo.tenancy.TenantId;
import org.cabildo.tenancy.TenantKind;
import org.springframework.stereotype.Component;

/**
 * A member's officers work in the consortium with the roles the membership grants, among those they have at home; each
 * act is on behalf of the member. Those of a suspended member only read. Someone who works for two members speaks for
 * the first by name.
 */
@Component
class MemberOfficers implements PlaceSource {

    private final Sql sql;

    MemberOfficers(Sql sql) {
        this.sql = sql;
    }

    @Override
    public List<Place> placesOf(PersonId person) {
        var places = new ArrayList<Place>();
        for (var place :
                sql.of("""
                select c.id, c.name, c.slug, m.id as member_id, m.name as member, string_agg(p.role, ',') as roles,
                       case cm.state when 'MEMBER' then cm.grants else 'READER' end as grants
                  from membership p
                  join consortium_member cm on cm.member_id = p.tenant_id and cm.state in ('MEMBER', 'SUSPENDED')
                  join tenant c on c.id = cm.consortium_id and c.life = 'ACTIVE'
                  join tenant m on m.id = cm.member_id and m.life = 'ACTIVE'
                 where p.person_id = ?
                 group by c.id, m.id, cm.grants, cm.state order by m.name
                """).param(person.value()).query(MemberOfficers::place).list()) {
            if (!place.roles().isEmpty()
                    && places.stream().noneMatch(known -> known.tenant().equals(place.tenant()))) {
                places.add(place);
            }
        }
        return places;
    }

    @Override
    public List<Roster.Line> peopleIn(TenantId tenant) {
        var people = new ArrayList<Roster.Line>();
        for (var one :
                sql.of("""
                select w.id as person_id, w.name as person, w.email, c.id, c.name, c.slug, m.id as member_id,
                       m.name as member, string_agg(p.role, ',') as roles,
                       case cm.state when 'MEMBER' then cm.grants else 'READER' end as grants
                  from consortium_member cm
                  join membership p on p.tenant_id = cm.member_id
                  join person w on w.id = p.person_id
                  join tenant c on c.id = cm.consortium_id and c.life = 'ACTIVE'
                  join tenant m on m.id = cm.member_id and m.life = 'ACTIVE'
                 where cm.consortium_id = ? and cm.state in ('MEMBER', 'SUSPENDED')
                 group by w.id, c.id, m.id, cm.grants, cm.state order by m.name
                """).param(tenant.value()).query(MemberOfficers::guest).list()) {
            if (!one.place().roles().isEmpty()
                    && people.stream()
                            .noneMatch(known -> known.id().equals(one.line().id()))) {
                people.add(one.line());
            }
        }
        return people;
    }

    private record Guest(Roster.Line line, Place place) {}

    private static Guest guest(ResultSet row, int number) throws SQLException {
        var person = new PersonId(row.getObject("person_id", UUID.class));
        return new Guest(
                new Roster.Line(person, row.getString("person"), row.getString("email"), row.getString("member")),
                place(row, number));
    }

    private static Place place(ResultSet row, int number) throws SQLException {
        var granted = EnumSet.noneOf(Role.class);
        var atHome = Arrays.stream(row.getString("roles").split(","))
                .map(Role::valueOf)
                .toList();
        Arrays.stream(row.getString("grants").split(","))
                .map(Role::valueOf)
                .filter(role -> atHome.stream().anyMatch(has -> has.includes(role)))
                .forEach(granted::add);
        return new Place(
                new TenantId(row.getObject("id", UUID.class)),
                TenantKind.CONSORTIUM,
                row.getString("name"),
                row.getString("slug"),
                granted,
                new TenantId(row.getObject("member_id", UUID.class)),
                row.getString("member"));
    }
}
