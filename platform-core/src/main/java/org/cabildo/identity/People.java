package org.cabildo.identity;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.regex.Pattern;
import org.cabildo.kernel.Alphabet;
import org.cabildo.kernel.Ids;
import org.cabildo.kernel.Refused;
import org.cabildo.kernel.Unknown;
import org.cabildo.tenancy.Sql;
import org.cabildo.tenancy.TenantId;
import org.cabildo.tenancy.TenantKind;
import org.cabildo.tenancy.TenantScope;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;
import org.springframework.transaction.support.TransactionTemplate;

/** The people of the platform: who they are after sign-in, where they work, and who works in a tenant. */
@Service
public class People {

    private static final Pattern EMAIL = Pattern.compile("[^@\\s,;<>\"]+@[^@\\s,;<>\"]+\\.[^@\\s,;<>\".]+");
    private final Sql sql;
    private final Memberships memberships;
    private final Invitations invitations;
    private final InvitationRows invited;
    private final Clock clock;
    private final TransactionTemplate transaction;
    private final List<PlaceSource> sources;

    People(
            Sql sql,
            Memberships memberships,
            Invitations invitations,
            Clock clock,
            TransactionTemplate transaction,
            List<PlaceSource> sources) {
        this.sql = sql;
        this.memberships = memberships;
        this.invitations = invitations;
        this.invited = new InvitationRows(sql);
        this.clock = clock;
        this.transaction = transaction;
        this.sources = sources;
    }

    /**
     * What an identity provider vouches for.
     *
     * @param issuer the provider
     * @param subject its name for the person, never reused
     * @param email a verified address
     */
    public record SignIn(String issuer, String subject, String email, String name) {}

    /**
     * A person of a tenant, as its administrators see them.
     *
     * @param signedIn false while they were only given roles
     * @param invitedAs the address their invitation went to, if they accepted with another one; else null
     */
    public record Colleague(
            PersonId id,
            String name,
            String email,
            Set<Role> roles,
            boolean signedIn,
            @Nullable String invitedAs) {}

    /**
     * Knows the person who signed in: by the provider's subject, else by the address they were invited with. A provider
     * that knows no name gives the address in its place, which replaces no name that is known here.
     *
     * @throws Refused if the address belongs to somebody who signs in otherwise
     */
    public PersonId signedIn(SignIn sign) {
        var email = address(sign.email());
        return TenantScope.platform(() -> transaction.execute(status -> {
            var known = sql.of("""
                            update person
                               set name = case when named_by_self or :name = :email then name else :name end,
                                   signed_in_at = now(), email = :email
                             where issuer = :issuer and subject = :subject returning id
                            """)
                    .param("name", sign.name())
                    .param("email", email)
                    .param("issuer", sign.issuer())
                    .param("subject", sign.subject())
                    .query(UUID.class)
                    .optional();
            var id = known.orElseGet(() -> sql.of("""
                            insert into person (id, email, name, issuer, subject, signed_in_at)
                            values (:id, :email, :name, :issuer, :subject, now())
                            on conflict (email) do update
                               set name = case when excluded.name = excluded.email then person.name else excluded.name end,
                                   issuer = excluded.issuer, subject = excluded.subject,
                                   signed_in_at = now()
                             where person.issuer is null
                            returning id
                            """)
                    .param("id", Ids.next())
                    .param("email", email)
                    .param("name", sign.name())
                    .param("issuer", sign.issuer())
                    .param("subject", sign.subject())
                    .query(UUID.class)
                    .optional()
                    .orElseThrow(() -> new Refused(
                            "identity.address.taken",
                            "The address %s belongs to an account of another provider.".formatted(email),
                            email)));
            var person = new PersonId(id);
            invited.useGranted(person, email, clock.instant());
            return person;
        }));
    }

    /**
     * The person outside any tenant.
     *
     * @throws Unknown if there is none
     */
    public Officer officer(PersonId person) {
        return TenantScope.platform(() -> sql.of("select id, name, email, coordinator from person where id = ?")
                .param(person.value())
                .query(People::officer)
                .optional()
                .orElseThrow(() -> new Unknown("person", person)));
    }

