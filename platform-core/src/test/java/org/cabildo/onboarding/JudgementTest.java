package org.cabildo.onboarding;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.cabildo.kernel.Refused;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class JudgementTest {

    @Test
    void findsTheGovernmentAndFillsInTheDefaults() {
        var line = only(Sample.judge("13128;Ana@Renca.CL"));

        assertThat(line.isSound()).isTrue();
        assertThat(line.government()).contains(Sample.RENCA);
        assertThat(line.administrator()).isEqualTo("ana@renca.cl");
        assertThat(line.slug()).isEqualTo("renca");
        assertThat(line.host()).isEmpty();
        assertThat(line.template()).isEqualTo("ogp");
    }

    @Test
    void takesWhatIsAskedFor() {
        var line = only(Sample.judge("13128;ana@renca.cl;renca-abierta;Abierto.Renca.CL;ACHM"));

        assertThat(line.problems()).isEmpty();
        assertThat(line.slug()).isEqualTo("renca-abierta");
        assertThat(line.host()).contains("abierto.renca.cl");
        assertThat(line.template()).isEqualTo("achm");
    }

    @Test
    void repairsALostLeadingZeroAndSaysSo() {
        var preview = Sample.judge("1101;ana@iquique.cl\n1;luis@tarapaca.cl");

        assertThat(preview.lines()).allMatch(Line::isSound);
        assertThat(preview.lines()).extracting(Line::code).containsExactly("01101", "01");
        assertThat(preview.lines().getFirst().notes())
                .containsExactly(Note.of("onboarding.note.zero", "1101", "01101"));
        assertThat(preview.lines().getLast().government()).contains(Sample.TARAPACA);
    }

    @ParameterizedTest
    @ValueSource(strings = {"99999", "Renca", "131", "1312", "013128", "13 128", "13.128", "0"})
    void refusesACodeNobodyHas(String code) {
        assertThat(only(Sample.judge(code + ";ana@renca.cl")).problems())
                .containsExactly(Problem.of("onboarding.code.unknown", code));
    }

    @Test
    void refusesALineWithoutACodeOrAnAdministrator() {
        assertThat(problems(";ana@renca.cl")).containsExactly("onboarding.code.missing");
        assertThat(problems("13128; ")).containsExactly("onboarding.administrator.missing");
    }

    @Test
    void tellsWhoAnswersForAntartica() {
        assertThat(only(Sample.judge("12202;ana@antartica.cl")).problems())
                .containsExactly(Problem.of(
                        "onboarding.code.administered", "12202", "12201", "Municipalidad de Cabo de Hornos"));
    }

    @Test
    void refusesTheSecondLineWithACodeAndNamesTheFirst() {
        var preview = Sample.judge("1101;ana@iquique.cl\n13128;ana@renca.cl\n01101;otra@iquique.cl");

        assertThat(preview.lines()).extracting(Line::isSound).containsExactly(true, true, false);
        assertThat(preview.lines().getLast().problems())
                .containsExactly(Problem.of("onboarding.code.duplicate", "01101", 1));
    }

    @Test
    void refusesWhatIsOnboardedOrOrderedAlready() {
        var taken = new Taken(Set.of("13128"), Set.of("13119"), Set.of("renca", "maipu"), Set.of());

        var preview = Sample.judge("13128;ana@renca.cl\n13119;luis@maipu.cl", taken, false);

        assertThat(preview.lines())
                .flatExtracting(Line::problems)
                .containsExactly(
                        Problem.of("onboarding.code.onboarded", "13128", "Municipalidad de Renca"),
                        Problem.of("onboarding.code.waiting", "13119", "Municipalidad de Maipú"));
    }

    @Test
    void takesInventedGovernmentsOnlyWhenTheyAreWanted() {
        var csv = "99101;ana@ejemplo.invalid";

        assertThat(problems(csv)).containsExactly("onboarding.code.fictional");
        assertThat(only(Sample.judge(csv, Taken.NOTHING, true)).isSound()).isTrue();
    }

    @ParameterizedTest
    @ValueSource(strings = {"ana", "ana@", "@renca.cl ", "ana@renca", "ana renca@x.cl", "a@b@c.cl", "a,b@renca.cl"})
    void refusesWhatIsNoAddress(String email) {
        assertThat(problems("13128;\"" + email + "\"")).singleElement().isIn("identity.address", "onboarding.formula");
    }

    @Test
    void refusesASlugThatIsMisshapenReservedTakenOrSomebodyElses() {
        assertThat(problems("13128;ana@renca.cl;Renca Abierta")).containsExactly("slug.shape");
        assertThat(problems("13128;ana@renca.cl;admin")).containsExactly("slug.reserved");
        assertThat(only(Sample.judge("13128;ana@renca.cl;maipu")).problems())
                .containsExactly(Problem.of("onboarding.slug.belongs", "maipu", "Municipalidad de Maipú"));
        assertThat(only(Sample.judge("13128;ana@renca.cl;abierta", Sample.slugs("abierta"), false))
                        .problems())
                .containsExactly(Problem.of("onboarding.slug.taken", "abierta"));
    }

    @Test
    void refusesADefaultAddressThatIsTaken() {
        assertThat(only(Sample.judge("13128;ana@renca.cl", Sample.slugs("renca"), false))
                        .problems())
                .containsExactly(Problem.of("onboarding.slug.taken", "renca"));
    }

    @Test
    void refusesAnAddressAskedForTwice() {
        var preview = Sample.judge("13128;ana@renca.cl;abierta\n13119;luis@maipu.cl;abierta");

        assertThat(preview.lines().getLast().problems())
                .containsExactly(Problem.of("onboarding.slug.duplicate", "abierta", 1));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "https://renca.cl",
                "renca.cl/abierto",
                "renca.cl:8080",
                "renca",
                "10.0.0.1",
                "ren ca.cl",
                "renca..cl",
                "xn--\u00e9.cl",
                "renca.localhost",
                "renca.-cl"
            })
    void refusesWhatIsNoHost(String host) {
        assertThat(problems("13128;ana@renca.cl;;" + host)).containsExactly("onboarding.host.shape");
    }

    @Test
    void refusesAHostThatIsTakenOrAskedForTwice() {
        var taken = new Taken(Set.of(), Set.of(), Set.of(), Set.of("abierto.renca.cl"));

        assertThat(only(Sample.judge("13128;ana@renca.cl;;abierto.renca.cl", taken, false))
                        .problems())
                .containsExactly(Problem.of("onboarding.host.taken", "abierto.renca.cl"));
        assertThat(Sample.judge("13128;ana@renca.cl;;a.cl\n13119;luis@maipu.cl;;A.CL")
                        .lines()
                        .getLast()
                        .problems())
                .containsExactly(Problem.of("onboarding.host.duplicate", "a.cl", 1));
    }

    @Test
    void writesAHostWithAccentsTheWayBrowsersSendIt() {
        assertThat(only(Sample.judge("13128;ana@renca.cl;;ñuñoa.cl")).host()).isEqualTo(Optional.of("xn--uoa-6mab.cl"));
    }

    @Test
    void refusesATemplateNobodyKnows() {
        assertThat(only(Sample.judge("13128;ana@renca.cl;;;propia")).problems())
                .containsExactly(Problem.of("onboarding.template.unknown", "propia", String.join(", ", Templates.ALL)));
    }

    @Test
    void saysEveryProblemOfALineAtOnce() {
        assertThat(problems("99999;ana;T;renca;propia"))
                .containsExactly(
                        "onboarding.code.unknown",
                        "identity.address",
                        "slug.shape",
                        "onboarding.host.shape",
                        "onboarding.template.unknown");
    }

    @Test
    void judgesNoCellTwiceThatReadingFoundFaultWith() {
        assertThat(problems("=1+1;ana@renca.cl")).containsExactly("onboarding.formula");
        assertThat(problems("13128")).containsExactly("onboarding.columns.few");
    }

    @Test
    void judgesTenThousandLines() {
        var csv = IntStream.range(0, OnboardingList.MOST_LINES)
                .mapToObj(i -> "13128;ana%d@renca.cl".formatted(i))
                .collect(Collectors.joining("\n"));

        var preview = Sample.judge(csv);

        assertThat(preview.lines()).hasSize(10_000);
        assertThat(preview.sound()).hasSize(1);
        assertThat(preview.lines().getLast().problems())
                .containsExactly(Problem.of("onboarding.code.duplicate", "13128", 1));
    }

    @Test
    void onlyLinesWithoutProblemsCanBeChosen() {
        var preview = Sample.judge("13128;ana@renca.cl\n99999;luis@maipu.cl");

        assertThat(preview.chosen(List.of(1))).extracting(Line::code).containsExactly("13128");
        assertThatThrownBy(() -> preview.chosen(List.of(1, 2)))
                .isInstanceOfSatisfying(Refused.class, r -> assertThat(r.code()).isEqualTo("onboarding.order.problem"));
        assertThatThrownBy(() -> preview.chosen(List.of()))
                .isInstanceOfSatisfying(Refused.class, r -> assertThat(r.code()).isEqualTo("onboarding.order.nothing"));
    }

    private static Line only(Preview preview) {
        assertThat(preview.lines()).hasSize(1);
        return preview.lines().getFirst();
    }

    private static List<String> problems(String csv) {
        return only(Sample.judge(csv)).problems().stream().map(Problem::code).toList();
    }
}
