package org.cabildo.portal;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.base.DescribedPredicate;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption.DoNotIncludeTests;
import org.junit.jupiter.api.Test;
import org.springframework.modulith.ApplicationModule;
import org.springframework.modulith.core.ApplicationModules;

class ArchitectureTest {

    private static final JavaClasses PORTAL =
            new ClassFileImporter().withImportOption(new DoNotIncludeTests()).importPackages("org.cabildo.portal");

    @Test
    void thePortalGoesThroughPublishedDoorsOnly() throws Exception {
        var declared = Class.forName("org.cabildo.portal.package-info"); // one among the tests would hide it
        assertThat(declared.getAnnotation(ApplicationModule.class)).isNotNull();
        var modules = ApplicationModules.of(
                "org.cabildo", JavaClass.Predicates.resideInAnyPackage("org.cabildo.dev..", "org.cabildo.testing.."));

        modules.verify();
        assertThat(modules.getModuleByName("portal")).isPresent();
    }

    @Test
    void noPageSaysSql() {
        noClasses()
                .should()
                .dependOnClassesThat(DescribedPredicate.describe(
                        "speak SQL",
                        type -> type.getName().equals("org.cabildo.tenancy.Sql")
                                || type.getName().equals("org.cabildo.tenancy.TenantOrders")
                                || type.getPackageName().startsWith("org.springframework.jdbc")
                                || type.getPackageName().startsWith("jakarta.persistence")))
                .check(PORTAL);
    }

    @Test
    void noPageKeepsASession() {
        noClasses()
                .should()
                .dependOnClassesThat()
                .haveNameMatching("jakarta\\.servlet\\.http\\.(HttpSession|Cookie)")
                .check(PORTAL);
    }
}
