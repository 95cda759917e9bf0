package org.cabildo.planfile;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;
import static org.cabildo.planfile.Sheets.bomb;
import static org.cabildo.planfile.Sheets.refused;
import static org.cabildo.planfile.Sheets.rows;
import static org.cabildo.planfile.Sheets.table;
import static org.cabildo.planfile.Sheets.workbook;
import static org.cabildo.planfile.Sheets.workbookOf;
import static org.cabildo.planfile.Sheets.zip;

import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import org.cabildo.commitment.Commitments;
import org.cabildo.plan.Framework;
import org.cabildo.plan.PlanDraft;
import org.cabildo.plan.PlanId;
import org.cabildo.plan.Plans;
import org.cabildo.planfile.PlanReading.Problem;
import org.cabildo.testing.AsTenant;
import org.cabildo.testing.Promises;
import org.cabildo.testing.RoomTest;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

@RoomTest
class BadFilesTest {

    @Autowired
    PlanFiles files;

    @Autowired
    Plans plans;

    @Autowired
    Commitments commitments;

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
                Sheets::noMilestones);

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
                Sheets::noMilestones);

        var reading = files.read(plan("Plan"), file);

        assertThat(reading.problems()).isEmpty();
        assertThat(reading.commitments())
                .extracting(one -> one.said().title())
                .containsExactly("Abrir el presupuesto", "La última");
    }

    @Test
    @AsTenant("renca")
    void numbersThatAreNoneOfAPlanFillNoMemoryAndAreToldLikeOthers() throws Exception {
        var file = workbook(
                sheet -> {
                    rows(sheet, List.of("numero", "titulo", "inicio", "termino"));
                    sheet.value(1, 0, new BigDecimal("1E+999999999"));
                    sheet.value(1, 1, "Abrir el presupuesto");
                    sheet.value(2, 0, 2);
                    sheet.value(2, 1, "Abrir las plazas");
                    sheet.value(2, 2, -5);
                    sheet.value(2, 3, 9_999_999);
                },
                Sheets::noMilestones);

        assertThat(files.read(plan("Plan"), file).problems())
                .extracting(Problem::cell, one -> one.refusal().code())
                .containsExactly(
                        tuple("A2", "planfile.number"), tuple("C3", "planfile.day"), tuple("D3", "planfile.day"));
    }

    @Test
    @AsTenant("renca")
    void asManyProblemsAsAFileCanHaveAreToldAtOnce() {
        var row = "0;x;31-02-2026;nunca;x;;ayer;hoy;mucho\n";
        var file = table("numero;titulo;inicio;termino;hito;hito_entregable;hito_inicio;hito_termino;hito_peso\n"
                + row.repeat(FileRows.MOST_ROWS));

        assertThat(files.read(plan("Plan"), file).problems()).hasSize(FileRows.MOST_ROWS * 6);
    }

    private PlanId plan(String title) {
        return plans.draft(new PlanDraft(title, Framework.OGP_LOCAL, Promises.TWO_YEARS, "", "", false));
    }
}
