package org.cabildo.file.storage;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.springframework.dao.DataAccessResourceFailureException;

/** Against a real server that speaks S3. */
class S3StorageTest extends StorageTest {

    private static S3Server server;
    private static S3Storage storage;

    @BeforeAll
    static void start() throws IOException {
        server = S3Server.start();
        storage = server.storage(S3Server.SECRET_KEY);
    }

    @AfterAll
    static void stop() throws IOException {
        storage.close();
        server.close();
    }

    @Override
    Storage storage() {
        return storage;
    }

    @Test
    void liesUnderItsTenantInTheBucket() throws IOException {
        keep(renca, "Acta");

        assertThat(Files.readString(server.bucket().resolve(new Place(renca, "ab".repeat(32)).path())))
                .isEqualTo("Acta");
    }

    @Test
    void aLargeFileComesBackWhole() throws IOException {
        var large = new byte[20 << 20];
        new java.util.Random(7).nextBytes(large);
        var place = new Place(renca, "ef".repeat(32));

        storage.keep(place, Files.write(folder.resolve("large"), large));

        try (var content = storage.open(place)) {
            assertThat(content.readAllBytes()).isEqualTo(large);
        }
    }

    @Test
    void aWrongKeyIsSaidAndLetsNobodyIn() throws IOException {
        keep(renca, "Acta");
        try (var stranger = server.storage("otra-clave")) {
            assertThatThrownBy(() -> stranger.open(new Place(renca, "ab".repeat(32))))
                    .isInstanceOf(DataAccessResourceFailureException.class);
        }
    }

    @Test
    void aServerThatIsAwayIsSaid() throws IOException {
        try (var other = S3Server.start();
                var away = other.storage(S3Server.SECRET_KEY)) {
            other.kill();

            assertThatThrownBy(() -> away.open(new Place(renca, "ab".repeat(32))))
                    .isInstanceOf(DataAccessResourceFailureException.class);
        }
    }
}
