package org.cabildo.planfile;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import org.cabildo.kernel.Period;
import org.cabildo.kernel.Refused;
import org.cabildo.kernel.Texts;
import org.cabildo.plan.Framework;
import org.cabildo.plan.PlanDraft;
import org.cabildo.plan.published.ApprovalAct;
import org.cabildo.plan.published.ApprovalAct.ActKind;
import org.cabildo.plan.published.Document;
import org.cabildo.plan.published.Endorsement;
import org.cabildo.plan.published.Endorsement.Sector;
import org.cabildo.plan.published.Foundation;
import org.cabildo.plan.published.MonitoringBody;
import org.cabildo.plan.published.MonitoringBody.BodyKind;
import org.cabildo.plan.published.VisionPart;
import org.jspecify.annotations.Nullable;

/** What a workbook says of the plan itself: a sheet with one field in each row, and one of who stands behind it. */
final class PlanSheet {

    static final Map<Framework, String> FRAMEWORKS = Map.of(
            Framework.OGP_NATIONAL, "ogp_nacional",
            Framework.OGP_LOCAL, "ogp_local",
            Framework.CONSORTIUM, "consorcio",
            Framework.OWN, "propio",
            Framework.INTERNAL, "interno",
            Framework.MUNICIPAL_MODEL, "modelo_municipal");
    private static final Map<ActKind, String> ACTS = Map.of(
            ActKind.DECREE, "decreto",
            ActKind.RESOLUTION, "resolucion",
            ActKind.AGREEMENT, "acuerdo",
            ActKind.OTHER, "otro");
    private static final Map<BodyKind, String> BODIES = Map.of(
            BodyKind.UNIVERSITY, "universidad",
            BodyKind.CIVIL_SOCIETY, "sociedad_civil",
            BodyKind.PERSON, "persona",
            BodyKind.OTHER, "otro");
    private static final Map<Sector, String> SECTORS = Map.of(
            Sector.CIVIL_SOCIETY, "sociedad_civil",
            Sector.ACADEMIA, "academia",
            Sector.PRIVATE, "privado",
            Sector.CITIZENS, "ciudadania",
            Sector.INTERNATIONAL, "internacional");
    private static final LocalDate SOME_DAY = LocalDate.EPOCH;
    private final Findings findings;
    private final Values values;
    private final PaperCells papers;
    private final Map<PlanField, FileRow> rows = new EnumMap<>(PlanField.class);

    private PlanSheet(Findings findings, Values values, PaperCells papers) {
        this.findings = findings;
        this.values = values;
        this.papers = papers;
    }

    /** What the rows of these two sheets say; what is wrong with a cell is found there. */
    static PlanTexts read(List<FileRow> rows, Findings findings, Values values, PaperCells papers) {
        var sheet = new PlanSheet(findings, values, papers);
        rows.stream().filter(row -> row.isOf(Column.Sheet.PLAN)).forEach(sheet::take);
        var endorsements =
                rows.stream().filter(row -> row.isOf(Column.Sheet.ENDORSEMENTS)).toList();
        return sheet.texts(sheet.endorsements(endorsements));
    }

    private void take(FileRow row) {
        var name = row.text(Column.FIELD);
        var field = PlanField.titled(name);
        if (field.isEmpty()) {
            findings.add(
                    row,
                    Column.FIELD,
                    new Refused(
                            "planfile.field.unknown",
                            "The sheet «%s» has no field «%s». Begin with the template."
                                    .formatted(FileRows.PLAN, Texts.shortened(name, 40)),
                            FileRows.PLAN,
                            Texts.shortened(name, 40)));
        } else if (rows.putIfAbsent(field.get(), row) != null) {
            findings.add(
                    row,
                    Column.FIELD,
                    new Refused(
                            "planfile.field.twice",
                            "The field «%s» stands twice.".formatted(field.get().title()),
                            field.get().title()));
        }
    }

    private PlanTexts texts(List<Endorsement> endorsements) {
        var vision = new EnumMap<VisionPart, String>(VisionPart.class);
        for (var field : PlanField.values()) {
            field.part().ifPresent(part -> {
                checked(field, () -> new Foundation(Map.of(part, text(field)), null, null, List.of()));
                vision.put(part, fitting(field, Foundation.LONGEST_PART));
            });
        }
        checked(PlanField.SUMMARY, () -> draft(text(PlanField.SUMMARY), ""));
        checked(PlanField.SOURCE, () -> draft("", text(PlanField.SOURCE)));
        coded(PlanField.FRAMEWORK, FRAMEWORKS);
        return new PlanTexts(
                text(PlanField.TITLE),
                text(PlanField.FRAMEWORK),
                period(),
                fitting(PlanField.SUMMARY, PlanDraft.LONGEST_SUMMARY),
                fitting(PlanField.SOURCE, PlanDraft.LONGEST_SOURCE),
                new Foundation(vision, act(), body(), endorsements));
    }

