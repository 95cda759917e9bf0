package org.cabildo.admin;

import static com.tngtech.archunit.base.DescribedPredicate.describe;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;

import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import com.vaadin.flow.component.dependency.CssImport;
import com.vaadin.flow.component.dependency.JsModule;
import com.vaadin.flow.component.dependency.NpmPackage;
import com.vaadin.flow.component.page.Push;
import com.vaadin.flow.router.Route;
import jakarta.annotation.security.PermitAll;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.springframework.modulith.core.ApplicationModules;

class ArchitectureTest {

    private static final JavaClasses OFFICE = new ClassFileImporter()
            .withImportOption(new ImportOption.DoNotIncludeTests())
            .importPackages("org.cabildo.admin");

    @Test
    void theOfficeSpeaksToRoomsThroughTheirDoors() {
        ApplicationModules.of(BackOffice.class).verify();
        noClasses()
                .should()
                .dependOnClassesThat(describe(
                        "are hidden in a room",
                        type -> type.getPackageName().startsWith("org.cabildo.")
                                && !type.getPackageName().startsWith("org.cabildo.admin")
                                && !type.getModifiers().contains(com.tngtech.archunit.core.domain.JavaModifier.PUBLIC)))
                .check(OFFICE);
    }

    @Test
    void thereIsNoSqlInTheOffice() {
        noClasses()
                .should()
                .dependOnClassesThat()
                .haveFullyQualifiedName("org.cabildo.tenancy.Sql")
                .orShould()
                .dependOnClassesThat()
                .resideInAnyPackage(
                        "org.springframework.jdbc..", "jakarta.persistence..", "javax.sql..", "org.hibernate..")
                .check(OFFICE);
    }

    @Test
    void nothingNeedsNodeOrAPushConnection() {
        for (var annotation : List.of(NpmPackage.class, JsModule.class, CssImport.class, Push.class)) {
            noClasses().should().beAnnotatedWith(annotation).check(OFFICE);
        }
        noClasses().should().beAnnotatedWith("com.vaadin.flow.theme.Theme").check(OFFICE); // deprecated, and needs Node
    }

    @Test
    void viewsAreHiddenAndAskForSignIn() {
        classes()
                .that()
                .areAnnotatedWith(Route.class)
                .should()
                .bePackagePrivate()
                .andShould()
                .beAnnotatedWith(PermitAll.class)
                .check(OFFICE);
    }
}
