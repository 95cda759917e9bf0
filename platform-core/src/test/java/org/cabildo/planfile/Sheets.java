package org.cabildo.planfile;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import java.util.function.Consumer;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.cabildo.kernel.Refused;
import org.dhatim.fastexcel.Workbook;
import org.dhatim.fastexcel.Worksheet;

/** Files as people upload them, and what is said to those that are none. */
final class Sheets {

    private Sheets() {}

    static byte[] table(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }

    static byte[] workbook(Consumer<Worksheet> commitments, Consumer<Worksheet> milestones) throws IOException {
        var bytes = new ByteArrayOutputStream();
        try (var workbook = new Workbook(bytes, "Prueba", "1.0")) {
            commitments.accept(workbook.newWorksheet("COMPROMISOS"));
            milestones.accept(workbook.newWorksheet("hitos"));
        }
        return bytes.toByteArray();
    }

    /** A workbook without commitments, of which the plan and who endorses it say these rows. */
    static byte[] workbookWith(List<List<String>> plan, List<List<String>> endorsements) throws IOException {
        var bytes = new ByteArrayOutputStream();
        try (var workbook = new Workbook(bytes, "Prueba", "1.0")) {
            rows(workbook.newWorksheet("Compromisos"), List.of(List.of("numero", "titulo")));
            noMilestones(workbook.newWorksheet("Hitos"));
            rows(workbook.newWorksheet("plan"), plan);
            rows(workbook.newWorksheet("RESPALDOS"), endorsements);
        }
        return bytes.toByteArray();
    }

    static byte[] workbookOf(String sheet) throws IOException {
        var bytes = new ByteArrayOutputStream();
        try (var workbook = new Workbook(bytes, "Prueba", "1.0")) {
            workbook.newWorksheet(sheet).value(0, 0, "numero");
        }
        return bytes.toByteArray();
    }

    static void noMilestones(Worksheet sheet) {
        rows(sheet, List.of("numero", "hito", "hito_entregable", "hito_inicio", "hito_termino"));
    }

    static void rows(Worksheet sheet, List<?>... rows) {
        rows(
                sheet,
                Arrays.stream(rows)
                        .map(row -> row.stream().map(Object::toString).toList())
                        .toList());
    }

    static void rows(Worksheet sheet, List<List<String>> rows) {
        for (int row = 0; row < rows.size(); row++) {
            for (int place = 0; place < rows.get(row).size(); place++) {
                sheet.value(row, place, rows.get(row).get(place));
            }
        }
    }

    static byte[] zip(String... parts) throws IOException {
        var bytes = new ByteArrayOutputStream();
        try (var zip = new ZipOutputStream(bytes)) {
            for (var part : parts) {
                zip.putNextEntry(new ZipEntry(part));
                zip.write("<x/>".getBytes(StandardCharsets.UTF_8));
            }
        }
        return bytes.toByteArray();
    }

    static byte[] bomb() throws IOException {
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

    static void refused(ThrowingCallable work, String code) {
        assertThatThrownBy(work)
                .isInstanceOfSatisfying(
                        Refused.class, refused -> assertThat(refused.code()).startsWith(code));
    }
}
