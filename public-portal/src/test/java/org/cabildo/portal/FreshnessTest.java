package org.cabildo.portal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.cabildo.testing.Promises.MINUTES;
import static org.cabildo.testing.Promises.TODAY;

import java.util.List;
import java.util.concurrent.TimeUnit;
import org.cabildo.commitment.CommitmentTracking;
import org.cabildo.kernel.Percent;
import org.cabildo.portal.town.Office;
import org.cabildo.portal.town.PortalTest;
import org.cabildo.portal.town.Reader;
import org.cabildo.portal.town.Statements;
import org.cabildo.testing.Promises;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.data.redis.core.RedisTemplate;

@PortalTest
class FreshnessTest {

    private static final String PAGE = "/planes/plan-abierto/compromisos/1";

    @Autowired
    Reader reader;

    @Autowired
    RedisTemplate<String, byte[]> redis;

    Office.Place tenant;
    Promises.Made made;

    @BeforeEach
    void aTenantPublishes() {
        tenant = Office.municipality("fresca");
        made = tenant.publishes("Plan abierto");
    }

    @Test
    void whoHasThePageIsToldThatNothingChanged() {
        var first = reader.get(tenant.host(), PAGE);
        var again = reader.get(tenant.host(), PAGE, "If-None-Match", first.header("ETag"));

        assertThat(first.header("ETag")).startsWith("W/\"");
        assertThat(first.header("Cache-Control")).isEqualTo("no-cache");
        assertThat(again.status()).isEqualTo(304);
        assertThat(again.body()).isEmpty();
        assertThat(again.header("ETag")).isEqualTo(first.header("ETag"));
    }

    @Test
    void reportedProgressIsOnThePageWithinASecond() {
        var before = reader.get(tenant.host(), PAGE);
        report(40);
        var after = await().atMost(1, TimeUnit.SECONDS)
                .until(
                        () -> reader.get(tenant.host(), PAGE, "If-None-Match", before.header("ETag")),
                        answer -> answer.status() == 200);

        assertThat(before.body()).contains("<progress max=\"100\" value=\"0\"");
        assertThat(after.body()).contains("<progress max=\"100\" value=\"40\"").contains("value=\"20\"");
        assertThat(after.header("ETag")).isNotEqualTo(before.header("ETag"));
    }

    @Test
    void whatSomebodyTypesIsNotKeptForAllProcesses() {
        reader.get(tenant.host(), PAGE);
        var before = redis.keys("cabildo:page:" + tenant.id() + ":*");
        assertThat(before).isNotEmpty();

        for (var word : List.of("uno", "dos", "tres")) {
            assertThat(reader.get(tenant.host(), PAGE + "?q=" + word).status()).isEqualTo(200);
        }

        assertThat(redis.keys("cabildo:page:" + tenant.id() + ":*")).isEqualTo(before);
    }

    @Test
    void eachLanguageAndEachWayToThePageIsAPageOfItsOwn() {
        var spanish = reader.get(tenant.host(), PAGE);
        var english = reader.get(tenant.host(), PAGE + "?lang=en");
        var byPath = reader.get("localhost", "/t/" + tenant.slug() + PAGE);

        assertThat(english.header("ETag")).isNotEqualTo(spanish.header("ETag"));
        assertThat(byPath.header("ETag")).isNotEqualTo(spanish.header("ETag"));
        assertThat(english.body()).contains("What will be done");
        assertThat(byPath.body()).contains("/t/" + tenant.slug() + "/planes/plan-abierto");
    }

    @Test
    void aTagDoesNotMakeAPageExist() {
        var tag = reader.get(tenant.host(), PAGE).header("ETag");

        assertThat(reader.get(tenant.host(), "/planes/otro", "If-None-Match", tag)
                        .status())
                .isEqualTo(404);
        assertThat(reader.get(tenant.host(), "/planes/otro", "If-None-Match", "*")
                        .status())
                .isEqualTo(404);
    }

    @Test
    void aPageNobodyHasCostsThreeStatementsAtMostAndKeptOnesShareOne() {
        reader.get(tenant.host(), "/datos"); // the tenant and its login are known
        var page = "/planes/plan-abierto/compromisos/1";

        assertThat(Statements.during(() -> reader.get(tenant.host(), page))).isBetween(1, 3);
        assertThat(Statements.during(() -> {
                    for (int i = 0; i < 40; i++) {
                        reader.get(tenant.host(), page);
                    }
                }))
                .isBetween(0, 20);
    }

    @Test
    void aCommitmentOfAnotherTenantIsNotHere() {
        var other = Office.municipality("otra");
        other.publishes("Plan ajeno");

        assertThat(reader.get(other.host(), "/planes/plan-ajeno/compromisos/1").status())
                .isEqualTo(200);
        assertThat(reader.get(tenant.host(), "/planes/plan-ajeno/compromisos/1").status())
                .isEqualTo(404);
        assertThat(reader.get(tenant.host(), "/planes/plan-ajeno").status()).isEqualTo(404);
        assertThat(reader.get(tenant.host(), "/consorcios/" + other.slug() + "/planes/plan-ajeno")
                        .status())
                .isEqualTo(404);
    }

    @Test
    void styleNeverNeedsToBeAskedForTwice() {
        var address = reader.get(tenant.host(), "/").all("link").stream()
                .filter(link -> link.getAttribute("rel").equals("stylesheet"))
                .findFirst()
                .orElseThrow()
                .getAttribute("href");
        var style = reader.get("nadie.localhost", address);

        assertThat(style.status()).isEqualTo(200);
        assertThat(style.header("Content-Type")).startsWith("text/css");
        assertThat(style.header("Cache-Control")).contains("immutable");
    }

    private void report(int percent) {
        tenant.acts(() -> {
            Office.the(CommitmentTracking.class)
                    .reportProgress(made.commitment(), made.first(), new Percent(percent), MINUTES, TODAY);
            return true;
        });
    }
}
