package org.cabildo.planfile;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.cabildo.commitment.CommitmentDraft;
import org.cabildo.commitment.CommitmentDraft.Lead;
import org.cabildo.commitment.Commitments.Whole;
import org.cabildo.commitment.MilestoneDraft;
import org.cabildo.commitment.Relevance;
import org.cabildo.commitment.Sequence;
import org.cabildo.commitment.published.Detail;
import org.cabildo.kernel.Period;
import org.cabildo.kernel.Refused;
import org.cabildo.kernel.Texts;
import org.cabildo.plan.PlanDraft;
import org.cabildo.plan.published.Foundation;
import org.jspecify.annotations.Nullable;

/** Judges the rows of a file by the rules of commitments and milestones, cell by cell, and goes on after a problem. */
final class Judge {

    private static final Pattern NAMES_APART = Pattern.compile("[;\n]");
    static final String STANDS_FOR_MISSING = "———"; // so that one missing text hides no other problem
    private final Ground ground;
    private final Findings findings = new Findings();
    private final Values values = new Values(findings);
    private final Map<Integer, Said> commitments = new LinkedHashMap<>();
    private final Set<String> titles = new HashSet<>();
    private @Nullable Period period; // of the plan, or of the file where the plan says none

    /**
     * What a plan allows.
     *
     * @param plan what it says of itself
     * @param foundation and what it stands on
     * @param titles of its commitments
     * @param pillars by name; the tenant's
     * @param members by name; of a consortium
     * @param papers the tenant's files
     */
    record Ground(
            PlanDraft plan,
            Foundation foundation,
            List<String> titles,
            Map<String, UUID> pillars,
            Map<String, Lead> members,
            PaperCells papers) {}

    /**
     * @param rows of its milestones, sound or not
     * @param order what each of these waits for
     */
    private record Said(
            FileRow row,
            CommitmentDraft draft,
            List<MilestoneDraft> milestones,
            List<FileRow> rows,
            List<MilestoneDraft> order) {}

    private Judge(Ground ground) {
        this.ground = ground;
        ground.titles().forEach(title -> titles.add(Folded.of(title)));
    }

    static PlanReading of(List<FileRow> rows, Ground ground) {
        var judge = new Judge(ground);
        rows.forEach(judge::refuseComputed);
        var texts = PlanSheet.read(rows, judge.findings, judge.values, ground.papers());
        var completed = texts.completing(ground.plan(), ground.foundation());
        judge.period = completed.draft().period();
        rows.stream().filter(Judge::saysCommitment).forEach(judge::commitment);
        rows.stream().filter(Judge::saysMilestone).forEach(judge::milestone);
        judge.commitments.values().forEach(judge::related);
        judge.commitments.values().forEach(judge::ordered);
        if (!judge.findings.isEmpty()) {
            return new PlanReading(List.of(), texts, completed, judge.findings.inOrder());
        }
        return new PlanReading(
                judge.commitments.values().stream()
                        .map(said -> new Whole(judge.placed(said.draft()), said.milestones()))
                        .toList(),
                texts,
                completed,
                List.of());
    }

    /** A row of a table that says nothing of anything else should say one, and is told what it lacks. */
    private static boolean saysCommitment(FileRow row) {
        return row.isOf(Column.Sheet.COMMITMENTS)
                || (row.sheet().isEmpty() && !row.isOf(Column.Sheet.PLAN) && !row.isOf(Column.Sheet.ENDORSEMENTS));
    }

    private static boolean saysMilestone(FileRow row) {
        return row.sheet().isEmpty()
                ? row.has(Column.ACTIVITY)
                        || row.has(Column.DELIVERABLE)
                        || row.has(Column.FROM)
                        || row.has(Column.UNTIL)
                : row.isOf(Column.Sheet.MILESTONES);
    }

    private void refuseComputed(FileRow row) {
        row.cells().forEach((column, cell) -> {
            if (cell.computed()) {
                findings.add(
                        row,
                        column,
                        new Refused(
                                "planfile.formula",
                                "A formula is not read: put its result there instead of «%s»."
                                        .formatted(Texts.shortened(cell.text(), 60)),
                                Texts.shortened(cell.text(), 60)));
            }
        });
    }