    private static PlanDraft draft(String summary, String source) {
        return new PlanDraft(Judge.STANDS_FOR_MISSING, Framework.OWN, null, summary, source, false);
    }

    private @Nullable Period period() {
        var start = day(PlanField.START);
        var end = day(PlanField.END);
        if (start == null && end == null) {
            return null;
        }
        if (start == null || end == null) {
            missing(start == null ? PlanField.END : PlanField.START, start == null ? PlanField.START : PlanField.END);
            return null;
        }
        return checked(PlanField.END, () -> new Period(start, end));
    }

    private @Nullable ApprovalAct act() {
        var kind = coded(PlanField.ACT_KIND, ACTS);
        var day = day(PlanField.ACT_DAY);
        var number = text(PlanField.ACT_NUMBER);
        var link = text(PlanField.ACT_DOCUMENT);
        var some = firstSaid(PlanField.ACT_KIND, PlanField.ACT_NUMBER, PlanField.ACT_DAY, PlanField.ACT_DOCUMENT);
        if (some == null) {
            return null;
        }
        for (var field : List.of(PlanField.ACT_KIND, PlanField.ACT_NUMBER, PlanField.ACT_DAY)) {
            if (text(field).isEmpty()) {
                missing(some, field);
            }
        }
        checked(PlanField.ACT_NUMBER, () -> new ApprovalAct(ActKind.OTHER, number, SOME_DAY, null));
        var document = link.isEmpty() ? null : checked(PlanField.ACT_DOCUMENT, () -> papers.read(link));
        return kind == null || day == null || !findings.isEmpty() ? null : new ApprovalAct(kind, number, day, document);
    }

    private @Nullable MonitoringBody body() {
        var kind = coded(PlanField.BODY_KIND, BODIES);
        var some = firstSaid(
                PlanField.BODY_NAME, PlanField.BODY_KIND, PlanField.BODY_INDEPENDENCE, PlanField.BODY_CONTACT);
        if (some == null) {
            return null;
        }
        for (var field : List.of(PlanField.BODY_NAME, PlanField.BODY_KIND)) {
            if (text(field).isEmpty()) {
                missing(some, field);
            }
        }
        var name = text(PlanField.BODY_NAME);
        var why = text(PlanField.BODY_INDEPENDENCE);
        var contact = text(PlanField.BODY_CONTACT);
        var stand = Judge.STANDS_FOR_MISSING;
        checked(PlanField.BODY_NAME, () -> new MonitoringBody(name, BodyKind.OTHER, "", ""));
        checked(PlanField.BODY_INDEPENDENCE, () -> new MonitoringBody(stand, BodyKind.OTHER, why, ""));
        checked(PlanField.BODY_CONTACT, () -> new MonitoringBody(stand, BodyKind.OTHER, "", contact));
        return kind == null || !findings.isEmpty() ? null : new MonitoringBody(name, kind, why, contact);
    }

    private List<Endorsement> endorsements(List<FileRow> said) {
        var all = new ArrayList<Endorsement>();
        var actors = new HashSet<String>();
        for (var row : said) {
            var actor = row.text(Column.ACTOR);
            findings.check(row, Column.ACTOR, () -> new Endorsement(actor, Sector.CITIZENS, null, null));
            if (!actors.add(Folded.of(actor))) {
                findings.add(
                        row,
                        Column.ACTOR,
                        new Refused("planfile.actor.twice", "«%s» stands twice.".formatted(actor), actor));
            }
            var sector = code(row, Column.ACTOR_SECTOR, SECTORS);
            var day = values.day(row, Column.ACTOR_DAY, false).orElse(null);
            var letter = letter(row);
            if (sector != null && findings.isEmpty()) {
                all.add(new Endorsement(actor, sector, day, letter));
            }
        }
        return all;
    }

    private @Nullable Document letter(FileRow row) {
        var said = row.text(Column.ACTOR_LETTER);
        if (said.isEmpty()) {
            return null;
        }
        try {
            return papers.read(said);
        } catch (Refused refused) {
            findings.add(row, Column.ACTOR_LETTER, refused);
            return null;
        }
    }

    private String text(PlanField field) {
        var row = rows.get(field);
        return row == null ? "" : row.text(Column.CONTENT);
    }