    /** The person with this address, outside any tenant. */
    public Optional<Officer> byEmail(String email) {
        return TenantScope.platform(() -> sql.of("select id, name, email, coordinator from person where email = ?")
                .param(email.toLowerCase(Locale.ROOT))
                .query(People::officer)
                .optional());
    }

    /**
     * The person in a tenant, with the roles they have there now.
     *
     * @throws Unknown if they do not work there
     */
    public Officer enter(PersonId person, TenantId tenant) {
        var outside = officer(person);
        return placesOf(person).stream()
                .filter(place -> place.tenant().equals(tenant))
                .findFirst()
                .map(place ->
                        new Officer(outside.person(), outside.name(), outside.email(), outside.coordinator(), place))
                .orElseThrow(() -> new Unknown("tenant", tenant));
    }

    /** Calls a person by this name who has none but their address, and did not choose it. */
    void call(PersonId person, String name) {
        if (!name.isBlank()) {
            sql.of("update person set name = :name where id = :id and name = email and not named_by_self")
                    .param("name", name.strip())
                    .param("id", person.value())
                    .update();
        }
    }

    /** Where a person works, by name. */
    public List<Place> placesOf(PersonId person) {
        return TenantScope.platform(() -> {
            var places = new ArrayList<>(
                    sql.of("""
                            select t.id, t.kind, t.name, t.slug, string_agg(m.role, ',') as roles
                              from membership m join tenant t on t.id = m.tenant_id
                             where m.person_id = ? and t.life = 'ACTIVE' group by t.id
                            """).param(person.value()).query(People::place).list());
            for (var source : sources) {
                for (var place : source.placesOf(person)) {
                    if (places.stream().noneMatch(own -> own.tenant().equals(place.tenant()))) {
                        places.add(place);
                    }
                }
            }
            places.sort(Comparator.comparing(Place::name, Alphabet.order()));
            return List.copyOf(places);
        });
    }

    /** The people of the tenant the officer is in. Only administrators see them. */
    public List<Colleague> colleagues() {
        var tenant = Officer.require(Role.ADMINISTRATOR).onBehalfOfId();
        return TenantScope.platform(
                () -> sql.of("""
                        select p.id, p.name, p.email, p.subject is not null as signed_in, string_agg(m.role, ',') as roles,
                               (select i.email from invitation i
                                 where i.used_by = p.id and i.tenant_id = m.tenant_id and i.email <> i.used_with
                                 order by i.ended_at desc limit 1) as invited_as
                          from membership m join person p on p.id = m.person_id
                         where m.tenant_id = ? group by p.id, m.tenant_id order by p.name collate "es-x-icu"
                        """).param(tenant.value()).query(People::colleague).list());
    }

    /**
     * Gives a person exactly these roles in the officer's tenant, without a letter: whoever has the address gets in.
     *
     * @throws Refused if the last administrator would lose the role
     */
    public void give(String email, String name, Set<Role> roles) {
        var officer = Officer.require(Role.ADMINISTRATOR);
        var tenant = officer.onBehalfOfId();
        var address = address(email);
        if (roles.isEmpty()) {
            throw new Refused("identity.role.none", "Choose at least one role, or remove the person.");
        }
        TenantScope.runPlatform(() -> transaction.executeWithoutResult(status -> {
            var person = sql.of("""
                            insert into person (id, email, name) values (?, ?, ?)
                            on conflict (email) do update
                               set name = case when person.subject is null then excluded.name else person.name end
                            returning id
                            """)
                    .param(Ids.next())
                    .param(address)
                    .param(name.isBlank() ? address : name.strip())
                    .query(UUID.class)
                    .single();
            var given = new PersonId(person);
            memberships.lock(tenant);
            var before = memberships.of(given, tenant);
            memberships.clear(given, tenant);
            memberships.add(given, tenant, roles, officer.name());
            memberships.tell(
                    before.isEmpty() ? RightsChanged.Change.GIVEN : RightsChanged.Change.CHANGED,
                    given,
                    tenant,
                    before);
            memberships.refuseWithoutAdministrator(tenant);
        }));
    }

