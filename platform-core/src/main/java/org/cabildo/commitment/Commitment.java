package org.cabildo.commitment;

import jakarta.persistence.CascadeType;
import jakarta.persistence.CollectionTable;
import jakarta.persistence.Column;
import jakarta.persistence.ElementCollection;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.FetchType;
import jakarta.persistence.Id;
import jakarta.persistence.JoinColumn;
import jakarta.persistence.MapKeyColumn;
import jakarta.persistence.MapKeyEnumerated;
import jakarta.persistence.OneToMany;
import jakarta.persistence.OrderBy;
import jakarta.persistence.Table;
import jakarta.persistence.Version;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.UUID;
import java.util.stream.Collectors;
import org.cabildo.commitment.published.Detail;
import org.cabildo.commitment.published.Details;
import org.cabildo.commitment.published.RollUp;
import org.cabildo.kernel.Ids;
import org.cabildo.kernel.Percent;
import org.cabildo.kernel.Period;
import org.cabildo.kernel.Refused;
import org.cabildo.kernel.Unknown;
import org.cabildo.plan.PlanId;
import org.jspecify.annotations.Nullable;

/** A promise of a plan, with the milestones that make it checkable. */
@Entity
@Table(name = "commitment")
class Commitment {

    @Id
    private UUID id;

    @Column(name = "plan_id")
    private UUID plan;

    private int number;
    private String title;
    private String problem;
    private String description;
    private String actors;
    private String responsible;
    private @Nullable LocalDate starts;
    private @Nullable LocalDate ends;
    private String pillars;

    @Column(name = "lead_id")
    private @Nullable UUID leadId;

    @Column(name = "lead_name")
    private @Nullable String leadName;

    private @Nullable String withdrawn;

    @ElementCollection(fetch = FetchType.EAGER)
    @CollectionTable(name = "commitment_value", joinColumns = @JoinColumn(name = "commitment_id"))
    @MapKeyColumn(name = "value")
    @Column(name = "explanation")
    private Map<String, String> relevance = new TreeMap<>();

    @ElementCollection(fetch = FetchType.LAZY)
    @CollectionTable(name = "commitment_detail", joinColumns = @JoinColumn(name = "commitment_id"))
    @MapKeyColumn(name = "field")
    @MapKeyEnumerated(EnumType.STRING)
    @Column(name = "said")
    private Map<Detail, String> details = new EnumMap<>(Detail.class);

    @OneToMany(cascade = CascadeType.ALL, orphanRemoval = true, fetch = FetchType.LAZY)
    @JoinColumn(name = "commitment_id", nullable = false, updatable = false)
    @OrderBy("position")
    private List<Milestone> milestones = new ArrayList<>();

    /** None until it is kept: so what is new is written without asking whether it is there. */
    @Version
    private @Nullable Integer version;

    @SuppressWarnings("NullAway.Init") // Hibernate's constructor
    protected Commitment() {}

    @SuppressWarnings("NullAway.Init") // say() fills the rest
    Commitment(PlanId plan, int number, CommitmentDraft draft) {
        this.id = Ids.next();
        this.plan = plan.value();
        this.number = number;
        say(draft);
    }

    final void say(CommitmentDraft draft) {
        title = draft.title();
        problem = draft.problem();
        description = draft.description();
        actors = draft.actors();
        responsible = draft.responsible();
        starts = draft.period() == null ? null : draft.period().start();
        ends = draft.period() == null ? null : draft.period().end();
        pillars = draft.pillars().stream().map(UUID::toString).collect(Collectors.joining(","));
        leadId = draft.lead() == null ? null : draft.lead().tenant();
        leadName = draft.lead() == null ? null : draft.lead().name();
        relevance.clear();
        draft.relevance().forEach(line -> relevance.put(line.value(), line.explanation()));
        details.clear();
        details.putAll(draft.details().said());
    }

