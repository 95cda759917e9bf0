package org.cabildo.planfile;

import java.util.ArrayList;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Collectors;
import org.cabildo.commitment.CommitmentDraft;
import org.cabildo.commitment.CommitmentDraft.Lead;
import org.cabildo.commitment.CommitmentView;
import org.cabildo.commitment.Commitments;
import org.cabildo.commitment.MilestoneDraft;
import org.cabildo.consortium.published.Membership;
import org.cabildo.identity.Officer;
import org.cabildo.identity.Role;
import org.cabildo.kernel.Refused;
import org.cabildo.pillar.Pillars;
import org.cabildo.plan.Foundations;
import org.cabildo.plan.PlanId;
import org.cabildo.plan.Plans;
import org.cabildo.plan.published.Foundation;
import org.cabildo.tenancy.TenantScope;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/**
 * Takes a plan out as a file, and brings such a file in: all of it, or nothing. A workbook holds what the plan says of
 * itself too; of that, what it says already stays as it is.
 */
@Service
public class PlanFiles {

    /** Bytes a file may have; a plan of 80 commitments with 10 milestones each takes a twentieth. */
    public static final int MOST_BYTES = 5 * 1024 * 1024;

    private final Plans plans;
    private final Foundations foundations;
    private final Commitments commitments;
    private final Pillars pillars;
    private final Membership membership;

    PlanFiles(Plans plans, Foundations foundations, Commitments commitments, Pillars pillars, Membership membership) {
        this.plans = plans;
        this.foundations = foundations;
        this.commitments = commitments;
        this.pillars = pillars;
        this.membership = membership;
    }

    /**
     * Reads a file for a plan and changes nothing.
     *
     * @param file a workbook (.xlsx) or a table (.csv)
     * @return what it would add, or each problem with the cell it is in
     * @throws Refused if it is no such file, or its titles are not those of a plan
     */
    public PlanReading read(PlanId plan, byte[] file) {
        Officer.require(Role.EDITOR);
        plans.require(plan);
        if (file.length > MOST_BYTES) {
            throw new Refused(
                    "planfile.large", "A file may have %d MB at most.".formatted(MOST_BYTES >> 20), MOST_BYTES >> 20);
        }
        return Judge.of(FileRows.read(file), ground(plan));
    }

    /**
     * Adds to a plan what was read.
     *
     * @return how many commitments were added
     * @throws Refused if something is wrong with it, or became wrong since it was read; then nothing was added
     */
    @Transactional
    public int take(PlanId plan, PlanReading reading) {
        Officer.require(Role.EDITOR);
        plans.hold(plan); // two who bring the same file bring it once
        if (!reading.isSound()) {
            throw new Refused("planfile.problems", "Mend the file first: nothing of it was added.");
        }
        var there = titles(plan);
        for (var one : reading.commitments()) {
            if (there.contains(Folded.of(one.said().title()))) {
                throw new Refused(
                        "planfile.title.there",
                        "A commitment «%s» is there already."
                                .formatted(one.said().title()),
                        one.said().title());
            }
        }
        complete(plan, reading.texts());
        return commitments.draft(plan, reading.commitments()).size();
    }

    /** Says of the plan what it does not say yet, judged anew: somebody may have said it since the file was read. */
    private void complete(PlanId id, PlanTexts texts) {
        var plan = plans.require(id);
        var foundation = foundations.of(id);
        var completed = texts.completing(plan.said(), foundation.said());
        if (!completed.draft().equals(plan.said())) {
            plans.change(id, plan.version(), completed.draft());
        }
        if (!completed.foundation().equals(foundation.said())) {
            foundations.change(id, foundation.version(), completed.foundation());
        }
    }

    /**
     * A plan as a workbook, or the template to fill in. Documents that were put in here as files are named with the hash
     * of their content; the bytes stay here.
     *
     * @param help name of a last sheet, for whoever fills it in
     * @param explained its rows
     * @throws org.cabildo.kernel.Unknown if there is no such plan
     */
    public byte[] workbook(PlanId plan, boolean empty, String help, List<List<String>> explained) {
        Officer.require(Role.READER);
        var all = empty ? List.<CommitmentView>of() : standing(plan);
        var draft = plans.require(plan).said();
        var foundation = empty ? Foundation.NONE : foundations.of(plan).said();
        var said = new ArrayList<Map<Column, Object>>();
        var milestones = new ArrayList<Map<Column, Object>>();
        for (var commitment : all) {
            said.add(cells(commitment));
            milestones(commitment).forEach(milestones::add);
        }
        return Workbooks.write(
                said,
                milestones,
                PlanSheet.fields(empty ? null : draft, foundation),
                PlanSheet.endorsers(foundation),
                new Workbooks.Help(help, explained));
    }

