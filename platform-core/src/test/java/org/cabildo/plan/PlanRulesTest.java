package org.cabildo.plan;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import java.util.TreeSet;
import java.util.regex.Pattern;
import org.cabildo.plan.PlanRule.Severity;
import org.cabildo.tenancy.TenantKind;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

class PlanRulesTest {

    private static final Pattern SAID =
            Pattern.compile("\"((?:plan|commitment|milestone)\\.[a-z.]+)\",\\s*(?:\"[A-Z]|List|\\n)");

    @Test
    void everyGapThatARoomFindsHasARuleAndEveryRuleItsGap() throws IOException {
        var said = new TreeSet<String>();
        for (var file : List.of("plan/Foundations", "plan/PlanChecklist", "commitment/CommitmentContent")) {
            var text = Files.readString(Path.of("src/main/java/org/cabildo", file + ".java"));
            SAID.matcher(text).results().forEach(found -> said.add(found.group(1)));
        }

        assertThat(said).hasSizeGreaterThan(15);
        assertThat(PlanRules.codes()).containsExactlyInAnyOrderElementsOf(said);
    }

    @ParameterizedTest
    @CsvSource({
        "plan.body.missing, OGP_LOCAL, OBLIGATORY, SUBMIT",
        "plan.body.missing, CONSORTIUM, WARNING, ",
        "plan.body.missing, OWN, , ",
        "plan.body.missing, OGP_NATIONAL, , ",
        "plan.term.beyond, OGP_LOCAL, OBLIGATORY, SUBMIT",
        "plan.term.beyond, CONSORTIUM, OBLIGATORY, SUBMIT",
        "plan.term.beyond, OWN, WARNING, ",
        "plan.term.beyond, OGP_NATIONAL, , ",
        "plan.term.short, OGP_LOCAL, WARNING, ",
        "plan.term.short, INTERNAL, , ",
        "commitment.milestones.none, INTERNAL, OBLIGATORY, APPROVE",
        "commitment.specific.description, OWN, WARNING, "
    })
    void aRuleBindsTheFrameworksItIsMeantFor(String code, Framework framework, Severity severity, PlanStep before) {
        var rule = PlanRules.find(framework, code);

        assertThat(rule.map(PlanRule::severity).orElse(null)).isEqualTo(severity);
        assertThat(rule.map(PlanRule::before).orElse(null)).isEqualTo(before);
    }

    @ParameterizedTest
    @EnumSource(Framework.class)
    void everyRuleSaysWhoWroteItAndOnlyWhatIsObligatoryForbids(Framework framework) {
        for (var code : PlanRules.codes()) {
            PlanRules.find(framework, code).ifPresent(rule -> {
                assertThat(rule.source()).as(code).isNotBlank();
                assertThat(rule.link()).as(code).matches("|https://.*");
                assertThat(rule.before() != null).as(code).isEqualTo(rule.severity() == Severity.OBLIGATORY);
            });
        }
    }

    @ParameterizedTest
    @EnumSource(Framework.class)
    void onlyPlansThatGoToOgpAreJudgedByItsPapers(Framework framework) {
        for (var code : PlanRules.codes()) {
            PlanRules.find(framework, code)
                    .filter(_ -> !framework.isOfOgp())
                    .ifPresent(rule -> assertThat(rule.source()).as(code).doesNotContain("OGP"));
        }
    }

    @ParameterizedTest
    @CsvSource({
        "MUNICIPALITY, 2021-11-16, 2024-12-06",
        "MUNICIPALITY, 2023-01-31, 2024-12-06",
        "MUNICIPALITY, 2024-12-05, 2024-12-06",
        "MUNICIPALITY, 2024-12-06, 2028-12-06",
        "REGIONAL_GOVERNMENT, 2025-11-13, 2029-01-06",
        "REGIONAL_GOVERNMENT, 2024-02-01, 2025-01-06",
        "MUNICIPALITY, 2010-01-01, ",
        "ASSOCIATION, 2026-01-01, "
    })
    void aTermIsFoundByTheDay(TenantKind kind, LocalDate day, LocalDate end) {
        assertThat(Terms.at(kind, day).map(Terms.Term::end).orElse(null)).isEqualTo(end);
    }
}
