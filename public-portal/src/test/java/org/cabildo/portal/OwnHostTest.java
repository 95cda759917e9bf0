package org.cabildo.portal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.time.Duration;
import org.cabildo.host.PortalHosts;
import org.cabildo.portal.town.Office;
import org.cabildo.portal.town.PortalTest;
import org.cabildo.portal.town.Reader;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

/** A host of a tenant's own, from the word of its administrator to the day it is given up. */
@PortalTest
class OwnHostTest {

    private static final String HOST = "transparencia.duena.cl";

    @Autowired
    Reader reader;

    @Test
    void leadsNowhereUntilItIsProvenAndNowhereOnceItIsGivenUp() {
        var owner = Office.municipality("duena");
        var unknown = reader.get("localhost", "/no/existe");
        owner.acts(() -> {
            Office.the(PortalHosts.class).claim(HOST);
            return true;
        });
        assertThat(reader.get(HOST, "/").status()).isEqualTo(404);
        assertThat(reader.get(HOST, "/").body()).isEqualTo(unknown.body());
        assertThat(linkInTheDirectory()).contains("http://" + owner.host() + "/");

        owner.provesItsHost();
        assertThat(reader.get(HOST, "/").status()).isEqualTo(200);
        assertThat(reader.get(HOST + ".", "/datos").status()).isEqualTo(200);
        assertThat(reader.get("a." + HOST, "/").status()).isEqualTo(404);
        assertThat(reader.get(owner.host(), "/").status()).isEqualTo(200);
        await().atMost(Duration.ofSeconds(1))
                .untilAsserted(() -> assertThat(linkInTheDirectory()).contains("http://" + HOST + "/"));

        owner.acts(() -> {
            Office.the(PortalHosts.class).giveUp();
            return true;
        });
        await().atMost(Duration.ofSeconds(1)).untilAsserted(() -> {
            assertThat(reader.get(HOST, "/").body()).isEqualTo(unknown.body());
            assertThat(linkInTheDirectory()).contains("http://" + owner.host() + "/");
        });
        assertThat(reader.get(owner.host(), "/").status()).isEqualTo(200);
    }

    private String linkInTheDirectory() {
        return reader.get("localhost", "/?q=duena").body();
    }
}
