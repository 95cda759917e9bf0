package org.cabildo.admin;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Locale;
import java.util.Set;
import org.cabildo.identity.OfficeSessions;
import org.cabildo.identity.Officer;
import org.cabildo.identity.People;
import org.cabildo.identity.Profiles;
import org.cabildo.identity.Role;
import org.cabildo.tenancy.TenantId;
import org.cabildo.tenancy.TenantScope;
import org.cabildo.tenancy.Tenants;
import org.cabildo.testing.FreshTenants;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

/** Sessions that end while somebody works in them. */
@Office
class SessionsTest {

    @Autowired
    FreshTenants fresh;

    @Autowired
    Tenants tenants;

    @Autowired
    People people;

    @Autowired
    Profiles profiles;

    @Autowired
    OfficeSessions sessions;

    private final Visitor desk = new Visitor();
    private final Visitor phone = new Visitor();
    private TenantId tenant;
    private String ana;

    @BeforeEach
    void somebodyWorksSomewhere() {
        tenant = fresh.municipality("sesiones");
        ana = "ana@" + tenant + ".invalid";
        as(() -> people.give(ana, "Ana", Set.of(Role.EDITOR, Role.APPROVER)));
    }

    @Test
    void aSessionEndedElsewhereStopsAtItsNextRequestAndShowsWhatWasTyped() {
        phone.signIn(ana, "/");
        var mine = ana().act(sessions::mine);
        desk.signIn(ana, "/");
        var tab = phone.open("t/" + slug());
        phone.navigate(tab, "t/" + slug(), 0);
        assertThat(ana().act(sessions::mine)).hasSize(2);

        ana().act(() -> {
            sessions.end(mine.getFirst().id());
            return true;
        });

        assertThat(phone.navigate(tab, "t/" + slug() + "/planes", 1))
                .contains("appError", "Esta sesión terminó", "sigue a la vista detrás de este aviso")
                .doesNotContain("Planes");
        assertThat(phone.get("/t/" + slug()).statusCode()).as("sign in again").isEqualTo(302);
        assertThat(desk.get("/t/" + slug()).statusCode()).isEqualTo(200);
    }

    @Test
    void aPageOfAnEndedSessionSaysSo() {
        phone.signIn(ana, "/");
        var mine = ana().act(sessions::mine);
        ana().act(() -> {
            sessions.end(mine.getFirst().id());
            return true;
        });

        var page = phone.get("/t/" + slug());

        assertThat(page.statusCode()).isEqualTo(403);
        assertThat(page.body()).contains("Esta sesión terminó", "vuelva a iniciar sesión");
    }

    @Test
    void whoeverLosesARoleIsStoppedInThatTenantOnlyAndGoesOnWithTheOthers() {
        var elsewhere = fresh.municipality("intacta");
        as(elsewhere, () -> people.give(ana, "Ana", Set.of(Role.EDITOR)));
        desk.signIn(ana, "/");
        var tab = desk.open("t/" + slug());
        var other = desk.open("t/" + tenants.require(elsewhere).slug());
        desk.navigate(tab, "t/" + slug(), 0);

        as(() -> people.change(ana().person(), Set.of(Role.EDITOR)));

        assertThat(desk.navigate(tab, "t/" + slug() + "/planes", 1))
                .contains("appError", "Sus roles en este espacio cambiaron", "/t/" + slug());
        assertThat(desk.get("/t/" + slug()).statusCode()).isEqualTo(200);
        assertThat(desk.navigate(other, "t/" + tenants.require(elsewhere).slug(), 0))
                .contains("intacta · Cabildo")
                .doesNotContain("appError");
    }

    @Test
    void whoeverGetsOneRoleMoreGoesOnWriting() {
        desk.signIn(ana, "/");
        var tab = desk.open("t/" + slug());
        desk.navigate(tab, "t/" + slug(), 0);

        as(() -> people.change(ana().person(), Set.of(Role.EDITOR, Role.APPROVER, Role.ADMINISTRATOR)));

        assertThat(desk.navigate(tab, "t/" + slug() + "/planes", 1))
                .contains("Planes")
                .doesNotContain("appError");
    }

    @Test
    void theLanguageOfTheProfileIsSpokenFromTheFirstPageOn() {
        desk.signIn(ana, "/");
        ana().act(() -> {
            profiles.speak(Locale.ENGLISH);
            return true;
        });

        phone.signIn(ana, "/");

        assertThat(phone.get("/t/no-existe").body()).contains("lang=\"en\"");
    }

    private Officer ana() {
        return people.byEmail(ana).orElseThrow();
    }

    private String slug() {
        return tenants.require(tenant).slug();
    }

    private void as(Runnable work) {
        as(tenant, work);
    }

    private void as(TenantId where, Runnable work) {
        TenantScope.run(
                where,
                () -> fresh.officer(where, Role.ADMINISTRATOR).act(() -> {
                    work.run();
                    return true;
                }));
    }
}
