package org.cabildo.pillar;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import jakarta.persistence.Version;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.UUID;
import org.cabildo.kernel.Ids;
import org.jspecify.annotations.Nullable;

/** One pillar of a set. Retired pillars stay, so that what pointed to them can still be read. */
@Entity
@Table(name = "pillar")
class Pillar {

    @Id
    private UUID id;

    @Column(name = "set_id")
    private UUID set;

    private int position;
    private String name;
    private String definition;
    private String deliverables;
    private String duties;

    @Column(name = "ogp_values")
    private String ogpValues;

    @Column(name = "retired_on")
    private @Nullable LocalDate retiredOn;

    @Version
    private int version;

    @SuppressWarnings("NullAway.Init") // Hibernate's constructor
    protected Pillar() {}

    @SuppressWarnings("NullAway.Init") // say() fills the rest
    Pillar(UUID set, int position, PillarDraft draft) {
        this.id = Ids.next();
        this.set = set;
        this.position = position;
        say(draft);
    }

    final void say(PillarDraft draft) {
        name = draft.name();
        definition = draft.definition().strip();
        deliverables = String.join("\n", draft.deliverables());
        duties = String.join("\n", draft.duties());
        ogpValues = String.join(",", draft.ogpValues());
    }

    void moveTo(int place) {
        position = place;
    }

    void retire(LocalDate day) {
        retiredOn = day;
    }

    void restore() {
        retiredOn = null;
    }

    PillarId id() {
        return new PillarId(id);
    }

    PillarDraft said() {
        return new PillarDraft(
                name,
                definition,
                deliverables.lines().toList(),
                duties.lines().toList(),
                Arrays.asList(ogpValues.split(",")));
    }

    int position() {
        return position;
    }

    UUID set() {
        return set;
    }

    int version() {
        return version;
    }

    boolean isRetired() {
        return retiredOn != null;
    }
}
