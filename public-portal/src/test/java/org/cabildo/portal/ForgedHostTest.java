package org.cabildo.portal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Locale;
import java.util.concurrent.atomic.AtomicReference;
import java.util.stream.Stream;
import org.cabildo.portal.town.Office;
import org.cabildo.portal.town.PortalTest;
import org.cabildo.portal.town.Reader;
import org.cabildo.tenancy.PublishedState;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;

/** Requests that say two things about whom they visit: they reach one tenant or none, and spoil no page for others. */
@PortalTest
class ForgedHostTest {

    private static Office.Place renca;
    private static Office.Place maipu;

    @Autowired
    Reader reader;

    @BeforeAll
    static void twoTenantsPublish() {
        renca = Office.municipality("renca");
        maipu = Office.municipality("maipu");
        renca.publishes("Plan de renca");
        maipu.publishes("Plan de maipu");
    }

    /** Each says of itself that the request is for somebody else. */
    static Stream<String> claims() {
        return Stream.of(
                "X-Forwarded-Host: <maipu>",
                "X-Forwarded-Host: <maipu>, <renca>",
                "Forwarded: host=<maipu>;proto=https",
                "X-Forwarded-Prefix: /t/<slug>",
                "X-Forwarded-Port: 31337",
                "X-Forwarded-Proto: https",
                "X-Forwarded-Ssl: on",
                "X-Forwarded-Server: <maipu>",
                "X-Host: <maipu>",
                "X-HTTP-Host-Override: <maipu>",
                "X-Original-Host: <maipu>",
                "X-Original-URL: /t/<slug>/",
                "X-Rewrite-URL: /t/<slug>/",
                "X-HTTP-Method-Override: DELETE",
                "X-Tenant: <slug>",
                "Cookie: CABILDO_PORTAL=<slug>; JSESSIONID=<slug>; CABILDO_OFFICE=<slug>",
                "Authorization: Bearer <slug>",
                "Accept-Language: en",
                "Accept: application/json",
                "Origin: http://<maipu>",
                "Referer: http://<maipu>/");
    }

    @ParameterizedTest
    @MethodSource("claims")
    void aClaimChangesNothingAndSpoilsNoPageForTheNextReader(String claim) {
        var header = claim.replace("<maipu>", maipu.host())
                .replace("<renca>", renca.host())
                .replace("<slug>", maipu.slug())
                .split(": ", 2);
        renca.acts(() -> {
            Office.the(PublishedState.class).changed(); // nobody has the page yet
            return true;
        });

        var claimed = reader.get(renca.host(), "/planes/plan-de-renca", header);
        var plain = reader.get(renca.host(), "/planes/plan-de-renca");

        assertThat(claimed.status()).isEqualTo(200);
        assertThat(claimed.body())
                .isEqualTo(plain.body())
                .contains("Plan de renca")
                .doesNotContain("maipu", "31337");
        assertThat(claimed.header("Location")).isEmpty();
        assertThat(plain.headers()).doesNotContainKey("Strict-Transport-Security");
    }

    @Test
    void aPageReadUnderAnOddlyWrittenHostIsTheSameForEverybody() {
        var last = new AtomicReference<>("");
        await().pollInterval(Duration.ofMillis(300)) // longer than a portal remembers what was published before
                .until(() -> {
                    var tag = reader.get(renca.host(), "/datos").header("ETag");
                    return tag.equals(last.getAndSet(tag));
                });

        var odd = reader.get(renca.host().toUpperCase(Locale.ROOT) + ".:31337", "/datos");
        var plain = reader.get(renca.host(), "/datos");

        assertThat(odd.body()).isEqualTo(plain.body()).doesNotContain("31337", "RENCA");
        assertThat(odd.header("ETag")).isEqualTo(plain.header("ETag"));
    }

    @Test
    void anAddressInTheRequestLineIsBelievedOnlyWithItsHost() {
        assertThat(said("GET http://" + renca.host() + "/ HTTP/1.1", "Host: " + renca.host()))
                .startsWith("HTTP/1.1 200")
                .contains("Plan de renca");
        assertRefused(said("GET http://" + maipu.host() + "/ HTTP/1.1", "Host: " + renca.host()));
        assertRefused(said("GET http://" + maipu.host() + "/ HTTP/1.1"));
        assertRefused(said("GET http://user@" + maipu.host() + "/ HTTP/1.1", "Host: " + renca.host()));
    }

    @Test
    void whoNamesTwoHostsOrNoneVisitsNobody() {
        assertRefused(said("GET / HTTP/1.1", "Host: " + renca.host(), "Host: " + maipu.host()));
        assertRefused(said("GET / HTTP/1.1", "Host: " + renca.host(), "Host: " + renca.host()));
        assertRefused(said("GET / HTTP/1.1", "Host: " + renca.host() + ", " + maipu.host()));
        assertRefused(said("GET / HTTP/1.1", "Host: " + renca.host(), " " + maipu.host()));
        assertRefused(said("GET / HTTP/1.1", "Host : " + renca.host()));
        assertRefused(said("GET / HTTP/1.1"));
        assertThat(said("GET / HTTP/1.0")).doesNotContain("Plan de renca", "Plan de maipu");
    }

    @ParameterizedTest
    @ValueSource(strings = {"ｒenca", "renca。", "r\u0435nca", "xn--rnca-8v4b", "renca%2e", "renca\u00ad", "renca‥"})
    void aNameThatOnlyLooksLikeATenantsIsNobodys(String name) {
        var host = renca.host().replace("renca", name);
        var bytes = new String(host.getBytes(StandardCharsets.UTF_8), StandardCharsets.ISO_8859_1);

        assertRefused(said("GET / HTTP/1.1", "Host: " + bytes));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"Content-Length: 0\r\nContent-Length: %d", "Content-Length: +%d", "Transfer-Encoding: xchunked"})
    void aSecondRequestHiddenInTheFirstIsNotAnswered(String length) {
        var hidden = "GET /t/" + maipu.slug() + "/ HTTP/1.1\r\nHost: localhost\r\nConnection: close\r\n\r\n";

        var answer = reader.raw("POST / HTTP/1.1\r\nHost: " + renca.host() + "\r\n" + length.formatted(hidden.length())
                + "\r\nConnection: close\r\n\r\n" + hidden);

        assertThat(answer).startsWith("HTTP/1.1 ").doesNotContain("Plan de maipu");
    }

    private String said(String line, String... headers) {
        return reader.raw(line + "\r\n"
                + Stream.of(headers).map(header -> header + "\r\n").reduce("", String::concat)
                + "Connection: close\r\n\r\n");
    }

    private static void assertRefused(String answer) {
        assertThat(answer)
                .matches("(?s)HTTP/1.1 (400|404) .*")
                .doesNotContain("Plan de renca", "Plan de maipu", "Exception", "Tomcat");
    }
}
