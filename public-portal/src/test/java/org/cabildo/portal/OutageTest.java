package org.cabildo.portal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.time.Duration;
import org.cabildo.portal.town.Office;
import org.cabildo.portal.town.PortalTest;
import org.cabildo.portal.town.Reader;
import org.cabildo.tenancy.Tenants;
import org.cabildo.testing.Machine;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

@PortalTest
class OutageTest {

    @Autowired
    Reader reader;

    @AfterEach
    void everythingRunsAgain() {
        Machine.redis().start();
        Machine.postgres().start();
        // a connection that rested for a second is asked for a sign of life first, so none of the cut ones is left
        await().pollDelay(Duration.ofMillis(1_200))
                .atMost(Duration.ofSeconds(20))
                .ignoreExceptions()
                .until(() -> !Office.the(Tenants.class).all().isEmpty()
                        && reader.get("localhost", "/").status() == 200);
    }

    @Test
    void withoutRedisThePortalGoesOnAndNobodyWaitsForIt() {
        var tenant = Office.municipality("sin-redis");
        tenant.publishes("Plan abierto");
        Machine.redis().stop();

        assertThat(reader.get(tenant.host(), "/").status()).isEqualTo(200);
        var begin = System.nanoTime();
        for (int i = 0; i < 10; i++) {
            assertThat(reader.get(tenant.host(), "/datos?x=" + i).status()).isEqualTo(200);
            assertThat(reader.get(tenant.host(), "/planes/plan-abierto?x=" + i).status())
                    .isEqualTo(200);
        }
        assertThat(Duration.ofNanos(System.nanoTime() - begin)).isLessThan(Duration.ofSeconds(4));

        Machine.redis().start();
        assertThat(reader.get(tenant.host(), "/").status()).isEqualTo(200);
    }

    @Test
    void withoutPostgresThePortalSaysSoAndRecoversByItself() {
        var tenant = Office.municipality("sin-postgres");
        tenant.publishes("Plan abierto");
        assertThat(reader.get(tenant.host(), "/planes/plan-abierto").status()).isEqualTo(200);

        Machine.postgres().stop();
        for (var host : new String[] {tenant.host(), "localhost", "nadie.localhost"}) {
            var page = reader.get(host, "/");
            assertThat(page.status()).as(host).isEqualTo(503);
            assertThat(page.header("Retry-After")).isEqualTo("5");
            assertThat(page.header("Cache-Control")).isEqualTo("no-store");
            assertThat(page.text())
                    .contains("No podemos mostrar esta página ahora")
                    .doesNotContain("SQL", "Exception");
        }
        assertThat(reader.get("localhost", "/health").status()).isEqualTo(200);

        Machine.postgres().start();
        await().atMost(Duration.ofSeconds(10))
                .untilAsserted(() -> assertThat(reader.get(tenant.host(), "/planes/plan-abierto")
                                .status())
                        .isEqualTo(200));
    }
}
