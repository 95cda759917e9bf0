package org.cabildo.journeys;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.microsoft.playwright.options.AriaRole;
import java.time.Duration;
import org.junit.jupiter.api.Test;

/** What people see while a part of the house is gone, and that nobody has to start the applications again. */
@Journey("outage")
class OutageJourneyTest {

    private static final Duration TO_RECOVER = Duration.ofSeconds(60);

    @Test
    void portalsGoOnWithoutRedis(Cast cast) {
        var citizen = cast.citizenWithoutScripts();
        var portal = cast.house().portal("villa-modelo");
        assertThat(citizen.opens(portal).status()).isEqualTo(200);

        var coordinator = cast.officer("Camila Nacional");

        cast.house().unwatched(() -> {
            cast.house().killRedis();
            assertThat(citizen.opens(portal).status()).isEqualTo(200);
            citizen.follows("Plan Villa Abierta 2026–2027");
            assertThat(citizen.heading("Plan Villa Abierta 2026–2027")).isVisible();
            citizen.looks("portal-sin-redis");
            assertThat(citizen.opens(cast.house().portal()).status()).isEqualTo(200);
            coordinator.goesTo("Gobiernos");
            assertThat(coordinator.text("361 gobiernos")).isVisible();
        });
        await().atMost(TO_RECOVER).until(() -> cast.house().redis().runs());
        assertThat(citizen.opens(portal).status()).isEqualTo(200);
    }

    @Test
    void everythingComesBackAfterPostgresCrashed(Cast cast) {
        var citizen = cast.citizenWithoutScripts();
        var portal = cast.house().portal("villa-modelo");
        var officer = cast.officer("Patricia Ñancupil");
        officer.enters("Municipalidad de Villa Modelo");

        cast.house().unwatched(() -> {
            cast.house().postgres().crash();
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
        });

        await().atMost(TO_RECOVER).until(() -> citizen.opens(portal).status() == 200);
        await().atMost(TO_RECOVER).until(() -> officer.page().reload().status() == 200);
        assertThat(officer.heading("Municipalidad de Villa Modelo")).isVisible();
        officer.goesTo("Planes");
        assertThat(officer.card("Plan Villa Abierta 2026–2027")).isVisible();
        assertThat(officer.page().getByRole(AriaRole.ALERT)).hasCount(0);
    }
}
