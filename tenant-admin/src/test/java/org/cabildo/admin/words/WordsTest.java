package org.cabildo.admin.words;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.text.MessageFormat;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.ResourceBundle;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.cabildo.admin.plain.PlainPage;
import org.cabildo.appearance.published.Section;
import org.cabildo.benchmarking.Indicator;
import org.cabildo.calendar.PndrClass;
import org.cabildo.commitment.published.Status;
import org.cabildo.consortium.published.DecisionRule;
import org.cabildo.consortium.published.MemberRight;
import org.cabildo.consortium.published.MemberState;
import org.cabildo.file.published.FileKind;
import org.cabildo.identity.Role;
import org.cabildo.kernel.Refused;
import org.cabildo.ledger.Act;
import org.cabildo.notice.Severity;
import org.cabildo.onboarding.OrderLine;
import org.cabildo.onboarding.Stage;
import org.cabildo.onboarding.Standing;
import org.cabildo.onboarding.Templates;
import org.cabildo.operation.Finding;
import org.cabildo.operation.Order;
import org.cabildo.plan.Fact;
import org.cabildo.plan.Framework;
import org.cabildo.plan.PlanStage;
import org.cabildo.plan.PlanStep;
import org.cabildo.plan.PreparationItem;
import org.cabildo.plan.published.ApprovalAct.ActKind;
import org.cabildo.plan.published.Endorsement.Sector;
import org.cabildo.plan.published.MonitoringBody.BodyKind;
import org.cabildo.plan.published.VisionPart;
import org.cabildo.tenancy.FailureCause;
import org.cabildo.tenancy.Heartbeat;
import org.cabildo.tenancy.TenantKind;
import org.junit.jupiter.api.Test;

class WordsTest {

    private static final Path VIEWS = Path.of("src/main/java");
    private static final Path MESSAGES = Path.of("src/main/resources/org/cabildo/admin");
    private static final Pattern KEY = Pattern.compile("[a-zA-Z][\\w.-]*");
    private static final Path ROOMS = Path.of("../platform-core/src/main/java");
    private static final Pattern SAID = Pattern.compile(
            "Words\\s*\\.(?:of|in)\\(\\s*(?:locale, |language, |about\\.getLocale\\(\\), )?\"([a-z_A-Z.]+[a-z_A-Z])\"");
    private static final Pattern NAMED = Pattern.compile(
            "(?:label|icon|item|section|choice|column|number|items)\\([^\"\\n]*\"([a-z_]+\\.[a-z_.]+)\"");
    private static final Pattern REFUSES = Pattern.compile("new Refused\\(|Texts\\.|Problem\\.of|Note\\.of|new Gap");
    private static final Pattern DOTTED = Pattern.compile("\"([a-z]+(?:\\.[a-z]+)+)\"");
    private static final Set<String> NO_CODES = Set.of("content.xml"); // a part of an office file
    private static final Pattern CODE = Pattern.compile(
            "(?:new Refused|Problem\\.of|Note\\.of|new Gap|missing)\\(\\s*(?:gaps, title, [a-z.()]+, )?(?:\"\"|title|[a-z.()]+title\\(\\))?,?\\s*\"([a-z]+(?:\\.[a-z]+)*)\"");

    @Test
    void aHalfIsRoundedUp() {
        assertThat(Words.in(Words.SPANISH, "percent", 6.25)).startsWith("6,3");
        assertThat(Words.in(Words.SPANISH, "percent", 55.75)).startsWith("55,8");
        assertThat(Words.in(Words.SPANISH, "percent", 7.5471)).startsWith("7,5");
    }

    @Test
    void bothLanguagesSayTheSame() {
        assertThat(keys(Locale.ENGLISH)).isEqualTo(keys(Locale.of("es")));
    }

