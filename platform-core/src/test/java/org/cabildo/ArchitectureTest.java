package org.cabildo;

import static com.tngtech.archunit.base.DescribedPredicate.describe;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.assignableTo;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAnyPackage;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.type;
import static com.tngtech.archunit.lang.conditions.ArchPredicates.are;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noMethods;
import static org.assertj.core.api.Assertions.assertThat;

import com.google.errorprone.annotations.CompileTimeConstant;
import com.tngtech.archunit.base.DescribedPredicate;
import com.tngtech.archunit.core.domain.JavaAnnotation;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.domain.JavaMethodCall;
import com.tngtech.archunit.core.domain.JavaModifier;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption.DoNotIncludeTests;
import jakarta.persistence.Entity;
import jakarta.persistence.Table;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.PreparedStatement;
import java.sql.Statement;
import java.time.Clock;
import java.util.List;
import org.cabildo.kernel.Ids;
import org.cabildo.tenancy.OnboardingStep;
import org.cabildo.tenancy.Sql;
import org.junit.jupiter.api.Test;
import org.springframework.data.repository.Repository;
import org.springframework.modulith.ApplicationModule;
import org.springframework.modulith.core.ApplicationModules;
import org.springframework.modulith.docs.Documenter;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/** What the compiler cannot see of how the house holds together. */
class ArchitectureTest {

    private static final String[] ROOMS = {
        "appearance",
        "begun",
        "benchmarking",
        "calendar",
        "comment",
        "commitment",
        "consortium",
        "copying",
        "file",
        "host",
        "identity",
        "kernel",
        "ledger",
        "mail",
        "notice",
        "onboarding",
        "operation",
        "pillar",
        "plan",
        "planfile",
        "tenancy"
    };
    private static final JavaClasses HOUSE = new ClassFileImporter()
            .withImportOption(new DoNotIncludeTests())
            .withImportOption(place -> !place.contains("/org/cabildo/dev/"))
            .importPackages("org.cabildo");
    private static final ApplicationModules MODULES =
            ApplicationModules.of("org.cabildo", resideInAnyPackage("org.cabildo.dev..", "org.cabildo.testing.."));

    private static final DescribedPredicate<JavaClass> TENANCY = resideInAnyPackage("org.cabildo.tenancy");
    private static final DescribedPredicate<JavaClass> ONBOARDING_STEPS = assignableTo(OnboardingStep.class);

    @Test
    void roomsUseEachOtherAsTheyDeclareAndNeverInACircle() {
        MODULES.verify();
        assertThat(MODULES.stream().map(room -> room.getIdentifier().toString()))
                .containsExactlyInAnyOrder(ROOMS);
    }

    /** A package-info among the tests hides the room's own, and with it all that the room declares. */
    @Test
    void everyRoomDeclaresWhatItUsesAndNoTestHidesIt() throws Exception {
        for (var room : ROOMS) {
            var declared =
                    Class.forName("org.cabildo." + room + ".package-info").getAnnotation(ApplicationModule.class);

            assertThat(declared).as(room).isNotNull();
            assertThat(declared.allowedDependencies()).as(room).doesNotContain(ApplicationModule.OPEN_TOKEN);
        }
    }

    @Test
    void theHouseIsDrawn() throws Exception {
        var drawn = Path.of("target", "spring-modulith-docs");

        Files.deleteIfExists(drawn.resolve("components.puml"));
        new Documenter(MODULES).writeDocumentation();

        assertThat(Files.readString(drawn.resolve("components.puml"))).containsIgnoringCase("commitment");
        for (var room : ROOMS) {
            assertThat(drawn.resolve("module-" + room + ".adoc")).isRegularFile();
        }
    }

    @Test
    void entitiesAndTheirCollectionsStayInTheirRoom() {
        classes()
                .that()
                .areAnnotatedWith(Entity.class)
                .should()
                .bePackagePrivate()
                .check(HOUSE);
        classes()
                .that()
                .areAssignableTo(Repository.class)
                .should()
                .bePackagePrivate()
                .check(HOUSE);
    }

    @Test
    void noEntityNamesASchema() {
        noClasses()
                .that()
                .areAnnotatedWith(Entity.class)
                .should()
                .beAnnotatedWith(describe("@Table with a schema or a catalog", ArchitectureTest::namesASchema))
                .check(HOUSE);
    }

    @Test
    void sqlIsSaidThroughOneDoorAndItsTextIsConstant() {
        noClasses()
                .that()
                .doNotBelongToAnyOf(Sql.class)
                .should()
                .callMethodWhere(target("any JdbcClient.sql", "org.springframework.jdbc.core.simple.JdbcClient", "sql"))
                .check(HOUSE);
        assertThat(HOUSE.get(Sql.class).getMethods().stream()
                        .filter(door -> !door.getModifiers().contains(JavaModifier.PRIVATE))
                        .flatMap(door -> door.getParameters().stream())
                        .filter(parameter -> parameter.getRawType().isEquivalentTo(String.class)))
                .isNotEmpty()
                .allMatch(text -> text.isAnnotatedWith(CompileTimeConstant.class));
    }