    MilestoneId add(MilestoneDraft draft) {
        int last = milestones.stream().mapToInt(Milestone::position).max().orElse(0);
        var milestone = new Milestone(new MilestoneId(Ids.next()), last + 1, draft);
        milestones.add(milestone);
        checkSequence();
        return milestone.id();
    }

    /** Adds milestones that may wait for those that come later. */
    void addAll(List<MilestoneDraft> drafts) {
        int last = milestones.stream().mapToInt(Milestone::position).max().orElse(0);
        for (var draft : drafts) {
            milestones.add(new Milestone(new MilestoneId(Ids.next()), ++last, draft));
        }
        checkSequence();
    }

    /**
     * Says a milestone anew.
     *
     * @throws Refused if it would wait, itself or by way of others, for itself
     */
    void say(MilestoneId id, MilestoneDraft draft) {
        require(id).say(draft);
        checkSequence();
    }

    /** Puts back a milestone that was removed. Where another stands now, that one and those after it move on. */
    void putBack(MilestoneId id, int position, MilestoneDraft draft) {
        if (milestones.stream().anyMatch(milestone -> milestone.position() == position)) {
            milestones.stream()
                    .filter(milestone -> milestone.position() >= position)
                    .forEach(Milestone::moveOn);
            milestones.forEach(
                    milestone -> milestone.followAt(place -> Optional.of(place >= position ? place + 1 : place)));
        }
        var places = milestones.stream().map(Milestone::position).toList();
        milestones.add(new Milestone(
                id,
                position,
                draft.following(
                        draft.follows().stream().filter(places::contains).toList())));
    }

    void remove(MilestoneId id) {
        var milestone = require(id);
        if (milestone.hasReports()) {
            throw new Refused(
                    "milestone.remove", "A milestone with reported progress stays; withdraw it and say why instead.");
        }
        milestones.remove(milestone);
        milestones.forEach(other ->
                other.followAt(place -> Optional.of(place).filter(one -> one != milestone.position())));
    }

    Milestone require(MilestoneId id) {
        return milestones.stream()
                .filter(milestone -> milestone.id().equals(id))
                .findFirst()
                .orElseThrow(() -> new Unknown("milestone", id));
    }

    private void checkSequence() {
        Sequence.check(milestones.stream().collect(Collectors.toMap(Milestone::position, Milestone::said)));
    }

    /**
     * Lets only those report who speak for the tenant that leads this commitment, if one does.
     *
     * @throws Refused if another tenant leads it
     */
    void requireLeader(UUID tenant) {
        if (leadId != null && !leadId.equals(tenant)) {
            throw new Refused(
                    "commitment.led.by.other",
                    "%s leads this commitment and reports on it.".formatted(leadName),
                    String.valueOf(leadName));
        }
    }

    void withdraw(String reason) {
        if (reason.isBlank()) {
            throw new Refused("withdrawal.reason", "Say why it is withdrawn: the public reads it.");
        }
        withdrawn = reason.strip();
    }

    Percent progress() {
        return RollUp.of(milestones.stream().map(Milestone::part).toList());
    }

    CommitmentId id() {
        return new CommitmentId(id);
    }

    PlanId plan() {
        return new PlanId(plan);
    }

    int number() {
        return number;
    }

    int version() {
        return version == null ? 0 : version;
    }

    @Nullable
    String withdrawn() {
        return withdrawn;
    }

    List<Milestone> milestones() {
        return List.copyOf(milestones);
    }

    CommitmentDraft said() {
        return new CommitmentDraft(
                title,
                problem,
                description,
                actors,
                responsible,
                starts == null || ends == null ? null : new Period(starts, ends),
                relevance.entrySet().stream()
                        .map(entry -> new Relevance(entry.getKey(), entry.getValue()))
                        .toList(),
                Arrays.stream(pillars.split(","))
                        .filter(text -> !text.isBlank())
                        .map(UUID::fromString)
                        .toList(),
                leadId == null || leadName == null ? null : new CommitmentDraft.Lead(leadId, leadName),
                new Details(details));
    }
}
