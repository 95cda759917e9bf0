package org.cabildo.journeys;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.microsoft.playwright.Page;
import com.microsoft.playwright.PlaywrightException;
import com.microsoft.playwright.Response;
import com.microsoft.playwright.options.AriaRole;
import java.sql.SQLException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Random;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.function.Supplier;
import org.junit.jupiter.api.Test;

/** What people see while a part of the house is gone, and that nobody has to start the applications again. */
@Journey("outage")
class OutageJourneyTest {

    private static final Duration TO_RECOVER = Duration.ofSeconds(60);
    private static final long SEED = Long.getLong("cabildo.seed", System.nanoTime());
    private static final Duration TO_SAVE = Duration.ofSeconds(10);
    private static final Duration LATEST_KILL = Duration.ofSeconds(4); // after the first saving

    @Test
    void portalsGoOnWithoutRedis(Cast cast) {
        var citizen = cast.citizenWithoutScripts();
        var portal = cast.house().portal("villa-modelo");
        assertThat(citizen.opens(portal).status()).isEqualTo(200);

        cast.house().killRedis();
        try {
            assertThat(citizen.opens(portal).status()).isEqualTo(200);
            citizen.follows("Plan Villa Abierta 2026–2027");
            assertThat(citizen.heading("Plan Villa Abierta 2026–2027")).isVisible();
            citizen.looks("portal-sin-redis");
            assertThat(citizen.opens(cast.house().portal()).status()).isEqualTo(200);

            var coordinator = cast.officer("Camila Nacional");
            coordinator.goesTo("Gobiernos");
            assertThat(coordinator.text("361 gobiernos")).isVisible();
        } finally {
            cast.house().redis().start();
        }
        assertThat(citizen.opens(portal).status()).isEqualTo(200);
    }

    @Test
    void everythingComesBackAfterPostgresCrashed(Cast cast) {
        var citizen = cast.citizenWithoutScripts();
        var portal = cast.house().portal("villa-modelo");
        var officer = cast.officer("Patricia Ñancupil");
        officer.enters("Municipalidad de Villa Modelo");
        var postgres = cast.house().postgres();

        postgres.crash();
        try {
            var answer = citizen.opens(portal);
            assertThat(answer.status()).isEqualTo(503);
            assertThat(answer.headerValue("retry-after")).isNotBlank();
            assertThat(citizen.heading("No podemos mostrar esta página ahora")).isVisible();
            citizen.looks("portal-sin-base-de-datos");

            var office = officer.page().reload();
            assertThat(office.status()).isEqualTo(503);
            assertThat(officer.heading("La oficina no está disponible en este momento"))
                    .isVisible();
            officer.looks("oficina-sin-base-de-datos");
        } finally {
            postgres.start();
        }

        await().atMost(TO_RECOVER).until(() -> citizen.opens(portal).status() == 200);
        await().atMost(TO_RECOVER).until(() -> officer.page().reload().status() == 200);
        assertThat(officer.heading("Municipalidad de Villa Modelo")).isVisible();
        officer.goesTo("Planes");
        assertThat(officer.card("Plan Villa Abierta 2026–2027")).isVisible();
        assertThat(officer.page().getByRole(AriaRole.ALERT)).hasCount(0);
    }

    @Test
    void killsLeaveNoHalfGovernmentAndLoseNothingThatWasSaved(Cast cast) throws SQLException {
        try (var house = RunningHouse.start("killed")) {
            var coordinator = cast.officer("Camila Nacional", house);
            coordinator.goesTo("Gobiernos");
            coordinator.chooses("Región", "Metropolitana de Santiago");
            assertThat(coordinator.text("53 gobiernos")).isVisible();
            coordinator.presses("Marcar todos los que faltan");
            coordinator.presses("Incorporar 49");
            coordinator.types("Correo de la primera persona administradora", "administracion@ejemplo.invalid");
            coordinator.answers("Revisar");
            coordinator.presses("Incorporar 49");
            assertThat(coordinator.heading("Incorporación en curso")).isVisible();
            await().atMost(Duration.ofMinutes(1))
                    .until(() -> coordinator.page().locator(".badge-good").count() > 3);
            var batch = coordinator.page().url().substring(house.office().length());

            house.killWorker();
            house.startAgain();

            var again = cast.officer("Camila Nacional", house);
            again.opens(batch);
            OnboardJourneyTest.ends(again, 49, Duration.ofMinutes(2));
            again.looks("terminada-despues-de-la-caida");
            assertThat(halves(house)).isZero();
            again.goesTo("Gobiernos");
            again.chooses("Región", "Metropolitana de Santiago");
            assertThat(again.text("Activo: 53")).isVisible();

            losesNothingThatWasSaved(cast, house);
        }
    }

