package org.cabildo.ledger;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Set;
import java.util.TreeMap;
import java.util.UUID;
import java.util.stream.Collectors;
import org.cabildo.identity.Officer;
import org.cabildo.identity.RightsChanged;
import org.cabildo.identity.Role;
import org.cabildo.kernel.Ids;
import org.cabildo.tenancy.HouseWitness;
import org.cabildo.tenancy.Sql;
import org.cabildo.tenancy.TenantId;
import org.cabildo.tenancy.TenantScope;
import org.cabildo.tenancy.Tenants;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Service;
import org.springframework.transaction.support.TransactionSynchronizationManager;
import org.springframework.transaction.support.TransactionTemplate;
import tools.jackson.databind.json.JsonMapper;

/**
 * Acts among the platform's rows that belong into a tenant's trail. No transaction reaches both, so the act and what it
 * owes are one transaction in the platform, and the worker carries what is owed over: each once, however often it is
 * killed, because the tenant keeps which it has.
 */
@Service
public class OwedActs implements HouseWitness {

    private static final Logger LOG = LoggerFactory.getLogger(OwedActs.class);
    private static final int AT_ONCE = 100;
    private static final Duration REMEMBERED = Duration.ofDays(30); // far longer than a worker holds what it has read
    private final Ledger ledger;
    private final Tenants tenants;
    private final Sql sql;
    private final JsonMapper json;
    private final TransactionTemplate transaction;
    private final Clock clock;

    OwedActs(Ledger ledger, Tenants tenants, Sql sql, JsonMapper json, TransactionTemplate transaction, Clock clock) {
        this.ledger = ledger;
        this.tenants = tenants;
        this.sql = sql;
        this.json = json;
        this.transaction = transaction;
        this.clock = clock;
    }

    /**
     * Owes an act to a tenant's trail, in the platform's transaction that is going on.
     *
     * @throws IllegalStateException outside of a transaction
     */
    public void add(TenantId tenant, Act act, Subject object, Facts facts) {
        keep(tenant, act, object, null, actor(), behalf(), facts);
    }

    /**
     * Owes an act of the national coordination, which speaks for no institution, wherever else its officer works.
     *
     * @throws IllegalStateException outside of a transaction
     */
    public void addForNobody(TenantId tenant, Act act, Subject object, Facts facts) {
        keep(tenant, act, object, null, actor(), null, facts);
    }

    /**
     * Owes what the house did while it made a tenant.
     *
     * @param making as the provisioning login, in the transaction of the deed
     */
    public void add(Sql making, TenantId tenant, Act act, Subject object) {
        insert(making, new Owed(Ids.next(), tenant, clock.instant(), act, object, null, null, null, "{}"));
    }

    @EventListener
    void keep(RightsChanged changed) {
        var whom = new Who(changed.whom().value(), changed.name());
        var accepted = changed.change() == RightsChanged.Change.ACCEPTED;
        keep(
                changed.tenant(),
                switch (changed.change()) {
                    case GIVEN -> Act.RIGHTS_GIVEN;
                    case CHANGED -> Act.RIGHTS_CHANGED;
                    case REMOVED -> Act.RIGHTS_REMOVED;
                    case ACCEPTED -> Act.INVITATION_ACCEPTED;
                },
                null,
                whom,
                accepted ? whom : actor(),
                behalf(),
                new Facts().with("before", named(changed.before())).with("after", named(changed.after())));
    }

    private static String named(Set<Role> roles) {
        return roles.stream().sorted().map(Role::name).collect(Collectors.joining(","));
    }

    private static @Nullable Who actor() {
        return Officer.isBound() ? Who.of(Officer.current()) : null;
    }

    private static @Nullable String behalf() {
        var officer = Officer.isBound() ? Officer.current() : null;
        return officer == null || officer.place() == null ? null : officer.onBehalfOf();
    }

    private void keep(
            TenantId tenant,
            Act act,
            @Nullable Subject object,
            @Nullable Who whom,
            @Nullable Who actor,
            @Nullable String behalf,
            Facts facts) {
        if (!TransactionSynchronizationManager.isActualTransactionActive()) {
            throw new IllegalStateException("What is owed belongs into the transaction of its act");
        }
        if (!facts.words().isEmpty()) {
            throw new IllegalStateException("Words of people stay in their tenant");
        }
        insert(
                sql,
                new Owed(
                        Ids.next(),
                        tenant,
                        clock.instant(),
                        act,
                        object,
                        whom,
                        actor,
                        behalf,
                        json.writeValueAsString(new TreeMap<>(facts.values()))));
    }