    private void commitment(FileRow row) {
        var number = values.number(row);
        if (number == null) {
            return;
        }
        var known = commitments.get(number);
        if (known != null) {
            repeated(row, number, known.row());
            return;
        }
        var draft = draft(row);
        commitments.put(number, new Said(row, draft, new ArrayList<>(), new ArrayList<>(), new ArrayList<>()));
    }

    /** In a table each further milestone repeats its commitment, or leaves its columns empty. */
    private void repeated(FileRow row, int number, FileRow first) {
        if (!row.sheet().isEmpty()) {
            findings.add(
                    row,
                    Column.NUMBER,
                    new Refused(
                            "planfile.number.twice",
                            "Commitment %d stands in row %d already.".formatted(number, first.number()),
                            number,
                            first.number()));
            return;
        }
        for (var column : Column.ofCommitments()) {
            if (column != Column.NUMBER && row.has(column) && !row.text(column).equals(first.text(column))) {
                findings.add(
                        row,
                        column,
                        new Refused(
                                "planfile.repeated",
                                "Commitment %d says something else in row %d. Say it once and leave this cell empty."
                                        .formatted(number, first.number()),
                                number,
                                first.number()));
            }
        }
    }

    private CommitmentDraft draft(FileRow row) {
        var title = row.text(Column.TITLE);
        findings.check(row, Column.TITLE, () -> named(title));
        if (!title.isEmpty() && !titles.add(Folded.of(title))) {
            findings.add(
                    row,
                    Column.TITLE,
                    new Refused(
                            "planfile.title.there",
                            "A commitment «%s» is there already. Delete one, or give this one another title."
                                    .formatted(Texts.shortened(title, 80)),
                            Texts.shortened(title, 80)));
        }
        for (var column : List.of(Column.PROBLEM, Column.DESCRIPTION, Column.ACTORS)) {
            findings.fits(row, column, CommitmentDraft.LONGEST_TEXT);
        }
        findings.fits(row, Column.RESPONSIBLE, CommitmentDraft.LONGEST_LINE);
        var period = values.period(row, Column.START, Column.END, false);
        var around = this.period;
        if (period != null && around != null && !around.covers(period)) {
            findings.add(
                    row,
                    Column.START,
                    new Refused(
                            "commitment.period.plan",
                            "A commitment lies within its plan.",
                            around.start(),
                            around.end(),
                            period.start(),
                            period.end()));
        }
        return new CommitmentDraft(
                isName(title) ? title : STANDS_FOR_MISSING,
                row.text(Column.PROBLEM),
                row.text(Column.DESCRIPTION),
                row.text(Column.ACTORS),
                row.text(Column.RESPONSIBLE),
                period,
                relevance(row),
                pillars(row),
                lead(row),
                DetailCells.read(row, findings));
    }

    /** What a commitment is related to stands in the same file. */
    private void related(Said said) {
        for (int number : said.draft().details().numbers(Detail.RELATED)) {
            if (!commitments.containsKey(number)) {
                findings.add(
                        said.row(),
                        Column.RELATED,
                        new Refused(
                                "planfile.related.unknown",
                                "No commitment of this file has the number %d.".formatted(number),
                                number));
            }
        }
    }

    /** The numbers of a file become places in its list. */
    private CommitmentDraft placed(CommitmentDraft draft) {
        var numbers = List.copyOf(commitments.keySet());
        return draft.detailed(draft.details()
                .with(Detail.RELATED, number -> String.valueOf(numbers.indexOf(Integer.valueOf(number)) + 1)));
    }

    /** What a milestone waits for stands above or below it, and does not wait for it. */
    private void ordered(Said said) {
        try {
            Sequence.check(said.order());
        } catch (Refused refused) {
            var wrong =
                    said.rows().stream().filter(row -> row.has(Column.FOLLOWS)).findFirst();
            findings.add(wrong.orElse(said.row()), Column.FOLLOWS, refused);
        }
    }

    private List<Relevance> relevance(FileRow row) {
        var relevance = new ArrayList<Relevance>();
        for (var column : Column.VALUES) {
            if (row.has(column)) {
                findings.fits(row, column, CommitmentDraft.LONGEST_TEXT);
                relevance.add(new Relevance(column.name(), row.text(column)));
            }
        }
        return relevance;
    }