    /** The launcher is killed at a moment drawn by chance while an officer saves one number after another. */
    private static void losesNothingThatWasSaved(Cast cast, RunningHouse house) {
        long moment = new Random(SEED).nextLong(LATEST_KILL.toMillis());
        System.out.printf("The launcher is killed %d ms after the first saving; -Dcabildo.seed=%d%n", moment, SEED);
        var editor = cast.officer("Patricia Ñancupil", house);
        editor.enters("Municipalidad de Villa Modelo");
        editor.goesTo("Planes");
        editor.follows("Plan Villa Abierta 2026–2027");
        editor.follows("1. Presupuesto barrio por barrio");
        assertThat(editor.heading("Hitos")).isVisible();
        var commitment = editor.page().url().substring(house.office().length());

        var saved = savesUntilTheOfficeIsGone(
                editor,
                () -> CompletableFuture.runAsync(
                        house::killLauncher, CompletableFuture.delayedExecutor(moment, TimeUnit.MILLISECONDS)));
        editor.page().close();
        cast.complaints().clear(); // what a browser says of an office that was killed
        house.startAgain();

        var again = cast.officer("Patricia Ñancupil", house);
        again.opens(commitment);
        assertThat(again.heading("Hitos")).isVisible();
        assertThat(Integer.parseInt(again.field("Descripción").inputValue()))
                .as("what was saved last, killed after %d ms", moment)
                .isBetween(saved.acknowledged(), saved.tried());
    }

    private record Saved(int acknowledged, int tried) {}

    private static Saved savesUntilTheOfficeIsGone(Officer editor, Supplier<CompletableFuture<Void>> kill) {
        var killed = new ArrayList<CompletableFuture<Void>>();
        for (int number = 1; ; number++) {
            try {
                editor.field("Descripción").fill(Integer.toString(number)); // at once: no half of a number is kept
                editor.page()
                        .waitForResponse(
                                OutageJourneyTest::tellsThatItIsSaved,
                                new Page.WaitForResponseOptions().setTimeout((double) TO_SAVE.toMillis()),
                                () -> editor.presses("Guardar"));
            } catch (PlaywrightException | AssertionError gone) {
                if (killed.isEmpty()) {
                    throw gone;
                }
                killed.getFirst().join();
                return new Saved(number - 1, number);
            }
            if (killed.isEmpty()) {
                killed.add(kill.get());
            }
        }
    }

    /** The note stays on the screen for a while: the answer to this very saving has to say it. */
    private static boolean tellsThatItIsSaved(Response answer) {
        return answer.url().contains("v-r=uidl")
                && answer.status() == 200
                && answer.text().contains("Guardado.");
    }

    /** Schemas without a tenant and tenants without a schema. */
    private static long halves(RunningHouse house) throws SQLException {
        var postgres = house.postgres();
        try (var connection = postgres.connect(postgres.superuser());
                var statement = connection.createStatement();
                var answer = statement.executeQuery("""
                        select count(*)
                          from (select nspname from pg_namespace
                                 where nspname !~ '^pg_'
                                   and nspname not in ('information_schema', 'public', 'platform', 'ext')) as s
                          full join platform.tenant t on t.key = s.nspname
                         where t.key is null or s.nspname is null
                        """)) {
            answer.next();
            return answer.getLong(1);
        }
    }
}