    /** The text; nothing in place of one that was found too long. */
    private String fitting(PlanField field, int most) {
        return text(field).length() > most ? "" : text(field);
    }

    private @Nullable PlanField firstSaid(PlanField... fields) {
        for (var field : fields) {
            if (!text(field).isEmpty()) {
                return field;
            }
        }
        return null;
    }

    private @Nullable LocalDate day(PlanField field) {
        var row = rows.get(field);
        return row == null ? null : values.day(row, Column.CONTENT, false).orElse(null);
    }

    /** Says beside what is there what else belongs to it. */
    private void missing(PlanField there, PlanField lacking) {
        var row = rows.get(there);
        if (row != null) {
            findings.add(
                    row,
                    Column.CONTENT,
                    new Refused(
                            "planfile.field.missing",
                            "With «%s» goes «%s»: fill in both, or neither.".formatted(there.title(), lacking.title()),
                            there.title(),
                            lacking.title()));
        }
    }

    private <T> @Nullable T checked(PlanField field, Supplier<T> rule) {
        var row = rows.get(field);
        if (row == null) {
            return null;
        }
        try {
            return rule.get();
        } catch (Refused refused) {
            findings.add(row, Column.CONTENT, refused);
            return null;
        }
    }

    private <E extends Enum<E>> @Nullable E coded(PlanField field, Map<E, String> codes) {
        var row = rows.get(field);
        return row == null || row.text(Column.CONTENT).isEmpty() ? null : code(row, Column.CONTENT, codes);
    }

    private <E extends Enum<E>> @Nullable E code(FileRow row, Column column, Map<E, String> codes) {
        var text = Folded.of(row.text(column)).replace(' ', '_');
        for (var one : codes.entrySet()) {
            if (one.getValue().equals(text)) {
                return one.getKey();
            }
        }
        var accepted = codes.values().stream().sorted().collect(Collectors.joining(", "));
        var shown = Texts.shortened(row.text(column), 40);
        findings.add(
                row,
                column,
                new Refused(
                        "planfile.code", "Write one of: %s. It was «%s».".formatted(accepted, shown), accepted, shown));
        return null;
    }

    /** One row for each field, with what the plan says of it or nothing. */
    static List<Map<Column, Object>> fields(@Nullable PlanDraft said, Foundation foundation) {
        var contents = new HashMap<PlanField, Object>();
        if (said != null) {
            contents.put(PlanField.TITLE, said.title());
            contents.put(PlanField.FRAMEWORK, FRAMEWORKS.get(said.framework()));
            contents.put(PlanField.SUMMARY, said.summary());
            contents.put(PlanField.SOURCE, said.source());
            if (said.period() != null) {
                contents.put(PlanField.START, said.period().start());
                contents.put(PlanField.END, said.period().end());
            }
        }
        var act = foundation.act();
        if (act != null) {
            contents.put(PlanField.ACT_KIND, ACTS.get(act.kind()));
            contents.put(PlanField.ACT_NUMBER, act.number());
            contents.put(PlanField.ACT_DAY, act.day());
            contents.put(PlanField.ACT_DOCUMENT, PaperCells.said(act.document()));
        }
        var body = foundation.body();
        if (body != null) {
            contents.put(PlanField.BODY_NAME, body.name());
            contents.put(PlanField.BODY_KIND, BODIES.get(body.kind()));
            contents.put(PlanField.BODY_INDEPENDENCE, body.independence());
            contents.put(PlanField.BODY_CONTACT, body.contact());
        }
        var all = new ArrayList<Map<Column, Object>>();
        for (var field : PlanField.values()) {
            var row = new EnumMap<Column, Object>(Column.class);
            row.put(Column.FIELD, field.title());
            row.put(
                    Column.CONTENT,
                    field.part()
                            .<Object>map(part -> foundation.vision().getOrDefault(part, ""))
                            .orElseGet(() -> contents.getOrDefault(field, "")));
            all.add(row);
        }
        return all;
    }

    /** One row for each who stands behind the plan. */
    static List<Map<Column, Object>> endorsers(Foundation foundation) {
        var all = new ArrayList<Map<Column, Object>>();
        for (var one : foundation.endorsements()) {
            var row = new EnumMap<Column, Object>(Column.class);
            row.put(Column.ACTOR, one.actor());
            row.put(Column.ACTOR_SECTOR, SECTORS.get(one.sector()));
            if (one.day() != null) {
                row.put(Column.ACTOR_DAY, one.day());
            }
            row.put(Column.ACTOR_LETTER, PaperCells.said(one.document()));
            all.add(row);
        }
        return all;
    }
}