    @Test
    void outsideTheFenceNobodyGetsAConnectionOrWritesAQueryForHibernate() {
        noClasses()
                .that(are(DescribedPredicate.not(TENANCY)))
                .should()
                .dependOnClassesThat(resideInAnyPackage(
                                "javax.sql..",
                                "org.postgresql..",
                                "org.hibernate..",
                                "org.springframework.orm..",
                                "org.springframework.jdbc.core",
                                "org.springframework.jdbc.datasource..")
                        .or(type(Statement.class))
                        .or(type(DriverManager.class))
                        .or(assignableTo("jakarta.persistence.EntityManager"))
                        .or(assignableTo("jakarta.persistence.EntityManagerFactory"))
                        .or(assignableTo("jakarta.persistence.Query"))
                        .or(assignableTo("org.springframework.data.jpa.repository.NativeQuery"))
                        .or(assignableTo("org.springframework.data.jpa.repository.Query")))
                .check(HOUSE);
    }

    @Test
    void plainConnectionsAreForOnboardingStepsOnly() {
        noClasses()
                .that(are(DescribedPredicate.not(TENANCY)))
                .and(are(DescribedPredicate.not(ONBOARDING_STEPS)))
                .should()
                .dependOnClassesThat(type(Connection.class).or(type(PreparedStatement.class)))
                .check(HOUSE);
        noClasses()
                .that(are(ONBOARDING_STEPS))
                .should()
                .callMethodWhere(
                        target("createStatement: values are bound", Connection.class.getName(), "createStatement"))
                .check(HOUSE);
    }

    @Test
    void noActHasATransactionWithinItsTransaction() {
        var another = describe("@Transactional of its own propagation", ArchitectureTest::isAnotherTransaction);
        noClasses().should().beAnnotatedWith(another).check(HOUSE);
        noMethods().should().beAnnotatedWith(another).check(HOUSE);
        noClasses()
                .should()
                .callMethodWhere(describe(
                        "the propagation is set", call -> call.getName().startsWith("setPropagation")))
                .orShould()
                .accessField(Propagation.class, "REQUIRES_NEW")
                .check(HOUSE);
    }

    @Test
    void noRoomKnowsAView() {
        noClasses()
                .should()
                .dependOnClassesThat(resideInAnyPackage(
                        "com.vaadin..",
                        "jakarta.servlet..",
                        "gg.jte..",
                        "org.springframework.web..",
                        "org.cabildo.admin..",
                        "org.cabildo.portal.."))
                .check(HOUSE);
    }

    @Test
    void nobodyAsksForTheTimeWithoutAClock() {
        noClasses()
                .that()
                .doNotBelongToAnyOf(Ids.class) // an id shows roughly when it was made, and nobody relies on it
                .should()
                .callMethodWhere(describe("the machine is asked for the time", ArchitectureTest::asksTheMachine))
                .orShould()
                .callConstructor(java.util.Date.class)
                .check(HOUSE);
        noClasses()
                .that()
                .haveNameNotMatching("org\\.cabildo\\.tenancy\\.TenancyConfiguration") // gives everybody the clock
                .should()
                .callMethodWhere(describe(
                        "a clock is made",
                        call -> call.getTargetOwner().isEquivalentTo(Clock.class)
                                && call.getName().startsWith("system")))
                .check(HOUSE);
    }

    private static boolean asksTheMachine(JavaMethodCall call) {
        return (call.getTargetOwner().getPackageName().startsWith("java.time")
                        && call.getName().equals("now")
                        && call.getTarget().getRawParameterTypes().stream()
                                .noneMatch(is -> is.isEquivalentTo(Clock.class)))
                || (call.getTargetOwner().isEquivalentTo(System.class)
                        && call.getName().equals("currentTimeMillis"));
    }

    private static boolean namesASchema(JavaAnnotation<?> annotation) {
        var said = annotation.getProperties();
        return annotation.getRawType().isEquivalentTo(Table.class)
                && !List.of(said.getOrDefault("schema", ""), said.getOrDefault("catalog", ""))
                        .equals(List.of("", ""));
    }

    private static boolean isAnotherTransaction(JavaAnnotation<?> annotation) {
        return annotation.getRawType().isEquivalentTo(Transactional.class)
                && !annotation.as(Transactional.class).propagation().equals(Propagation.REQUIRED);
    }

    private static DescribedPredicate<JavaMethodCall> target(String what, String owner, String method) {
        return describe(
                what,
                call -> call.getName().equals(method) && call.getTargetOwner().isAssignableTo(owner));
    }
}
