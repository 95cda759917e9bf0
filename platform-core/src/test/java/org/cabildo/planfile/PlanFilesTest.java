package org.cabildo.planfile;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.tuple;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import java.util.UUID;
import java.util.function.Consumer;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.cabildo.commitment.CommitmentDraft;
import org.cabildo.commitment.Commitments;
import org.cabildo.commitment.Commitments.Whole;
import org.cabildo.commitment.MilestoneDraft;
import org.cabildo.commitment.Relevance;
import org.cabildo.identity.Role;
import org.cabildo.kernel.Period;
import org.cabildo.kernel.Refused;
import org.cabildo.kernel.Unknown;
import org.cabildo.pillar.Pillars;
import org.cabildo.plan.Framework;
import org.cabildo.plan.PlanDraft;
import org.cabildo.plan.PlanId;
import org.cabildo.plan.Plans;
import org.cabildo.planfile.PlanReading.Problem;
import org.cabildo.tenancy.TenantScope;
import org.cabildo.testing.AsTenant;
import org.cabildo.testing.FreshTenants;
import org.cabildo.testing.Promises;
import org.cabildo.testing.RoomTest;
import org.dhatim.fastexcel.Workbook;
import org.dhatim.fastexcel.Worksheet;
import org.junit.jupiter.api.Test;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.annotation.Autowired;

@RoomTest
class PlanFilesTest {

    private static final Logger LOG = LoggerFactory.getLogger(PlanFilesTest.class);
    private static final Period TWO_YEARS = Promises.TWO_YEARS;
    private static final List<List<String>> HELP = List.of(List.of("titulo", "Cómo se llama"));
    private static final List<String> PIECES = List.of(
            "=1+1",
            "'hola",
            "- uno\n- dos",
            "«ñandú» & <b>",
            "a;b,c\td",
            "\"comillas\"",
            "+56 2",
            "@x",
            "ÁÉÍ óú",
            "🌳",
            "''");

    @Autowired
    PlanFiles files;

    @Autowired
    Plans plans;

    @Autowired
    Commitments commitments;

    @Autowired
    Pillars pillars;

    @Autowired
    FreshTenants fresh;

    @Test
    @AsTenant("renca")
    void whatIsTakenOutAsAWorkbookComesBackInAsAnEqualPlan() {
        comesBackEqual(plan -> files.workbook(plan, false, "Ayuda", HELP));
    }

    @Test
    @AsTenant("renca")
    void whatIsTakenOutAsATableComesBackInAsAnEqualPlan() {
        comesBackEqual(plan -> files.table(plan));
    }

    private interface TakenOut {
        byte[] of(PlanId plan);
    }

    private void comesBackEqual(TakenOut out) {
        long seed = Long.getLong("cabildo.seed", System.nanoTime());
        LOG.info("Plans are drawn with the seed {}; -Dcabildo.seed={} draws them again", seed, seed);
        var lot = new Random(seed);
        var plan = plan("De ida");
        var said = drawn(lot);
        commitments.draft(plan, said);
        var back = plan("De vuelta");

        var reading = files.read(back, out.of(plan));

        assertThat(reading.problems()).isEmpty();
        assertThat(reading.commitments()).isEqualTo(said);
        assertThat(files.take(back, reading)).isEqualTo(said.size());
        assertThat(all(back)).isEqualTo(all(plan)).isEqualTo(said);
    }

    @Test
    @AsTenant("renca")
    void theTemplateIsReadAndHoldsNothingYet() {
        var plan = plan("Plan");

        refused(() -> files.read(plan, files.workbook(plan, true, "Ayuda", HELP)), "planfile.empty");
    }

