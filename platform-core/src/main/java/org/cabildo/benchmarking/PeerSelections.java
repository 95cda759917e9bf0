package org.cabildo.benchmarking;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Clock;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.cabildo.benchmarking.Peers.SelectionId;
import org.cabildo.identity.Officer;
import org.cabildo.identity.Role;
import org.cabildo.kernel.Ids;
import org.cabildo.kernel.Refused;
import org.cabildo.kernel.Unknown;
import org.cabildo.tenancy.Sql;
import org.cabildo.tenancy.TenantId;
import org.cabildo.tenancy.TenantKind;
import org.cabildo.tenancy.TenantScope;
import org.jspecify.annotations.Nullable;
import org.springframework.dao.DuplicateKeyException;
import org.springframework.stereotype.Service;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * Peers that people chose and named. The officers of a tenant see those of their tenant, coordinators their own; for
 * everybody else they do not exist.
 */
@Service
public class PeerSelections {

    /** Longer names are none. */
    public static final int LONGEST = 80;

    private final Sql sql;
    private final TransactionTemplate transaction;
    private final Clock clock;

    PeerSelections(Sql sql, TransactionTemplate transaction, Clock clock) {
        this.sql = sql;
        this.transaction = transaction;
        this.clock = clock;
    }

    /** Those that the person sees here, by name. */
    public List<Selection> all() {
        Comparison.requireReader();
        var owner = owner();
        return TenantScope.platform(() -> sql.of("""
                        select s.id, s.name, s.kind, s.synthetic, string_agg(m.tenant_id::text, ',') as members
                          from peer_selection s join peer_selection_member m on m.selection_id = s.id
                         where s.owner_id is not distinct from cast(:owner as uuid)
                         group by s.id order by s.name collate "es-x-icu"
                        """)
                .param("owner", owner)
                .query(PeerSelections::selection)
                .list());
    }

    /**
     * Keeps a selection under a name; one that has the name already is replaced.
     *
     * @param members tenants of this world; an officer's own tenant is always added
     * @throws Refused if the name is missing or too long, or fewer than two tenants were chosen
     * @throws Unknown if a member is none of this world
     */
    public SelectionId keep(String name, World world, Set<TenantId> members) {
        requireKeeper();
        var said = name.strip();
        if (said.isEmpty() || said.length() > LONGEST) {
            throw new Refused(
                    "comparison.selection.name",
                    "Give the selection a name of 1 to %s characters; this has %s.".formatted(LONGEST, said.length()),
                    LONGEST,
                    said.length());
        }
        if (!world.compares()) {
            throw new Refused("comparison.selection.world", "Consortia and associations are compared with nobody.");
        }
        var chosen = new HashSet<>(members);
        var owner = owner();
        if (owner != null) {
            chosen.add(new TenantId(UUID.fromString(owner)));
        }
        if (chosen.size() < 2) {
            throw new Refused("comparison.selection.few", "Choose two institutions at least to compare.");
        }
        try {
            return TenantScope.platform(
                    () -> Objects.requireNonNull(transaction.execute(_ -> write(said, world, chosen, owner))));
        } catch (DuplicateKeyException twice) {
            throw new Refused("comparison.selection.race", "Somebody keeps a selection of this name right now.");
        }
    }

    /**
     * Forgets a selection.
     *
     * @throws Unknown if the person sees none with this id
     */
    public void forget(SelectionId id) {
        requireKeeper();
        var owner = owner();
        int gone = TenantScope.platform(
                () -> sql.of("""
                        delete from peer_selection where id = :id and owner_id is not distinct from cast(:owner as uuid)
                        """).param("id", id.value()).param("owner", owner).update());
        if (gone == 0) {
            throw new Unknown("selection", id.value());
        }
    }

    private SelectionId write(String name, World world, Set<TenantId> members, @Nullable String owner) {
        sql.of("delete from peer_selection where name = :name and owner_id is not distinct from cast(:owner as uuid)")
                .param("name", name)
                .param("owner", owner)
                .update();
        var id = new SelectionId(Ids.next());
        sql.of("""
                        insert into peer_selection (id, owner_id, name, kind, synthetic, chosen_by, chosen_at)
                        values (:id, cast(:owner as uuid), :name, :kind, :synthetic, :by, :at)
                        """)
                .param("id", id.value())
                .param("owner", owner)
                .param("name", name)
                .param("kind", world.kind().name())
                .param("synthetic", world.synthetic())
                .param("by", Officer.current().person().value())
                .param("at", Timestamp.from(clock.instant()))
                .update();
        int added = sql.of("""
                        insert into peer_selection_member (selection_id, tenant_id)
                        select :id, t.id from tenant t
                          join string_to_table(:members, ',') as m(id) on t.id = cast(m.id as uuid)
                         where t.kind = :kind and t.synthetic = :synthetic and t.kind in ('MUNICIPALITY', 'REGIONAL_GOVERNMENT')
                        """)
                .param("id", id.value())
                .param("members", members.stream().map(TenantId::toString).collect(Collectors.joining(",")))
                .param("kind", world.kind().name())
                .param("synthetic", world.synthetic())
                .update();
        if (added < members.size()) {
            throw new Unknown("tenant", "of this selection");
        }
        return id;
    }

    /** Whether the person may keep and forget selections here. */
    public boolean mayKeep() {
        var officer = Officer.current();
        return officer.place() == null ? officer.coordinator() : officer.may(Role.EDITOR);
    }

    /** Whose selections these are: a tenant's id, or null for the nation's. */
    private static @Nullable String owner() {
        var place = Officer.current().place();
        return place == null ? null : place.tenant().toString();
    }

    private static void requireKeeper() {
        if (Officer.current().place() == null) {
            Officer.current().requireNationalCoordinator();
        } else {
            Officer.require(Role.EDITOR);
        }
    }

    private static Selection selection(ResultSet row, int number) throws SQLException {
        return new Selection(
                new SelectionId(row.getObject("id", UUID.class)),
                row.getString("name"),
                TenantKind.valueOf(row.getString("kind")),
                row.getBoolean("synthetic"),
                Arrays.stream(row.getString("members").split(","))
                        .map(id -> new TenantId(UUID.fromString(id)))
                        .collect(Collectors.toUnmodifiableSet()));
    }
}
