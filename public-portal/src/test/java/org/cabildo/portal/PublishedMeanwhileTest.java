package org.cabildo.portal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.cabildo.testing.Promises.MINUTES;
import static org.cabildo.testing.Promises.TODAY;

import java.sql.SQLException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.ConcurrentSkipListMap;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.regex.Pattern;
import org.cabildo.commitment.CommitmentTracking;
import org.cabildo.kernel.Percent;
import org.cabildo.plan.Fact;
import org.cabildo.plan.Plans;
import org.cabildo.portal.town.Office;
import org.cabildo.portal.town.PortalTest;
import org.cabildo.portal.town.Reader;
import org.cabildo.testing.Machine;
import org.cabildo.testing.Promises;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

/** What is published, corrected or taken back while pages are made, and while Redis is away: right within a second. */
@PortalTest
class PublishedMeanwhileTest {

    private static final String PAGE = "/planes/plan-abierto/compromisos/1";
    private static final Pattern REACHED = Pattern.compile("<progress max=\"100\" value=\"(\\d+)\"");
    /** The portal trusts what it read for a quarter of a second, and this is a little more. */
    private static final long TRUSTED = Duration.ofMillis(300).toNanos();

    private static final int READERS = 6;

    @Autowired
    Reader reader;

    private Office.Place tenant;
    private Promises.Made made;

    @BeforeEach
    void aTenantPublishes() {
        tenant = Office.municipality("mientras");
        made = tenant.publishes("Plan abierto");
    }

    @AfterEach
    void redisRunsAgain() {
        Machine.redis().start();
    }

    @Test
    void noPageThatIsMadeDuringAPublicationIsOlderThanThePortalTrustsItself() throws Exception {
        var published = new ConcurrentSkipListMap<Long, Integer>(); // when it was done, and what it said
        published.put(System.nanoTime() - TRUSTED, 0);
        var over = new AtomicBoolean();

        var readers = new ArrayList<Future<Integer>>();
        try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
            for (int i = 0; i < READERS; i++) {
                var language = i % 2 == 0 ? "" : "?lang=en";
                readers.add(threads.submit(readingUntil(over, published, PAGE + language)));
            }
            for (int percent = 2; percent <= 100; percent += 2) {
                report(percent);
                published.put(System.nanoTime(), percent);
            }
            await().atMost(Duration.ofSeconds(1)).until(() -> reached(reader.get(tenant.host(), PAGE)) == 50);
            over.set(true);
        }

        for (var each : readers) {
            assertThat(each.get()).as("pages read").isPositive();
        }
    }

    /** The bar of the whole commitment is the mean of two milestones; the first one moves. */
    private Callable<Integer> readingUntil(
            AtomicBoolean over, ConcurrentSkipListMap<Long, Integer> published, String path) {
        return () -> {
            int read = 0;
            for (; !over.get(); read++) {
                int least = published.floorEntry(System.nanoTime() - TRUSTED).getValue() / 2;
                assertThat(reached(reader.get(tenant.host(), path)))
                        .as("what was public before")
                        .isGreaterThanOrEqualTo(least);
            }
            return read;
        };
    }

    @Test
    void withoutRedisWhatIsPublishedIsThereWithinASecondAndStaysWhenRedisIsBack() {
        assertThat(reached(reader.get(tenant.host(), PAGE))).isZero(); // Redis has the old page
        Machine.redis().stop();

        report(40);
        soon(() -> reached(reader.get(tenant.host(), PAGE)) == 20);
        correct(20);
        soon(() -> reached(reader.get(tenant.host(), PAGE)) == 10);

        Machine.redis().start();
        assertThat(reached(reader.get(tenant.host(), PAGE))).isEqualTo(10);
        report(60);
        soon(() -> reached(reader.get(tenant.host(), PAGE)) == 30);
    }

    @Test
    void whatIsTakenBackIsGoneWithinASecond() {
        var fact = state("Un hecho que era falso");
        soon(() -> reader.get(tenant.host(), "/").body().contains("Un hecho que era falso"));
        var seen = reader.get(tenant.host(), "/").header("ETag");

        tenant.acts(() -> {
            Office.the(Plans.class).withdrawFact(fact);
            return true;
        });

        soon(() -> !reader.get(tenant.host(), "/").body().contains("Un hecho que era falso"));
        assertThat(reader.get(tenant.host(), "/", "If-None-Match", seen).status())
                .isEqualTo(200);
    }

    @Test
    void whatIsTakenBackWithoutRedisIsGoneToo() {
        var fact = state("Un hecho sin Redis");
        soon(() -> reader.get(tenant.host(), "/").body().contains("Un hecho sin Redis"));
        Machine.redis().stop();

        tenant.acts(() -> {
            Office.the(Plans.class).withdrawFact(fact);
            return true;
        });

        soon(() -> !reader.get(tenant.host(), "/").body().contains("Un hecho sin Redis"));
        Machine.redis().start();
        assertThat(reader.get(tenant.host(), "/").body()).doesNotContain("Un hecho sin Redis");
    }

    @Test
    void aSuspendedPortalIsGoneWithinASecondAndSoAreItsFilesAndData() throws SQLException {
        var unknown = reader.get("localhost", "/no/existe");
        assertThat(reader.get(tenant.host(), PAGE).status()).isEqualTo(200);
        assertThat(reader.get(tenant.host(), "/datos/compromisos.csv").status()).isEqualTo(200);

        live("SUSPENDED");

        for (var page : new String[] {PAGE, "/", "/datos/compromisos.csv"}) {
            soon(() -> reader.get(tenant.host(), page).status() == 404);
            assertThat(reader.get(tenant.host(), page).body()).isEqualTo(unknown.body());
        }
        soon(() -> !reader.get("localhost", "/").body().contains(tenant.slug()));

        live("ACTIVE");
        soon(() -> reader.get(tenant.host(), PAGE).status() == 200);
    }

    private static void soon(Callable<Boolean> right) {
        await().pollInterval(Duration.ofMillis(20))
                .pollDelay(Duration.ZERO)
                .atMost(Duration.ofSeconds(1))
                .until(right);
    }

    private static int reached(Reader.Page page) {
        assertThat(page.status()).isEqualTo(200);
        var bar = REACHED.matcher(page.body());
        assertThat(bar.find()).isTrue();
        return Integer.parseInt(bar.group(1));
    }

    private UUID state(String fact) {
        return tenant.acts(() -> Office.the(Plans.class)
                .state(new Fact(Fact.Kind.AFFILIATION, fact, TODAY, Fact.Precision.DAY, "Prueba")));
    }

    private void report(int percent) {
        tenant.acts(() -> {
            Office.the(CommitmentTracking.class)
                    .reportProgress(made.commitment(), made.first(), new Percent(percent), MINUTES, TODAY);
            return true;
        });
    }

    private void correct(int percent) {
        tenant.acts(() -> {
            Office.the(CommitmentTracking.class)
                    .correctProgress(made.commitment(), made.first(), new Percent(percent), "Era menos", TODAY);
            return true;
        });
    }

    private void live(String life) throws SQLException {
        try (var connection = Machine.postgres().connect(Machine.postgres().superuser());
                var statement = connection.prepareStatement("update platform.tenant set life = ? where slug = ?")) {
            statement.setString(1, life);
            statement.setString(2, tenant.slug());
            statement.executeUpdate();
        }
    }
}