    @Test
    @AsTenant("renca")
    void eachProblemIsToldWithItsSheetAndCellAndNothingIsTaken() throws Exception {
        var plan = plan("Plan");
        var file = workbook(
                commitments -> rows(
                        commitments,
                        List.of("numero", "Título", "lidera", "inicio", "termino", "pilares", "responsable"),
                        List.of("1", "Ab", "Nadie", "31-02-2026", "31-12-2026", "Inexistente", "x".repeat(251)),
                        List.of("1", "Otra vez", "", "", "", "", ""),
                        List.of("uno", "Sin número", "", "", "", "", ""),
                        List.of("3", "Fuera del plan", "", "2024-01-01", "31/12/2026", "", ""),
                        List.of("4", "Al revés", "", "31-12-2026", "01-01-2026", "", ""),
                        List.of("5", "al REVES", "", "", "", "", ""),
                        List.of("6", "Sin término", "", "01-01-2026", "", "", ""),
                        List.of("7", "Todo el 2026", "", "01-01-2026", "31-12-2026", "", "")),
                milestones -> rows(
                        milestones,
                        List.of("numero", "hito", "hito_entregable", "hito_inicio", "hito_termino", "hito_peso"),
                        List.of("9", "Huérfano", "Acta", "01-01-2026", "31-01-2026", ""),
                        List.of("7", "", "", "", "31-01-2026", "0"),
                        List.of("7", "Pasado de año", "Acta", "01-01-2026", "31-01-2027", "mucho")));

        var reading = files.read(plan, file);

        assertThat(reading.problems())
                .extracting(one ->
                        one.sheet().charAt(0) + one.cell() + " " + one.refusal().code())
                .containsExactly(
                        "CB2 commitment.title",
                        "CC2 planfile.lead.none",
                        "CD2 planfile.day",
                        "CF2 planfile.pillar.unknown",
                        "CG2 commitment.text.long",
                        "CA3 planfile.number.twice",
                        "CA4 planfile.number",
                        "CD5 commitment.period.plan",
                        "CE6 period.backwards",
                        "CB7 planfile.title.there",
                        "CE8 planfile.day.missing",
                        "HA2 planfile.number.unknown",
                        "HB3 milestone.activity",
                        "HC3 milestone.deliverable",
                        "HD3 planfile.day.missing",
                        "HF3 milestone.weight",
                        "HD4 milestone.period",
                        "HF4 planfile.weight");
        refused(() -> files.take(plan, reading), "planfile.problems");
        assertThat(commitments.of(plan)).isEmpty();
    }

    @Test
    @AsTenant("renca")
    void aTableSaysACommitmentOnceAndItsMilestonesBelow() {
        var plan = plan("Plan");
        var table = """
                numero,titulo,inicio,termino,hito,hito_entregable,hito_inicio,hito_termino
                1,Abrir el presupuesto,2026-01-01,2026-12-31,Publicar,Planilla,01/01/2026,30/06/2026
                1,,,,Explicar,Taller,01/07/2026,31/12/2026

                2,Sin hitos,,,,,,
                """;

        var reading = files.read(plan, table.getBytes(StandardCharsets.ISO_8859_1));

        assertThat(reading.problems()).isEmpty();
        assertThat(reading.commitments())
                .extracting(one -> one.said().title(), one -> one.milestones().size())
                .containsExactly(tuple("Abrir el presupuesto", 2), tuple("Sin hitos", 0));
        assertThat(reading.milestones()).isEqualTo(2);
    }

    @Test
    @AsTenant("renca")
    void aTableThatContradictsItselfIsToldWhere() {
        var table = """
                numero;titulo;hito;hito_entregable;hito_inicio;hito_termino
                1;Uno;Hito;Acta;01-01-2026;02-01-2026
                1;Otro;=CMD();Acta;01-01-2026;02-01-2026
                """;

        assertThat(files.read(plan("Plan"), table.getBytes(StandardCharsets.UTF_8))
                        .problems())
                .extracting(Problem::cell, one -> one.refusal().code())
                .containsExactly(tuple("B3", "planfile.repeated"), tuple("C3", "planfile.formula"));
    }

    @Test
    @AsTenant("renca")
    void fortyProblemsAreAllTold() throws Exception {
        var bad = new ArrayList<List<String>>();
        bad.add(List.of("numero", "titulo"));
        for (int i = 1; i <= 40; i++) {
            bad.add(List.of(Integer.toString(i), "x"));
        }
        var file = workbook(
                sheet -> rows(sheet, bad),
                sheet -> rows(sheet, List.of("numero", "hito", "hito_entregable", "hito_inicio", "hito_termino")));

        assertThat(files.read(plan("Plan"), file).problems()).hasSize(40);
    }

