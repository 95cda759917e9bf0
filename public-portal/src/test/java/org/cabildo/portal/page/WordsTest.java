package org.cabildo.portal.page;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.cabildo.commitment.published.Status;
import org.cabildo.file.published.FileKind;
import org.cabildo.ledger.Act;
import org.cabildo.plan.Fact;
import org.cabildo.plan.Framework;
import org.cabildo.plan.PlanStage;
import org.cabildo.plan.PlanStep;
import org.cabildo.plan.published.ApprovalAct;
import org.cabildo.plan.published.Endorsement;
import org.cabildo.plan.published.MonitoringBody;
import org.cabildo.plan.published.VisionPart;
import org.cabildo.portal.door.Language;
import org.cabildo.tenancy.TenantKind;
import org.junit.jupiter.api.Test;

class WordsTest {

    private static final Pattern PLACE = Pattern.compile("\\{\\d}");
    private static final Pattern USED = Pattern.compile("words\\.(?:get|named|before)\\(\"([a-zA-Z.]+[a-zA-Z])\"");
    private static final Pattern COUNTED = Pattern.compile("words\\.count\\(\"([a-zA-Z.]+)\"");
    private final Map<String, String> spanish = Words.read("messages_es.properties");
    private final Map<String, String> english = Words.read("messages_en.properties");

    @Test
    void englishSaysEverythingSpanishSays() {
        assertThat(english.keySet()).isEqualTo(spanish.keySet());
        assertThat(english.values()).noneMatch(String::isBlank);
        spanish.forEach((key, text) ->
                assertThat(places(english.getOrDefault(key, ""))).as(key).isEqualTo(places(text)));
    }

    @Test
    void whatAnArgumentSaysIsNeverTakenForAPlace() {
        assertThat(Words.of(Language.SPANISH).get("period", "{1} {x} {", "{0}")).isEqualTo("{1} {x} { al {0}");
    }

    @Test
    void spanishGivesTheNamesOfInstitutionsTheirArticle() {
        var words = Words.of(Language.SPANISH);

        assertThat(words.before("ledger.behalf", "Municipalidad de Renca")).isEqualTo("En nombre de la");
        assertThat(words.before("ledger.behalf", "Gobierno Regional del Maule")).isEqualTo("En nombre del");
        assertThat(words.before("ledger.behalf", "Santiago y Renca")).isEqualTo("En nombre de");
        assertThat(words.before("home.consortium.part", "Consorcio del Maule")).isEqualTo("Participa en el");
        assertThat(words.named("plan.own", "Municipalidad de Renca"))
                .isEqualTo("Lo que lidera la Municipalidad de Renca");
        assertThat(words.named("plan.own", "Gobierno Regional de {0}"))
                .isEqualTo("Lo que lidera el Gobierno Regional de {0}");
        assertThat(words.named("failure.home", "Gobierno Regional del Maule"))
                .isEqualTo("Ir al inicio del Gobierno Regional del Maule");
        assertThat(Words.of(Language.ENGLISH).before("ledger.behalf", "Municipalidad de Renca"))
                .isEqualTo("On behalf of");
    }

    private static List<String> places(String text) {
        return PLACE.matcher(text)
                .results()
                .map(place -> place.group())
                .sorted()
                .distinct()
                .toList();
    }

    @Test
    void everyWordATemplateSaysExists() throws IOException {
        for (var template : templates()) {
            var text = Files.readString(template);
            USED.matcher(text)
                    .results()
                    .forEach(use -> assertThat(spanish).as(template.toString()).containsKey(use.group(1)));
            COUNTED.matcher(text)
                    .results()
                    .forEach(use -> assertThat(spanish)
                            .as(template.toString())
                            .containsKeys(use.group(1) + ".one", use.group(1) + ".many"));
        }
    }

    @Test
    void everyMemberOfAClosedSetHasAWord() {
        assertThat(spanish)
                .containsKeys(named("status.", Status.values()))
                .containsKeys(named("kind.", TenantKind.values()))
                .containsKeys(named("framework.", Framework.values()))
                .containsKeys(named("ledger.act.", Act.values()))
                .containsKeys(named("stage.", PlanStage.values()))
                .containsKeys(named("step.", PlanStep.values()))
                .containsKeys(named("vision.", VisionPart.values()))
                .containsKeys(named("amendment.field.vision.", VisionPart.values()))
                .containsKeys(named("act.", ApprovalAct.ActKind.values()))
                .containsKeys(named("body.", MonitoringBody.BodyKind.values()))
                .containsKeys(named("sector.", Endorsement.Sector.values()))
                .containsKeys(named("fact.", Fact.Kind.values()))
                .containsKeys(named("file.kind.", FileKind.values()));
    }

    private static String[] named(String begin, Enum<?>[] set) {
        return Arrays.stream(set).map(member -> begin + member.name()).toArray(String[]::new);
    }

    @Test
    void noTemplateWritesWhatWasNotMadeHarmless() throws IOException {
        for (var template : templates()) {
            assertThat(Files.readString(template))
                    .as(template.toString())
                    .doesNotContain("$unsafe", "<script", " style=", " on");
        }
    }

    @Test
    void writesDatesAndNumbersAsTheCountryDoes() {
        var words = Words.of(Language.SPANISH);

        assertThat(words.date(LocalDate.of(2026, 3, 9))).isEqualTo("09-03-2026");
        assertThat(words.month(LocalDate.of(2026, 3, 1))).isEqualTo("marzo de 2026");
        assertThat(Words.of(Language.ENGLISH).date(LocalDate.of(2026, 3, 9))).isEqualTo("9 Mar 2026");
        assertThat(words.number(12_345)).isEqualTo("12.345");
        assertThat(words.size(999)).isEqualTo("999\u00a0bytes");
        assertThat(words.size(123_456)).isEqualTo("121\u00a0KB");
        assertThat(words.size(1_234_567)).isEqualTo("1,2\u00a0MB");
        assertThat(words.count("plan.commitments", 1_234)).isEqualTo("1.234 compromisos");
        assertThat(Words.of(Language.ENGLISH).number(12_345)).isEqualTo("12,345");
    }

    private static List<Path> templates() throws IOException {
        try (Stream<Path> files = Files.walk(Path.of("src/main/jte"))) {
            return files.filter(file -> file.toString().endsWith(".jte")).toList();
        }
    }
}