    @Test
    void everyLineIsAKeyThatIsSaidOnce() {
        for (var language : List.of("es", "en")) {
            var keys = text(MESSAGES.resolve("messages_%s.properties".formatted(language)))
                    .lines()
                    .filter(line -> !line.isBlank() && !line.startsWith("#"))
                    .map(line -> line.substring(0, Math.max(0, line.indexOf('='))))
                    .toList();

            assertThat(keys)
                    .doesNotHaveDuplicates()
                    .allMatch(key -> KEY.matcher(key).matches());
        }
    }

    @Test
    void inEnglishTheBackOfficeAndHomeAreCalledByOneNameEach() {
        var others = Pattern.compile("(?i)home page|(?<!back )(?<!an )\\boffices?\\b(?! file)");

        assertThat(text(MESSAGES.resolve("messages_en.properties"))
                        .lines()
                        .map(line -> line.replaceFirst("^[^=]*=", "")))
                .filteredOn(said -> others.matcher(said).find())
                .isEmpty();
    }

    @Test
    void everyWordAViewAsksForIsThere() {
        assertThat(keys(Locale.of("es"))).containsAll(found(VIEWS, SAID)).containsAll(found(VIEWS, NAMED));
    }

    @Test
    void everyRefusalOfARoomIsTranslated() {
        var codes = found(ROOMS, CODE);
        codes.addAll(found(VIEWS, CODE));
        codes.addAll(codesWhereverTheyStand());
        Arrays.stream(Role.values())
                .forEach(role -> codes.add("identity.role." + role.name().toLowerCase(Locale.ROOT)));
        Arrays.stream(MemberState.values())
                .forEach(state -> codes.add("consortium.step." + state.name().toLowerCase(Locale.ROOT)));

        assertThat(codes).hasSizeGreaterThan(70);
        assertThat(keys(Locale.of("es")))
                .containsAll(codes.stream().map("refused."::concat).toList());
        codes.addAll(found(VIEWS, DOTTED));
        assertThat(keys(Locale.of("es")).stream().filter(key -> key.startsWith("refused.")))
                .as("what is translated is also said by somebody")
                .isSubsetOf(codes.stream().map("refused."::concat).toList());
    }

    /** Whatever is written like a code in a file that refuses is one: handed to a refusal, kept in a constant, or chosen. */
    private static Set<String> codesWhereverTheyStand() {
        return texts(ROOMS)
                .filter(text -> REFUSES.matcher(text).find())
                .flatMap(text -> DOTTED.matcher(text).results().map(found -> found.group(1)))
                .filter(code -> !NO_CODES.contains(code))
                .collect(Collectors.toCollection(TreeSet::new));
    }

    @Test
    void everyWordOfAClosedSetIsThere() {
        var sets = Stream.<Enum<?>[]>of(
                TenantKind.values(),
                Role.values(),
                PndrClass.values(),
                Standing.State.values(),
                Order.Kind.values(),
                Order.Outcome.values(),
                FailureCause.values(),
                Finding.Part.values(),
                Finding.Condition.values(),
                Finding.Advice.values(),
                Heartbeat.Kind.values(),
                Stage.values(),
                Severity.values(),
                OrderLine.State.values(),
                Framework.values(),
                Act.values(),
                Status.values(),
                MemberState.values(),
                MemberRight.values(),
                DecisionRule.values(),
                PlanStage.values(),
                PlanStep.values(),
                VisionPart.values(),
                ActKind.values(),
                BodyKind.values(),
                Sector.values(),
                Fact.Kind.values(),
                Fact.Precision.values(),
                FileKind.values(),
                Indicator.values(),
                Indicator.Unit.values(),
                Indicator.Direction.values(),
                PreparationItem.Kind.values(),
                Section.values());

        assertThat(keys(Locale.of("es")))
                .containsAll(sets.flatMap(Arrays::stream)
                        .map(one -> one.getDeclaringClass().getSimpleName() + "." + one.name())
                        .toList())
                .containsAll(Templates.ALL.stream().map("template."::concat).toList())
                .containsAll(Arrays.stream(Role.values())
                        .map(role -> "people.role." + role.name())
                        .toList())
                .containsAll(Arrays.stream(Indicator.values())
                        .map("Indicator.%s.formula"::formatted)
                        .toList())
                .containsAll(Arrays.stream(VisionPart.values())
                        .map("vision.hint.%s"::formatted)
                        .toList())
                .containsAll(Arrays.stream(VisionPart.values())
                        .map("amendment.field.vision.%s"::formatted)
                        .toList())
                .containsAll(List.of("ogp.ATI", "ogp.CP", "ogp.PA", "ogp.TEC"))
                .containsAll(Arrays.stream(PlainPage.values())
                        .map(page -> "page." + page.name().toLowerCase(Locale.ROOT) + ".text")
                        .toList());
    }

