package org.cabildo.file.storage;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import org.cabildo.kernel.Ids;
import org.cabildo.tenancy.TenantId;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.dao.DataAccessResourceFailureException;

/** What every storage must do. */
abstract class StorageTest {

    private static final String SHA = "ab".repeat(32);

    @TempDir
    Path folder;

    final TenantId renca = new TenantId(Ids.next());
    final TenantId maipu = new TenantId(Ids.next());

    abstract Storage storage();

    @Test
    void givesBackWhatWasKept() throws IOException {
        keep(renca, "Acta de Renca");

        assertThat(read(renca)).isEqualTo("Acta de Renca");
    }

    @Test
    void keepingTwiceDoesNoHarm() throws IOException {
        keep(renca, "Acta");
        keep(renca, "Acta");

        assertThat(read(renca)).isEqualTo("Acta");
    }

    @Test
    void equalNamesOfTwoTenantsAreTwoPlaces() throws IOException {
        keep(renca, "de Renca");
        assertThatThrownBy(() -> read(maipu)).isInstanceOf(DataAccessResourceFailureException.class);
        keep(maipu, "de Maipú");

        storage().forget(new Place(maipu, SHA));

        assertThat(read(renca)).isEqualTo("de Renca");
    }

    @Test
    void whatWasForgottenIsGoneAndMayBeForgottenAgain() throws IOException {
        keep(renca, "Acta");

        storage().forget(new Place(renca, SHA));
        storage().forget(new Place(renca, SHA));

        assertThatThrownBy(() -> read(renca)).isInstanceOf(DataAccessResourceFailureException.class);
    }

    final void keep(TenantId tenant, String text) throws IOException {
        storage().keep(new Place(tenant, SHA), Files.writeString(folder.resolve("content"), text));
    }

    final String read(TenantId tenant) throws IOException {
        try (var content = storage().open(new Place(tenant, SHA))) {
            return new String(content.readAllBytes(), StandardCharsets.UTF_8);
        }
    }
}
