package org.cabildo.journeys;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.microsoft.playwright.options.AriaRole;
import java.sql.SQLException;
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
    void aKilledWorkerLeavesNoHalfGovernmentAndGoesOnByItself(Cast cast) throws SQLException {
        try (var house = RunningHouse.start("killed", true)) {
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

            house.killWorker();

            OnboardJourneyTest.ends(coordinator, 49, Duration.ofMinutes(3));
            coordinator.looks("terminada-despues-de-la-caida");
            assertThat(halves(house)).isZero();
            coordinator.goesTo("Gobiernos");
            coordinator.chooses("Región", "Metropolitana de Santiago");
            assertThat(coordinator.text("Activo: 53")).isVisible();
        }
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