    @Test
    @AsTenant("renca")
    void whatIsNoPlainFileOfAPlanIsRefusedInASentence() throws Exception {
        var plan = plan("Plan");
        var computed = workbook(
                sheet -> {
                    rows(sheet, List.of("numero", "titulo"));
                    sheet.value(1, 0, 1);
                    sheet.formula(1, 1, "CONCATENATE(\"Abrir\",\" todo\")");
                },
                PlanFilesTest::noMilestones);

        assertThat(files.read(plan, computed).problems())
                .extracting(Problem::cell, one -> one.refusal().code())
                .containsExactly(tuple("B2", "planfile.formula"));
        refused(() -> files.read(plan, zip("xl/workbook.xml", "xl/vbaProject.bin")), "planfile.macros");
        refused(() -> files.read(plan, zip("word/document.xml")), "planfile.unreadable");
        refused(() -> files.read(plan, zip("xl/workbook.xml")), "planfile.unreadable");
        refused(() -> files.read(plan, bomb()), "planfile.bomb");
        refused(() -> files.read(plan, new byte[] {(byte) 0xD0, (byte) 0xCF, 0x11, (byte) 0xE0, 0, 0}), "planfile.xls");
        refused(() -> files.read(plan, new byte[] {1, 2, 3, 4, 5}), "planfile.unreadable");
        refused(() -> files.read(plan, new byte[PlanFiles.MOST_BYTES + 1]), "planfile.large");
        refused(() -> files.read(plan, new byte[0]), "planfile.empty");
        refused(() -> files.read(plan, table("numero;titulo;color\n1;Uno;rojo\n")), "planfile.title.unknown");
        refused(() -> files.read(plan, table("numero;titulo;titulo\n1;Uno;Dos\n")), "planfile.title.twice");
        refused(() -> files.read(plan, table("numero;problema\n1;Uno\n")), "planfile.title.missing");
        refused(
                () -> files.read(
                        plan, table("numero;titulo;hito;hito_entregable;hito_inicio;hito_termino\n1;\"Uno;;;;\n")),
                "planfile.quotes");
        refused(() -> files.read(plan, workbookOf("Otra")), "planfile.sheet");
        refused(
                () -> files.read(
                        plan,
                        table("numero;titulo;hito;hito_entregable;hito_inicio;hito_termino\n"
                                + "1;Uno;;;;\n".repeat(FileRows.MOST_ROWS + 1))),
                "planfile.rows");
    }

    @Test
    @AsTenant("renca")
    void aMillionEmptyRowsAreNoRows() throws Exception {
        var file = workbook(
                sheet -> {
                    rows(sheet, List.of("numero", "titulo"), List.of("1", "Abrir el presupuesto"));
                    for (int row = 2;
                            row < 200_000;
                            row++) { // the library keeps them all; a spreadsheet's own are like them
                        sheet.value(row, 0, "");
                    }
                    sheet.value(1_000_000, 0, 2);
                    sheet.value(1_000_000, 1, "La última");
                },
                PlanFilesTest::noMilestones);

        var reading = files.read(plan("Plan"), file);

        assertThat(reading.problems()).isEmpty();
        assertThat(reading.commitments())
                .extracting(one -> one.said().title())
                .containsExactly("Abrir el presupuesto", "La última");
    }

