package org.cabildo.pillar;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Clock;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.UUID;
import org.cabildo.identity.Officer;
import org.cabildo.identity.Role;
import org.cabildo.kernel.Ids;
import org.cabildo.kernel.Refused;
import org.cabildo.ledger.Act;
import org.cabildo.ledger.Facts;
import org.cabildo.ledger.Ledger;
import org.cabildo.ledger.Subject;
import org.cabildo.tenancy.PublishedState;
import org.cabildo.tenancy.Sql;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** The pillars of the tenant in scope: drafted by editors, published by approvers. */
@Service
@Transactional
public class Pillars {

    private final PillarRows pillars;
    private final PillarTemplates templates;
    private final PublishedState published;
    private final Ledger ledger;
    private final Sql sql;
    private final Clock clock;

    Pillars(
            PillarRows pillars,
            PillarTemplates templates,
            PublishedState published,
            Ledger ledger,
            Sql sql,
            Clock clock) {
        this.pillars = pillars;
        this.templates = templates;
        this.published = published;
        this.ledger = ledger;
        this.sql = sql;
        this.clock = clock;
    }

    /**
     * The set in force.
     *
     * @param validTo last day in force; null: still
     */
    public record SetLine(
            UUID id,
            String name,
            String source,
            LocalDate validFrom,
            @Nullable LocalDate validTo) {}

    /**
     * A pillar as officers see it.
     *
     * @param version to be given back with a change, so no change is lost
     */
    public record Line(PillarId id, String set, int position, PillarDraft said, boolean retired, int version) {}

    /**
     * The tenant's own text.
     *
     * @param version to be given back with a change
     */
    public record Text(String definition, List<String> benefits, int version) {}

    /** The sets, the one in force first. */
    @Transactional(readOnly = true)
    public List<SetLine> sets() {
        Officer.require(Role.READER);
        return sql.of("select id, name, source, valid_from, valid_to from pillar_set order by valid_from desc, id desc")
                .query(Pillars::set)
                .list();
    }

    /** The pillars of the set in force, retired ones last. */
    @Transactional(readOnly = true)
    public List<Line> all() {
        Officer.require(Role.READER);
        var set = sets().getFirst();
        return pillars.findBySetOrderByPosition(set.id()).stream()
                .sorted(Comparator.comparing(Pillar::isRetired))
                .map(pillar -> new Line(
                        pillar.id(),
                        set.name(),
                        pillar.position(),
                        pillar.said(),
                        pillar.isRetired(),
                        pillar.version()))
                .toList();
    }

    /** The names of these pillars, in their order; ids that are no pillars here have none. */
    @Transactional(readOnly = true)
    public List<String> names(List<UUID> ids) {
        Officer.require(Role.READER);
        if (ids.isEmpty()) {
            return List.of();
        }
        return sql.of("select name from pillar where id in (:ids) order by position")
                .param("ids", ids)
                .query(Pillars::nameOf)
                .list();
    }

    /** Adds a pillar at the end of the set in force. */
    public PillarId add(PillarDraft draft) {
        Officer.require(Role.EDITOR);
        var set = inForce();
        var last = pillars.findBySetOrderByPosition(set).size();
        return pillars.save(new Pillar(set, last + 1, draft)).id();
    }

    /**
     * Says a pillar anew.
     *
     * @param version the version the officer saw
     * @throws Refused if somebody changed it meanwhile
     */
    public void change(PillarId id, int version, PillarDraft draft) {
        Officer.require(Role.EDITOR);
        var pillar = pillars.require(id);
        if (pillar.version() != version) {
            throw new Refused(
                    "stale", "Somebody changed this meanwhile. What you typed is still here: compare and save again.");
        }
        pillar.say(draft);
        pillars.save(pillar);
    }

    /**
     * Moves a pillar among its set.
     *
     * @param place 1 for the first
     */
    public void move(PillarId id, int place) {
        Officer.require(Role.EDITOR);
        var moved = pillars.require(id);
        var others = new ArrayList<>(pillars.findBySetOrderByPosition(moved.set()));
        others.remove(moved);
        others.add(Math.clamp(place - 1L, 0, others.size()), moved);
        for (int i = 0; i < others.size(); i++) {
            others.get(i).moveTo(i + 1);
            pillars.save(others.get(i));
        }
    }

    /**
     * Takes a pillar out of use; it can be restored.
     *
     * @param lastDay in use, where the tenant is
     * @throws Refused if it is the last one
     */
    public void retire(PillarId id, LocalDate lastDay) {
        Officer.require(Role.EDITOR);
        var pillar = pillars.require(id);
        var inUse = pillars.findBySetOrderByPosition(pillar.set()).stream()
                .filter(other -> !other.isRetired())
                .count();
        if (!pillar.isRetired() && inUse == 1) {
            throw new Refused("pillar.last", "This is the last pillar in use: add another one first.");
        }
        pillar.retire(lastDay);
        pillars.save(pillar);
    }

    /** Takes a retired pillar into use again. */
    public void restore(PillarId id) {
        Officer.require(Role.EDITOR);
        var pillar = pillars.require(id);
        pillar.restore();
        pillars.save(pillar);
    }