    private List<UUID> pillars(FileRow row) {
        var ids = new ArrayList<UUID>();
        for (var name : NAMES_APART
                .splitAsStream(row.text(Column.PILLARS))
                .filter(name -> !name.isBlank())
                .toList()) {
            var id = ground.pillars().get(Folded.of(name));
            if (id == null) {
                var named = Texts.shortened(name.strip(), 80);
                findings.add(
                        row,
                        Column.PILLARS,
                        new Refused("planfile.pillar.unknown", "There is no pillar «%s».".formatted(named), named));
            } else if (!ids.contains(id)) {
                ids.add(id);
            }
        }
        return ids;
    }

    private @Nullable Lead lead(FileRow row) {
        var name = row.text(Column.LEAD);
        if (name.isEmpty()) {
            return null;
        }
        var lead = ground.members().get(Folded.of(name));
        if (lead == null) {
            var members =
                    ground.members().values().stream().map(Lead::name).sorted().collect(Collectors.joining(", "));
            findings.add(
                    row,
                    Column.LEAD,
                    members.isEmpty()
                            ? new Refused("planfile.lead.none", "Nobody shares this plan: leave the cell empty.")
                            : new Refused(
                                    "planfile.lead.unknown",
                                    "«%s» is no member. Members are: %s.".formatted(name, members),
                                    Texts.shortened(name, 80),
                                    members));
        }
        return lead;
    }

    private void milestone(FileRow row) {
        var number = saysCommitment(row) ? Values.quietNumber(row).orElse(null) : values.number(row);
        var said = number == null ? null : commitments.get(number);
        if (number != null && said == null && row.sheet().equals(FileRows.MILESTONES)) {
            findings.add(
                    row,
                    Column.NUMBER,
                    new Refused(
                            "planfile.number.unknown",
                            "No commitment of the sheet «%s» has the number %d."
                                    .formatted(FileRows.COMMITMENTS, number),
                            FileRows.COMMITMENTS,
                            number));
        }
        var activity = row.text(Column.ACTIVITY);
        var deliverable = row.text(Column.DELIVERABLE);
        findings.check(row, Column.ACTIVITY, () -> milestone(activity, STANDS_FOR_MISSING, 1));
        findings.check(row, Column.DELIVERABLE, () -> milestone(STANDS_FOR_MISSING, deliverable, 1));
        findings.fits(row, Column.DELIVERABLE, CommitmentDraft.LONGEST_TEXT);
        findings.fits(row, Column.ACCOUNTABLE, CommitmentDraft.LONGEST_LINE);
        var weight = values.weight(row);
        var period = values.period(row, Column.FROM, Column.UNTIL, true);
        var follows = values.places(row);
        if (said == null) {
            return;
        }
        said.rows().add(row);
        said.order()
                .add(milestone(named(activity, said.order()), STANDS_FOR_MISSING, 1)
                        .following(follows));
        if (period == null) {
            return;
        }
        var around = said.draft().period();
        if (around != null && !around.covers(period)) {
            findings.add(
                    row,
                    Column.FROM,
                    new Refused(
                            "milestone.period",
                            "A milestone lies within its commitment.",
                            around.start(),
                            around.end()));
        }
        if (findings.isEmpty()) {
            said.milestones()
                    .add(new MilestoneDraft(
                            activity, deliverable, row.text(Column.ACCOUNTABLE), period, weight, follows));
        }
    }

    /** Its name in a sentence; its place where it has none that can stand. */
    private static String named(String activity, List<MilestoneDraft> before) {
        return activity.length() < 3 || activity.length() > 300 ? "Hito " + (before.size() + 1) : activity;
    }

    static MilestoneDraft milestone(String activity, String deliverable, int weight) {
        var someDay = LocalDate.EPOCH;
        return new MilestoneDraft(activity, deliverable, "", new Period(someDay, someDay), weight);
    }

    private static CommitmentDraft named(String title) {
        return new CommitmentDraft(title, "", "", "", "", null, List.of(), List.of(), null);
    }

    private static boolean isName(String title) {
        try {
            named(title);
            return true;
        } catch (Refused refused) {
            return false;
        }
    }
}