    @Test
    void everyPatternCanBeFilled() {
        for (var language : List.of(Locale.of("es"), Locale.ENGLISH)) {
            var bundle = bundle(language);
            for (var key : bundle.keySet()) {
                var pattern = bundle.getString(key);
                assertThat(new MessageFormat(pattern, language).toPattern())
                        .as(key)
                        .isNotNull();
                assertThat(pattern.replace("''", ""))
                        .as("a lone apostrophe in " + key)
                        .doesNotContain("'");
            }
        }
    }

    @Test
    void aRefusalIsSaidInThePersonsLanguageAndADayAsPeopleWriteIt() {
        var refusal = new Refused("period.backwards", "It must end on or after …", LocalDate.of(2026, 3, 1), "x");

        assertThat(Words.of(refusal)).isEqualTo("Debe terminar el 01-03-2026 o después.");
        assertThat(Words.of(new Refused("nobody.translated.this", "The sentence itself.")))
                .isEqualTo("The sentence itself.");
    }

    @Test
    void anInstitutionHasItsArticleInSpanishAndNoMarkIsLeft() {
        assertThat(Words.of("behalf", "Edición", "Municipalidad de Puerto Ejemplo"))
                .isEqualTo("Edición, en nombre de la Municipalidad de Puerto Ejemplo");
        assertThat(Words.of("membership.leave.of", "Consorcio de Ejemplo"))
                .isEqualTo("Retirarse del Consorcio de Ejemplo");
        assertThat(Words.of("talk.private", "Gobierno Regional del Maule"))
                .startsWith("Solo la leen quienes trabajan en el Gobierno Regional del Maule.");
        assertThat(Words.in(Locale.ENGLISH, "behalf", "Editor", "Municipalidad de Puerto Ejemplo"))
                .isEqualTo("Editor, on behalf of Municipalidad de Puerto Ejemplo");
        assertThat(bundle(Locale.ENGLISH).keySet())
                .noneMatch(key -> bundle(Locale.ENGLISH).getString(key).contains("(la)"));
        var spanish = bundle(Locale.of("es"));
        assertThat(spanish.keySet())
                .allMatch(key -> !spanish.getString(key)
                        .replaceAll("\\([lL]a\\) \\{\\d}", "")
                        .matches(".*\\([lL]a\\).*"));
    }

    private static Set<String> found(Path folder, Pattern pattern) {
        return texts(folder)
                .flatMap(text -> pattern.matcher(text).results().map(found -> found.group(1)))
                .collect(Collectors.toCollection(TreeSet::new));
    }

    private static Stream<String> texts(Path folder) {
        try (var files = Files.walk(folder)) {
            return files.filter(file -> file.toString().endsWith(".java")).map(WordsTest::text).toList().stream();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static String text(Path file) {
        try {
            return Files.readString(file);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static Set<String> keys(Locale language) {
        return new TreeSet<>(bundle(language).keySet());
    }

    private static ResourceBundle bundle(Locale language) {
        return ResourceBundle.getBundle(
                "org.cabildo.admin.messages",
                language,
                ResourceBundle.Control.getNoFallbackControl(ResourceBundle.Control.FORMAT_PROPERTIES));
    }
}