    @Test
    @AsTenant("renca")
    void whatBecameWrongSinceItWasReadIsRefusedWholly() {
        var plan = plan("Plan");
        var other = plan("Otro");
        commitments.draft(other, drawn(new Random(7)));
        var reading = files.read(plan, files.table(other));
        var last = reading.commitments().getLast().said();
        commitments.draft(plan, last);

        refused(() -> files.take(plan, reading), "planfile.title.there");
        assertThat(commitments.of(plan)).hasSize(1);

        var seen = plans.require(plan);
        commitments.delete(commitments.of(plan).getFirst().id());
        plans.change(
                plan,
                seen.version(),
                new PlanDraft(
                        "Plan",
                        Framework.OGP_LOCAL,
                        new Period(LocalDate.of(2026, 12, 1), LocalDate.of(2026, 12, 2)),
                        "",
                        "",
                        false));

        refused(() -> files.take(plan, reading), "commitment.period.plan");
        assertThat(commitments.of(plan)).isEmpty();
    }

    @Test
    @AsTenant(value = "renca", role = Role.READER)
    void whoeverOnlyReadsTakesOutAndBringsNothingIn() {
        var nobodys = new PlanId(UUID.randomUUID());

        assertThatThrownBy(() -> files.table(nobodys)).isInstanceOf(Unknown.class);
        refused(() -> files.read(nobodys, table("numero\n")), "identity.role");
        refused(() -> files.take(nobodys, new PlanReading(List.of(), List.of())), "identity.role");
    }

    @Test
    void anothersPlanIsUnknownAndNobodyHasNone() {
        var renca = fresh.municipality("renca");
        var maipu = fresh.municipality("maipu");
        var plan = TenantScope.in(renca, () -> fresh.officer(renca, Role.EDITOR).act(() -> plan("Plan")));
        var empty = new PlanReading(List.of(), List.of());

        TenantScope.in(
                maipu,
                () -> fresh.officer(maipu, Role.ADMINISTRATOR).act(() -> {
                    assertThatThrownBy(() -> files.read(plan, table("numero\n")))
                            .isInstanceOf(Unknown.class);
                    assertThatThrownBy(() -> files.take(plan, empty)).isInstanceOf(Unknown.class);
                    assertThatThrownBy(() -> files.table(plan)).isInstanceOf(Unknown.class);
                    assertThatThrownBy(() -> files.workbook(plan, true, "Ayuda", HELP))
                            .isInstanceOf(Unknown.class);
                    return true;
                }));
        assertThatThrownBy(() -> files.table(plan)).isInstanceOf(RuntimeException.class);
        assertThatThrownBy(() -> files.read(plan, table("numero\n"))).isInstanceOf(RuntimeException.class);
    }

    @Test
    void aMemberThatLeadsIsFoundByItsName() {
        var renca = fresh.municipality("Renca");
        var maipu = fresh.municipality("Maipú");
        var both = fresh.consortium("ambas", renca, maipu);
        var table = table("""
                numero;titulo;lidera;hito;hito_entregable;hito_inicio;hito_termino
                1;Plantar;MAIPU;;;;
                2;Regar;Otra;;;;
                """);

        TenantScope.in(
                both,
                () -> fresh.officerFor(both, renca, Role.EDITOR).act(() -> {
                    var plan = plan("Plan compartido");
                    assertThat(files.read(plan, table).problems())
                            .extracting(Problem::cell, one -> one.refusal().code())
                            .containsExactly(tuple("C3", "planfile.lead.unknown"));
                    var one = files.read(
                            plan,
                            table(
                                    "numero;titulo;lidera;hito;hito_entregable;hito_inicio;hito_termino\n1;Plantar;MAIPU;;;;\n"));
                    assertThat(one.commitments().getFirst().said().lead())
                            .isEqualTo(new CommitmentDraft.Lead(maipu.value(), "Maipú"));
                    return true;
                }));
    }

    private PlanId plan(String title) {
        return plans.draft(new PlanDraft(title, Framework.OGP_LOCAL, TWO_YEARS, "", "", false));
    }

    private List<Whole> all(PlanId plan) {
        return commitments.of(plan).stream()
                .map(one -> new Whole(
                        one.said(),
                        one.milestones().stream().map(each -> each.said()).toList()))
                .toList();
    }

