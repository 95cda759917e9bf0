package org.cabildo.onboarding;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.tuple;

import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.cabildo.kernel.Refused;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class OnboardingListTest {

    @Test
    void readsCodeAndAdministratorWithoutAHeader() {
        var entries = read("13128;ana@renca.cl\n13119;luis@maipu.cl\n");

        assertThat(entries)
                .extracting(
                        Entry::number, e -> e.wanted().code(), e -> e.wanted().administrator(), Entry::text)
                .containsExactly(
                        tuple(1, "13128", "ana@renca.cl", "13128;ana@renca.cl"),
                        tuple(2, "13119", "luis@maipu.cl", "13119;luis@maipu.cl"));
    }

    @Test
    void readsAllColumnsInTheOrderTheyHaveWithoutAHeader() {
        var entry =
                read("13128;ana@renca.cl;renca-abierta;abierto.renca.cl;achm").getFirst();

        assertThat(entry.wanted())
                .isEqualTo(new Wanted("13128", "ana@renca.cl", "renca-abierta", "abierto.renca.cl", "achm"));
        assertThat(entry.problems()).isEmpty();
        assertThat(entry.notes()).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "codigo;correo_administrador\n13128;ana@renca.cl",
                "Código;Correo Administrador\n13128;ana@renca.cl",
                "CÓDIGO;CORREO-ADMINISTRADOR\n13128;ana@renca.cl",
                "correo_administrador;codigo\nana@renca.cl;13128",
                "correo_administrador,plantilla,codigo\nana@renca.cl,,13128",
                "\"codigo\";\"correo_administrador\"\n\"13128\";\"ana@renca.cl\"",
                "codigo;correo_administrador;;\n13128;ana@renca.cl;;",
                "sep=;\ncodigo;correo_administrador\n13128;ana@renca.cl",
                "\n\ncodigo;correo_administrador\r\n\r\n13128;ana@renca.cl\r\n\r\n",
                "codigo;correo_administrador\r13128;ana@renca.cl\r",
                "13128,ana@renca.cl",
                "13128\tana@renca.cl",
                "Código\tCorreo\n13128\tana@renca.cl\t\n\t\n",
                "sep=\t\n13128\tana@renca.cl",
                "13128;ana@renca.cl;;;\n;;;;\n"
            })
    void readsTheSameLineHoweverItIsWritten(String file) {
        var entries = read(file);

        assertThat(entries).singleElement().satisfies(entry -> {
            assertThat(entry.wanted()).isEqualTo(Wanted.of("13128", "ana@renca.cl", ""));
            assertThat(entry.problems()).isEmpty();
        });
    }

    @ParameterizedTest
    @ValueSource(strings = {"UTF-8", "ISO-8859-1"})
    void readsAccentsInBothEncodings(String charset) {
        var file = "Código;correo_administrador\n13128;peñalolén@renca.cl".getBytes(Charset.forName(charset));

        var entries = OnboardingList.read(file);

        assertThat(entries).singleElement().satisfies(entry -> {
            assertThat(entry.number()).isEqualTo(2);
            assertThat(entry.wanted().administrator()).isEqualTo("peñalolén@renca.cl");
        });
    }

    @Test
    void leavesOutTheByteOrderMark() {
        var entries = read("\uFEFFcodigo;correo_administrador\n13128;ana@renca.cl");

        assertThat(entries)
                .singleElement()
                .satisfies(e -> assertThat(e.wanted().code()).isEqualTo("13128"));
    }

    @Test
    void keepsTheNumberOfTheLineInTheFile() {
        var entries = read("codigo;correo_administrador\r\n\r\n13128;ana@renca.cl\r\n;;\r\n13119;luis@maipu.cl");

        assertThat(entries).extracting(Entry::number).containsExactly(3, 5);
    }

    @Test
    void readsSeparatorsAndQuotesWithinQuotes() {
        var entry = read("13128,ana@renca.cl,\"a,b\",\"di\"\"jo\"").getFirst();

        assertThat(entry.wanted().slug()).isEqualTo("a,b");
        assertThat(entry.wanted().host()).isEqualTo("di\"jo");
    }

    @Test
    void aLineOfTheListMayBeSeparatedInItsOwnWay() {
        var entries = read("13128;ana@renca.cl\n13119\tluis@maipu.cl\n13101,eva@santiago.cl");

        assertThat(entries)
                .extracting(e -> e.wanted().code(), e -> e.wanted().administrator())
                .containsExactly(
                        tuple("13128", "ana@renca.cl"),
                        tuple("13119", "luis@maipu.cl"),
                        tuple("13101", "eva@santiago.cl"));
    }

    @Test
    void saysThatSpacesWereRemoved() {
        var entry = read(" 13128 ;\u00A0ana@renca.cl").getFirst();

        assertThat(entry.wanted().code()).isEqualTo("13128");
        assertThat(entry.wanted().administrator()).isEqualTo("ana@renca.cl");
        assertThat(entry.notes()).containsExactly(Note.of("onboarding.note.spaces"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"=1+1", "+56912345678", "-1", "@SUM(A1)", "\t13128", "\"\r13128\"", " =HYPERLINK(1)"})
    void refusesACellThatBeginsLikeAFormula(String cell) {
        var entries = read(cell + ";ana@renca.cl\n13119;luis@maipu.cl");

        assertThat(entries.getFirst().problems()).extracting(Problem::code).containsExactly("onboarding.formula");
        assertThat(entries.getFirst().spoiled()).containsExactly(Column.CODE);
        assertThat(entries.getLast().problems()).isEmpty();
    }

    @Test
    void saysWhichCellLooksLikeAFormula() {
        var entry = read("13128;ana@renca.cl;=cmd|' /C calc'!A0").getFirst();

        assertThat(entry.problems()).containsExactly(Problem.of("onboarding.formula", "slug", "=cmd|' /C calc'!A0"));
    }

    @Test
    void saysThatColumnsAreMissing() {
        assertThat(read("13128").getFirst().problems()).containsExactly(Problem.of("onboarding.columns.few", 2, 1));
        assertThat(read("slug;codigo;correo_administrador\nrenca;13128")
                        .getFirst()
                        .problems())
                .containsExactly(Problem.of("onboarding.columns.few", 3, 2));
    }

    @Test
    void saysThatThereAreTooManyColumns() {
        assertThat(read("13128;a@renca.cl;renca;a.renca.cl;ogp;más").getFirst().problems())
                .containsExactly(Problem.of("onboarding.columns.many", 5, 6));
        assertThat(read("codigo;correo_administrador\n13128;a@renca.cl;renca")
                        .getFirst()
                        .problems())
                .containsExactly(Problem.of("onboarding.columns.many", 2, 3));
    }

    @ParameterizedTest
    @ValueSource(strings = {"13128;\"ana@renca.cl", "13128;\"ana\"x@renca.cl"})
    void aForgottenQuoteSpoilsOneLineOnly(String line) {
        var entries = read(line + "\n13119;luis@maipu.cl");

        assertThat(entries).hasSize(2);
        assertThat(entries.getFirst().problems()).extracting(Problem::code).containsExactly("onboarding.quotes");
        assertThat(entries.getFirst().text()).isEqualTo(line);
        assertThat(entries.getLast().problems()).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"", "   ", "\n\r\n\n", "\uFEFF", ";;;\n;;;", "codigo;correo_administrador", "sep=;", "sep=;\n\n"
            })
    void refusesAFileWithoutLines(String file) {
        assertRefused(file.getBytes(StandardCharsets.UTF_8), "onboarding.file.empty");
    }

    @Test
    void refusesABinaryFile() {
        assertRefused(new byte[] {'%', 'P', 'D', 'F', 0, 1, 2, (byte) 0xFF}, "onboarding.file.binary");
        assertRefused("13128;ana@renca.cl".getBytes(StandardCharsets.UTF_16), "onboarding.file.binary");
    }

    @Test
    void refusesAWorkbookAndSaysWhatToDo() {
        assertRefused(new byte[] {'P', 'K', 3, 4, 20, 0}, "onboarding.file.workbook");
        assertRefused(
                new byte[] {(byte) 0xD0, (byte) 0xCF, 0x11, (byte) 0xE0, (byte) 0xA1}, "onboarding.file.workbook");
    }

    @Test
    void refusesAFileThatIsTooBig() {
        assertRefused(new byte[ListFile.MOST_BYTES + 1], "onboarding.file.large");
    }

    @Test
    void readsTenThousandLinesAndNotOneMore() {
        var lines = IntStream.range(0, OnboardingList.MOST_LINES)
                .mapToObj(i -> "%05d;ana%d@municipio.cl".formatted(i, i))
                .collect(Collectors.joining("\r\n", "codigo;correo_administrador\r\n", "\r\n"));

        assertThat(read(lines)).hasSize(10_000);
        assertRefused((lines + "13128;ana@renca.cl").getBytes(StandardCharsets.UTF_8), "onboarding.file.lines");
    }

    @Test
    void refusesAHeaderItDoesNotUnderstand() {
        assertRefused(
                "codigo;alcalde;correo_administrador\n".getBytes(StandardCharsets.UTF_8), "onboarding.header.unknown");
        assertRefused("codigo;slug\n13128;renca".getBytes(StandardCharsets.UTF_8), "onboarding.header.missing");
        assertRefused("codigo;correo;Código\n".getBytes(StandardCharsets.UTF_8), "onboarding.header.twice");
    }

    private static List<Entry> read(String file) {
        return OnboardingList.read(file.getBytes(StandardCharsets.UTF_8));
    }

    private static void assertRefused(byte[] file, String code) {
        assertThatThrownBy(() -> OnboardingList.read(file))
                .isInstanceOfSatisfying(
                        Refused.class, refused -> assertThat(refused.code()).isEqualTo(code));
    }
}