    /**
     * A plan as one table: what it says of itself, who stands behind it, its commitments and milestones.
     *
     * @throws org.cabildo.kernel.Unknown if there is no such plan
     */
    public byte[] table(PlanId plan) {
        Officer.require(Role.READER);
        var draft = plans.require(plan).said();
        var foundation = foundations.of(plan).said();
        var rows = new ArrayList<Map<Column, Object>>();
        PlanSheet.fields(draft, foundation).stream()
                .filter(row -> !"".equals(row.get(Column.CONTENT)))
                .forEach(rows::add);
        rows.addAll(PlanSheet.endorsers(foundation));
        for (var commitment : standing(plan)) {
            var said = cells(commitment);
            var milestones = milestones(commitment);
            if (milestones.isEmpty()) {
                rows.add(said);
            }
            for (int i = 0; i < milestones.size(); i++) {
                var row = new EnumMap<>(milestones.get(i));
                if (i == 0) {
                    row.putAll(said);
                }
                rows.add(row);
            }
        }
        return Csv.write(rows);
    }

    /** What was withdrawn stays with its reason in the plan, and is not promised anew by a file. */
    private List<CommitmentView> standing(PlanId plan) {
        return commitments.of(plan).stream()
                .filter(one -> one.withdrawn() == null)
                .toList();
    }

    private Map<Column, Object> cells(CommitmentView commitment) {
        var said = commitment.said();
        var cells = new EnumMap<Column, Object>(Column.class);
        cells.put(Column.NUMBER, commitment.number());
        cells.put(Column.TITLE, said.title());
        cells.put(Column.PROBLEM, said.problem());
        cells.put(Column.DESCRIPTION, said.description());
        cells.put(Column.ACTORS, said.actors());
        cells.put(Column.RESPONSIBLE, said.responsible());
        if (said.lead() != null) {
            cells.put(Column.LEAD, said.lead().name());
        }
        if (said.period() != null) {
            cells.put(Column.START, said.period().start());
            cells.put(Column.END, said.period().end());
        }
        said.relevance().forEach(one -> cells.put(Column.valueOf(one.value()), one.explanation()));
        cells.put(Column.PILLARS, String.join("; ", pillars.names(said.pillars())));
        DetailCells.write(said.details(), cells);
        return cells;
    }

    private static List<Map<Column, Object>> milestones(CommitmentView commitment) {
        var standing = commitment.milestones().stream()
                .filter(one -> one.withdrawn() == null)
                .toList();
        var places =
                standing.stream().map(CommitmentView.MilestoneLine::position).toList();
        return standing.stream()
                .map(one -> cells(commitment.number(), one.said(), places))
                .toList();
    }

    /** @param places of the milestones in the file: there they are counted from 1 */
    private static Map<Column, Object> cells(int number, MilestoneDraft said, List<Integer> places) {
        var cells = new EnumMap<Column, Object>(Column.class);
        cells.put(Column.NUMBER, number);
        cells.put(Column.ACTIVITY, said.activity());
        cells.put(Column.DELIVERABLE, said.deliverable());
        cells.put(Column.ACCOUNTABLE, said.responsible());
        cells.put(Column.FROM, said.period().start());
        cells.put(Column.UNTIL, said.period().end());
        cells.put(Column.WEIGHT, said.weight());
        cells.put(
                Column.FOLLOWS,
                said.follows().stream()
                        .filter(places::contains)
                        .map(place -> String.valueOf(places.indexOf(place) + 1))
                        .collect(Collectors.joining("; ")));
        return cells;
    }

    private Judge.Ground ground(PlanId plan) {
        var members = membership.membersOf(TenantScope.tenant()).stream()
                .collect(Collectors.toMap(
                        member -> Folded.of(member.name()),
                        member -> new Lead(member.id().value(), member.name()),
                        (one, _) -> one));
        var ids = new HashMap<String, UUID>();
        pillars.all()
                .forEach(line ->
                        ids.putIfAbsent(Folded.of(line.said().name()), line.id().value()));
        return new Judge.Ground(
                plans.require(plan).said(),
                foundations.of(plan).said(),
                commitments.of(plan).stream()
                        .map(CommitmentView::said)
                        .map(CommitmentDraft::title)
                        .toList(),
                ids,
                members,
                new PaperCells(foundations::paper));
    }

    private List<String> titles(PlanId plan) {
        return commitments.of(plan).stream()
                .map(one -> Folded.of(one.said().title()))
                .toList();
    }
}