    /** Begins a new set from a template; the one before stays, with its last day. */
    public void begin(String template, LocalDate validFrom) {
        Officer.require(Role.ADMINISTRATOR);
        var chosen = templates.require(template);
        sql.of("update pillar_set set valid_to = ? where valid_to is null and valid_from < ?")
                .param(validFrom.minusDays(1))
                .param(validFrom)
                .update();
        var set = Ids.next();
        sql.of("insert into pillar_set (id, name, source, valid_from) values (?, ?, ?, ?)")
                .param(set)
                .param(chosen.name())
                .param(chosen.source())
                .param(validFrom)
                .update();
        int position = 1;
        for (var draft : chosen.pillars()) {
            pillars.save(new Pillar(set, position++, draft));
        }
        ledger.add(
                Act.PILLAR_SET_BEGUN,
                new Subject("pillars", set),
                new Facts()
                        .with("set", chosen.name())
                        .with("from", validFrom.toString())
                        .with("pillars", chosen.pillars().size()));
    }

    /** The tenant's own text on open government and its benefits. */
    @Transactional(readOnly = true)
    public Text text() {
        Officer.require(Role.READER);
        return sql.of("select definition, benefits, version from open_government_text")
                .query(Pillars::textOf)
                .single();
    }

    /**
     * Says the text anew.
     *
     * @throws Refused if somebody changed it meanwhile
     */
    public void changeText(int version, String definition, List<String> benefits) {
        Officer.require(Role.EDITOR);
        int changed = sql.of("update open_government_text set definition = ?, benefits = ?, version = version + 1"
                        + " where version = ?")
                .param(definition.strip())
                .param(String.join("\n", benefits))
                .param(version)
                .update();
        if (changed == 0) {
            throw new Refused(
                    "stale", "Somebody changed this meanwhile. What you typed is still here: compare and save again.");
        }
    }

    /** Publishes the pillars in use and the text: the public reads this copy until the next publication. */
    public void publish() {
        Officer.require(Role.APPROVER);
        published.changed();
        sql.of("delete from published_pillar").update();
        sql.of("""
                insert into published_pillar (pillar_id, set_name, position, name, definition, deliverables, duties, ogp_values)
                select p.id, s.name, p.position, p.name, p.definition, p.deliverables, p.duties, p.ogp_values
                  from pillar p join pillar_set s on s.id = p.set_id
                 where p.retired_on is null
                   and s.id = (select id from pillar_set order by valid_from desc, id desc limit 1)
                """).update();
        sql.of("""
                insert into published_open_government_text (one, definition, benefits, published_at)
                select true, definition, benefits, :at from open_government_text
                on conflict (one) do update set definition = excluded.definition, benefits = excluded.benefits,
                  published_at = excluded.published_at
                """).param("at", Timestamp.from(clock.instant())).update();
        enter();
    }

    private void enter() {
        var shown = sql.of("""
                select (select count(*) from published_pillar) as pillars,
                       (select max(set_name) from published_pillar) as set_name,
                       jsonb_build_array(
                         (select jsonb_agg(to_jsonb(p) order by p.position, p.pillar_id) from published_pillar p),
                         (select jsonb_build_array(definition, benefits) from published_open_government_text))::text
                         as content
                """).query(Pillars::shown).single();
        ledger.add(
                Act.PILLARS_PUBLISHED,
                new Subject("pillars", inForce()),
                new Facts()
                        .with("pillars", shown.pillars())
                        .with("set", shown.set())
                        .hashed("content", shown.content()));
    }

    /** Whether officers changed pillars or text since they were published. */
    @Transactional(readOnly = true)
    public boolean hasUnpublishedChanges() {
        Officer.require(Role.READER);
        return sql.of("""
                with drafted as (
                  select p.id, s.name, p.position, p.name as pillar, p.definition, p.deliverables, p.duties, p.ogp_values
                    from pillar p join pillar_set s on s.id = p.set_id
                   where p.retired_on is null
                     and s.id = (select id from pillar_set order by valid_from desc, id desc limit 1)),
                shown as (
                  select pillar_id, set_name, position, name, definition, deliverables, duties, ogp_values
                    from published_pillar)
                select exists (select * from drafted except select * from shown)
                    or exists (select * from shown except select * from drafted)
                    or exists (select definition, benefits from open_government_text where definition || benefits <> ''
                               except select definition, benefits from published_open_government_text)
                """).query(Boolean.class).single();
    }

    private UUID inForce() {
        return sql.of("select id from pillar_set order by valid_from desc, id desc limit 1")
                .query(UUID.class)
                .single();
    }

    private static SetLine set(ResultSet row, int number) throws SQLException {
        return new SetLine(
                row.getObject("id", UUID.class),
                row.getString("name"),
                row.getString("source"),
                row.getObject("valid_from", LocalDate.class),
                row.getObject("valid_to", LocalDate.class));
    }

    private static String nameOf(ResultSet row, int number) throws SQLException {
        return row.getString("name");
    }

    private record Shown(int pillars, @Nullable String set, String content) {}

    private static Shown shown(ResultSet row, int number) throws SQLException {
        return new Shown(row.getInt("pillars"), row.getString("set_name"), row.getString("content"));
    }

    private static Text textOf(ResultSet row, int number) throws SQLException {
        return new Text(
                row.getString("definition"), row.getString("benefits").lines().toList(), row.getInt("version"));
    }
}
