package org.cabildo.tenancy;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import liquibase.Liquibase;
import liquibase.changelog.ChangeSet;
import liquibase.database.OfflineConnection;
import liquibase.database.core.PostgresDatabase;
import liquibase.resource.ClassLoaderResourceAccessor;
import org.junit.jupiter.api.Test;

class TenantSchemaTest {

    @Test
    void itsVersionIsTheNumberOfChangesetsLiquibaseSees() throws Exception {
        assertThat(TenantSchema.VERSION).isEqualTo(changesets().size());
    }

    @Test
    void everyChangesetRunsOnceInATransactionWhateverTheContext() throws Exception {
        for (var changeset : changesets()) {
            assertThat(changeset.isRunInTransaction()).as(changeset.toString()).isTrue();
            assertThat(changeset.isAlwaysRun() || changeset.isRunOnChange())
                    .as(changeset.toString())
                    .isFalse();
            assertThat(changeset.getContextFilter().isEmpty())
                    .as(changeset.toString())
                    .isTrue();
        }
    }

    private static List<ChangeSet> changesets() throws Exception {
        var resources = new ClassLoaderResourceAccessor(TenantSchema.class.getClassLoader());
        var database = new PostgresDatabase();
        database.setConnection(new OfflineConnection("offline:postgresql", resources));
        try (var liquibase = new Liquibase(TenantSchema.CHANGELOG, resources, database)) {
            return liquibase.getDatabaseChangeLog().getChangeSets();
        }
    }
}
