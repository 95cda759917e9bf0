package org.cabildo.tenancy;

import static org.assertj.core.api.Assertions.assertThat;

import java.sql.SQLException;
import org.cabildo.testing.RoomTest;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

@RoomTest
class WarmConnectionsTest {

    @Autowired
    TenancySettings settings;

    @Autowired
    Provisioning provisioning;

    private WarmConnections connections;

    @BeforeEach
    void thereIsAPlatform() {
        provisioning.migratePlatform();
        connections = new WarmConnections(new ProvisioningSource(settings));
    }

    @Test
    void theNextOrderGetsTheConnectionOfTheLast() throws SQLException {
        assertThat(work()).isEqualTo(work());
    }

    @Test
    void aConnectionThatWasNotKeptIsClosed() throws SQLException {
        var first = work();
        int second;
        try (var warm = connections.take()) {
            second = pid(warm); // and nothing was worked
        }

        assertThat(second).isEqualTo(first);
        assertThat(Overseer.count("select count(*) from pg_stat_activity where pid = ?", work()))
                .isEqualTo(1);
        assertThat(work()).isNotEqualTo(first);
    }

    @Test
    void noneIsKeptForEver() throws SQLException {
        var first = work();
        for (int i = 2; i <= 25; i++) {
            assertThat(work()).isEqualTo(first);
        }

        assertThat(work()).isNotEqualTo(first);
    }

    @Test
    void oneThatWasEndedMeanwhileIsReplaced() throws SQLException {
        var first = work();
        assertThat(Overseer.one("select pg_terminate_backend(?, 5000)", first)).isEqualTo("t");

        assertThat(work()).isNotEqualTo(first);
    }

    private int work() throws SQLException {
        try (var warm = connections.take()) {
            int pid = pid(warm);
            warm.connection().commit();
            warm.keep();
            return pid;
        }
    }

    private static int pid(WarmConnections.Warm warm) throws SQLException {
        try (var statement = warm.connection().createStatement();
                var row = statement.executeQuery("select pg_backend_pid()")) {
            row.next();
            return row.getInt(1);
        }
    }
}