    /** What the house did, and whoever was given rights while it made the tenant. */
    @Override
    public void did(Sql making, TenantId tenant, Deed deed, int from, int to) {
        var now = clock.instant();
        var act = switch (deed) {
            case MADE -> Act.TENANT_MADE;
            case MIGRATED -> Act.TENANT_MIGRATED;
            case RENEWED -> Act.PASSWORDS_RENEWED;
        };
        var facts = deed == Deed.RENEWED
                ? new Facts()
                : new Facts().with("from", from).with("to", to);
        insert(
                making,
                new Owed(
                        Ids.next(),
                        tenant,
                        now,
                        act,
                        new Subject("tenant", tenant.value()),
                        null,
                        null,
                        null,
                        json.writeValueAsString(new TreeMap<>(facts.values()))));
        if (deed == Deed.MADE) {
            firstRights(making, tenant, now);
        }
    }

    private void firstRights(Sql making, TenantId tenant, Instant now) {
        making.of("""
                insert into platform.ledger_owed (id, tenant_id, happened_at, act, whom_id, whom_name, facts)
                select gen_random_uuid(), :tenant, :at, 'RIGHTS_GIVEN', p.id, p.name,
                       jsonb_build_object('before', '', 'after', string_agg(m.role, ',' order by m.role))::text
                  from platform.membership m join platform.person p on p.id = m.person_id
                 where m.tenant_id = :tenant group by p.id
                """)
                .param("tenant", tenant.value())
                .param("at", Timestamp.from(now))
                .update();
    }

    private static void insert(Sql rows, Owed owed) {
        var object = owed.object();
        var whom = owed.whom();
        var actor = owed.actor();
        rows.of("""
                insert into platform.ledger_owed (id, tenant_id, happened_at, act, object_kind, object_id, whom_id,
                                                  whom_name, actor_id, actor_name, on_behalf_of, facts)
                values (:id, :tenant, :at, :act, :kind, :object, :whom, :whomName, :actor, :actorName, :behalf, :facts)
                """)
                .param("id", owed.id())
                .param("tenant", owed.tenant().value())
                .param("at", Timestamp.from(owed.at()))
                .param("act", owed.act().name())
                .param("kind", object == null ? null : object.kind())
                .param("object", object == null ? null : object.id())
                .param("whom", whom == null ? null : whom.person())
                .param("whomName", whom == null ? null : whom.name())
                .param("actor", actor == null ? null : actor.person())
                .param("actorName", actor == null ? null : actor.name())
                .param("behalf", owed.behalf())
                .param("facts", owed.facts())
                .update();
    }

    /**
     * Carries over what is owed. A tenant that cannot take it keeps nobody else waiting.
     *
     * @return how many acts were carried over
     */
    public int carry() {
        var creditors = TenantScope.platform(() -> sql.of("select distinct tenant_id from ledger_owed")
                .query((row, _) -> new TenantId(row.getObject("tenant_id", UUID.class)))
                .list());
        int carried = 0;
        for (var tenant : creditors) {
            try {
                if (tenants.require(tenant).isInStep()) {
                    carried += carry(tenant);
                }
            } catch (RuntimeException e) {
                LOG.warn("What is owed to the ledger of {} could not be carried over; it is tried again", tenant, e);
            }
        }
        return carried;
    }

    /** Carries over what one tenant is owed. */
    int carry(TenantId tenant) {
        var owed = TenantScope.platform(() -> sql.of("""
                        select * from ledger_owed where tenant_id = ?
                         order by act <> 'TENANT_MADE', happened_at, id limit ? -- its rooms are furnished before it is made
                        """)
                .param(tenant.value())
                .param(AT_ONCE)
                .query(OwedActs::owed)
                .list());
        if (owed.isEmpty()) {
            return 0;
        }
        TenantScope.run(tenant, () -> transaction.executeWithoutResult(_ -> take(owed)));
        TenantScope.runPlatform(() -> sql.of("delete from ledger_owed where id in (:ids)")
                .param("ids", owed.stream().map(Owed::id).toList())
                .update());
        return owed.size();
    }

    private void take(List<Owed> owed) {
        var now = clock.instant();
        for (var act : owed) {
            int first = sql.of("insert into ledger_taken (id, taken_at) values (?, ?) on conflict (id) do nothing")
                    .param(act.id())
                    .param(Timestamp.from(now))
                    .update();
            if (first == 1) {
                ledger.add(act);
            }
        }
        sql.of("delete from ledger_taken where taken_at < ?")
                .param(Timestamp.from(now.minus(REMEMBERED)))
                .update();
    }

    private static Owed owed(ResultSet row, int number) throws SQLException {
        var object = row.getObject("object_id", UUID.class);
        return new Owed(
                row.getObject("id", UUID.class),
                new TenantId(row.getObject("tenant_id", UUID.class)),
                row.getTimestamp("happened_at").toInstant(),
                Act.valueOf(row.getString("act")),
                object == null ? null : new Subject(row.getString("object_kind"), object),
                who(row.getObject("whom_id", UUID.class), row.getString("whom_name")),
                who(row.getObject("actor_id", UUID.class), row.getString("actor_name")),
                row.getString("on_behalf_of"),
                row.getString("facts"));
    }

    private static @Nullable Who who(@Nullable UUID person, @Nullable String name) {
        return person == null ? null : new Who(person, name == null ? "" : name);
    }
}
