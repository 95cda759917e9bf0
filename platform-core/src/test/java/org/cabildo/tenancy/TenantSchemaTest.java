package org.cabildo.tenancy;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import liquibase.changelog.ChangeLogParameters;
import liquibase.changelog.ChangeSet;
import liquibase.parser.ChangeLogParserFactory;
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

    /** Read without a database: one that is offline would leave its log behind, on disk and in Liquibase. */
    private static List<ChangeSet> changesets() throws Exception {
        var resources = new ClassLoaderResourceAccessor(TenantSchema.class.getClassLoader());
        return ChangeLogParserFactory.getInstance()
                .getParser(TenantSchema.CHANGELOG, resources)
                .parse(TenantSchema.CHANGELOG, new ChangeLogParameters(), resources)
                .getChangeSets();
    }
}
