package org.cabildo.file.storage;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.springframework.dao.DataAccessResourceFailureException;

class DiskStorageTest extends StorageTest {

    @Override
    Storage storage() {
        return new DiskStorage(folder.resolve("files"));
    }

    @Test
    void nothingLiesHalfWrittenWhenTheContentCannotBeRead() throws IOException {
        assertThatThrownBy(() -> storage().keep(new Place(renca, "cd".repeat(32)), folder.resolve("nowhere")))
                .isInstanceOf(DataAccessResourceFailureException.class);

        assertThat(lyingAround()).isEmpty();
    }

    @Test
    void nothingButTheFileLiesThere() throws IOException {
        keep(renca, "Acta");

        assertThat(lyingAround()).containsExactly("ab".repeat(32));
    }

    @Test
    void aFolderThatCannotBeWrittenIsSaidAtOnce() throws IOException {
        Files.writeString(folder.resolve("files"), "a file stands in the way");

        assertThatThrownBy(() -> keep(renca, "Acta")).isInstanceOf(DataAccessResourceFailureException.class);
    }

    private List<String> lyingAround() throws IOException {
        try (var all = Files.walk(folder.resolve("files"))) {
            return all.filter(Files::isRegularFile)
                    .map(Path::getFileName)
                    .map(Path::toString)
                    .toList();
        }
    }
}