    /**
     * Gives somebody who works in the officer's tenant exactly these roles; they have them at their next request.
     *
     * @throws Unknown if they do not work there
     * @throws Refused if no role is chosen, or the last administrator would lose the role
     */
    public void change(PersonId person, Set<Role> roles) {
        var officer = Officer.require(Role.ADMINISTRATOR);
        var tenant = officer.onBehalfOfId();
        if (roles.isEmpty()) {
            throw new Refused("identity.role.none", "Choose at least one role, or remove the person.");
        }
        TenantScope.runPlatform(() -> transaction.executeWithoutResult(_ -> {
            memberships.lock(tenant);
            var before = memberships.of(person, tenant);
            if (memberships.clear(person, tenant) == 0) {
                throw new Unknown("person", person);
            }
            memberships.add(person, tenant, roles, officer.name());
            memberships.tell(RightsChanged.Change.CHANGED, person, tenant, before);
            memberships.refuseWithoutAdministrator(tenant);
        }));
    }

    /**
     * Takes a person out of the officer's tenant, and back whatever invitation waits for them; their tabs there end at
     * their next request.
     *
     * @throws Refused if they are its last administrator
     */
    public void remove(PersonId person) {
        var tenant = Officer.require(Role.ADMINISTRATOR).onBehalfOfId();
        TenantScope.runPlatform(() -> transaction.executeWithoutResult(status -> {
            memberships.lock(tenant);
            var before = memberships.of(person, tenant);
            if (memberships.clear(person, tenant) == 0) {
                throw new Unknown("person", person);
            }
            memberships.tell(RightsChanged.Change.REMOVED, person, tenant, before);
            memberships.refuseWithoutAdministrator(tenant);
            sql.of("select email from person where id = ?")
                    .param(person.value())
                    .query(String.class)
                    .optional()
                    .ifPresent(email -> invitations.withdraw(tenant, email));
        }));
    }

    /** Makes these people national coordinators, by address; others keep what they have. */
    public void appointCoordinators(List<String> emails) {
        TenantScope.runPlatform(() -> {
            for (var email : emails) {
                sql.of("""
                        insert into person (id, email, name, coordinator) values (?, ?, ?, true)
                        on conflict (email) do update set coordinator = true
                        """)
                        .param(Ids.next())
                        .param(address(email))
                        .param(address(email))
                        .update();
            }
        });
    }

    /**
     * An address as it is kept.
     *
     * @throws Refused if it is none
     */
    public static String address(String email) {
        var address = email.strip().toLowerCase(Locale.ROOT);
        if (address.length() > 254 || !EMAIL.matcher(address).matches()) {
            throw new Refused(
                    "identity.address",
                    "An e-mail address looks like nombre@municipio.cl but was «%s».".formatted(email),
                    email);
        }
        return address;
    }

    private static Officer officer(ResultSet row, int number) throws SQLException {
        return new Officer(
                new PersonId(row.getObject("id", UUID.class)),
                row.getString("name"),
                row.getString("email"),
                row.getBoolean("coordinator"),
                null);
    }

    private static Place place(ResultSet row, int number) throws SQLException {
        var tenant = new TenantId(row.getObject("id", UUID.class));
        return new Place(
                tenant,
                TenantKind.valueOf(row.getString("kind")),
                row.getString("name"),
                row.getString("slug"),
                Memberships.split(row.getString("roles")),
                tenant,
                row.getString("name"));
    }

    private static Colleague colleague(ResultSet row, int number) throws SQLException {
        return new Colleague(
                new PersonId(row.getObject("id", UUID.class)),
                row.getString("name"),
                row.getString("email"),
                Memberships.split(row.getString("roles")),
                row.getBoolean("signed_in"),
                row.getString("invited_as"));
    }
}
