package org.cabildo.worker;

import static com.tngtech.archunit.base.DescribedPredicate.describe;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAnyPackage;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.type;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;

import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.domain.JavaModifier;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption.DoNotIncludeTests;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.Statement;
import org.cabildo.tenancy.Sql;
import org.junit.jupiter.api.Test;
import org.springframework.modulith.core.ApplicationModules;

class ArchitectureTest {

    private static final JavaClasses WORKER =
            new ClassFileImporter().withImportOption(new DoNotIncludeTests()).importPackages("org.cabildo.worker");

    @Test
    void theWorkerSpeaksToRoomsThroughTheirDoors() {
        ApplicationModules.of(Worker.class).verify();
        noClasses()
                .should()
                .dependOnClassesThat(describe(
                        "are hidden in a room",
                        type -> type.getPackageName().startsWith("org.cabildo.")
                                && !type.getPackageName().startsWith("org.cabildo.worker")
                                && !type.getModifiers().contains(JavaModifier.PUBLIC)))
                .check(WORKER);
    }

    @Test
    void thereIsNoSqlInTheWorker() {
        noClasses()
                .should()
                .dependOnClassesThat(resideInAnyPackage(
                                "org.springframework.jdbc..",
                                "org.springframework.orm..",
                                "jakarta.persistence..",
                                "javax.sql..",
                                "org.hibernate..",
                                "org.postgresql..")
                        .or(type(Sql.class))
                        .or(type(Connection.class))
                        .or(type(Statement.class))
                        .or(type(PreparedStatement.class))
                        .or(type(ResultSet.class))
                        .or(type(DriverManager.class)))
                .check(WORKER);
    }

    @Test
    void theWorkerHasNoPages() {
        noClasses()
                .should()
                .dependOnClassesThat(resideInAnyPackage(
                        "com.vaadin..",
                        "jakarta.servlet..",
                        "gg.jte..",
                        "org.springframework.web..",
                        "org.cabildo.admin..",
                        "org.cabildo.portal.."))
                .check(WORKER);
    }
}