    /** Commitments as people might write them, and worse. */
    private List<Whole> drawn(Random lot) {
        var standsOn = pillars.all().stream().map(line -> line.id().value()).toList();
        var drawn = new ArrayList<Whole>();
        for (int i = 0; i < 8; i++) {
            var whole = new Period(
                    LocalDate.of(2026, 1, 1), LocalDate.of(2027, 12, 31).minusDays(lot.nextInt(100)));
            var period = i % 4 == 3 ? null : whole;
            var milestones = new ArrayList<MilestoneDraft>();
            for (int m = lot.nextInt(4); m > 0; m--) {
                milestones.add(new MilestoneDraft(
                        "Hito " + m + text(lot),
                        "Acta " + text(lot),
                        text(lot),
                        new Period(
                                LocalDate.of(2026, 2, 1),
                                LocalDate.of(2026, 3, 1).plusDays(lot.nextInt(300))),
                        1 + lot.nextInt(100)));
            }
            var chosen = new ArrayList<>(standsOn);
            Collections.shuffle(chosen, lot);
            drawn.add(new Whole(
                    new CommitmentDraft(
                            "Compromiso " + i + " " + text(lot),
                            text(lot),
                            text(lot),
                            text(lot),
                            text(lot),
                            period,
                            i % 3 == 0 ? List.of() : List.of(new Relevance("ATI", "Abre " + text(lot))),
                            standsOn.stream()
                                    .filter(chosen.subList(0, lot.nextInt(2) + 1)::contains)
                                    .toList(),
                            null),
                    milestones));
        }
        return drawn;
    }

    private static String text(Random lot) {
        var text = new StringBuilder();
        for (int i = lot.nextInt(4); i > 0; i--) {
            text.append(PIECES.get(lot.nextInt(PIECES.size())));
        }
        return text.toString();
    }

    private static byte[] table(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }

    private static byte[] workbook(Consumer<Worksheet> commitments, Consumer<Worksheet> milestones) throws IOException {
        var bytes = new ByteArrayOutputStream();
        try (var workbook = new Workbook(bytes, "Prueba", "1.0")) {
            commitments.accept(workbook.newWorksheet("COMPROMISOS"));
            milestones.accept(workbook.newWorksheet("hitos"));
        }
        return bytes.toByteArray();
    }

    private static byte[] workbookOf(String sheet) throws IOException {
        var bytes = new ByteArrayOutputStream();
        try (var workbook = new Workbook(bytes, "Prueba", "1.0")) {
            workbook.newWorksheet(sheet).value(0, 0, "numero");
        }
        return bytes.toByteArray();
    }

    private static void noMilestones(Worksheet sheet) {
        rows(sheet, List.of("numero", "hito", "hito_entregable", "hito_inicio", "hito_termino"));
    }

    private static void rows(Worksheet sheet, List<?>... rows) {
        rows(
                sheet,
                Arrays.stream(rows)
                        .map(row -> row.stream().map(Object::toString).toList())
                        .toList());
    }

    private static void rows(Worksheet sheet, List<List<String>> rows) {
        for (int row = 0; row < rows.size(); row++) {
            for (int place = 0; place < rows.get(row).size(); place++) {
                sheet.value(row, place, rows.get(row).get(place));
            }
        }
    }

    private static byte[] zip(String... parts) throws IOException {
        var bytes = new ByteArrayOutputStream();
        try (var zip = new ZipOutputStream(bytes)) {
            for (var part : parts) {
                zip.putNextEntry(new ZipEntry(part));
                zip.write("<x/>".getBytes(StandardCharsets.UTF_8));
            }
        }
        return bytes.toByteArray();
    }

    private static byte[] bomb() throws IOException {
        var bytes = new ByteArrayOutputStream();
        try (var zip = new ZipOutputStream(bytes)) {
            zip.putNextEntry(new ZipEntry("xl/worksheets/sheet1.xml"));
            var nothing = new byte[1 << 20];
            for (int i = 0; i < 61; i++) {
                zip.write(nothing);
            }
        }
        return bytes.toByteArray();
    }

    private static void refused(ThrowingCallable work, String code) {
        assertThatThrownBy(work)
                .isInstanceOfSatisfying(
                        Refused.class, refused -> assertThat(refused.code()).startsWith(code));
    }
}
