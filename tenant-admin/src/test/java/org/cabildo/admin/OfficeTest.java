package org.cabildo.admin;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.net.http.HttpResponse;
import java.sql.SQLException;
import java.util.Set;
import org.cabildo.identity.Officer;
import org.cabildo.identity.People;
import org.cabildo.identity.Place;
import org.cabildo.identity.Role;
import org.cabildo.tenancy.TenantId;
import org.cabildo.tenancy.TenantKind;
import org.cabildo.tenancy.TenantScope;
import org.cabildo.tenancy.Tenants;
import org.cabildo.testing.FreshTenants;
import org.cabildo.testing.Machine;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

@Office
class OfficeTest {

    @Autowired
    FreshTenants fresh;

    @Autowired
    Tenants tenants;

    @Autowired
    People people;

    private final Visitor visitor = new Visitor();

    @Test
    void theSignOfLifeIsOpenToEverybody() {
        assertThat(visitor.get("/health").statusCode()).isEqualTo(200);
    }

    @Test
    void strangersAreSentToSignInWithAProofKeyAndAnOwnCookie() {
        var answer = visitor.get("/t/renca/planes");

        assertThat(answer.statusCode()).isEqualTo(302);
        assertThat(answer.headers().allValues("Set-Cookie")).anyMatch(cookie -> cookie.startsWith("CABILDO_OFFICE="));
        var onward = visitor.get(Office.SignIn.ADDRESS + "/oauth2/authorization/cabildo");
        assertThat(onward.headers().firstValue("Location").orElse(""))
                .startsWith(Office.SignIn.PROVIDER.issuer())
                .contains("code_challenge_method=S256", "scope=openid");
    }

    @Test
    void aStrangersTabReachesNoRows() {
        var tab = visitor.open("t/" + slug(fresh.municipality("cerrado")));

        assertThat(visitor.navigate(tab, "nacional", 0)).doesNotContain("Gobiernos");
    }

    @Test
    void aDeepLinkIsKeptOverSignIn() {
        var renca = fresh.municipality("profundo");
        invite("ana@profundo.invalid", renca, Role.READER);

        var page = visitor.signIn("ana@profundo.invalid", "/t/" + slug(renca) + "/planes");

        assertThat(page.uri().getPath()).isEqualTo("/t/" + slug(renca) + "/planes");
        assertThat(page.statusCode()).isEqualTo(200);
    }

    @Test
    void whoeverHasOnePlaceGoesStraightInAndOthersChoose() {
        var only = fresh.municipality("unico");
        var second = fresh.municipality("segundo");
        invite("ana@unico.invalid", only, Role.READER);
        assertThat(visitor.signIn("ana@unico.invalid", "/").uri().getPath()).isEqualTo("/t/" + slug(only));
        assertThat(visitor.open("").ui()).as("a tab is made, not sent away").isNotNegative();

        invite("ana@unico.invalid", second, Role.READER);
        assertThat(visitor.get("/").statusCode()).isEqualTo(200);
        assertThat(new Visitor().signIn("solo@unico.invalid", "/").uri().getPath())
                .isEqualTo("/");
    }

    @Test
    void whoseOnePlaceIsBeingUpdatedStaysOutside() throws Exception {
        var tenant = fresh.municipality("desfase-solo");
        invite("ana@desfase-solo.invalid", tenant, Role.READER);
        sql("update platform.tenant set schema_version = schema_version - 1 where slug = '" + slug(tenant) + "'");

        visitor.signIn("ana@desfase-solo.invalid", "/perfil");

        assertThat(new Patience()
                        .until(() -> visitor.get("/"), answer -> answer.statusCode() == 200)
                        .statusCode())
                .isEqualTo(200);
    }

    @Test
    void aBrowserThatRunsNoScriptIsToldSo() {
        var renca = fresh.municipality("callado");
        invite("ana@callado.invalid", renca, Role.READER);
        visitor.signIn("ana@callado.invalid", "/");

        assertThat(visitor.get("/t/" + slug(renca)).body())
                .contains(
                        "<html lang=\"es-CL\"",
                        "<title>Cabildo</title>",
                        "<noscript><p>La oficina necesita JavaScript");
    }

    @Test
    void whatFailsAtTheDoorIsAPageInOurWordsAndNoBareError() throws SQLException {
        var broken = fresh.municipality("roto");
        invite("ana@roto.invalid", broken, Role.READER);
        visitor.signIn("ana@roto.invalid", "/");
        var address = slug(broken);
        setZone(broken, "Atlantis/Nowhere");
        try {
            await().untilAsserted(
                            () -> { // a tenant that was found is remembered for a moment
                                var page = visitor.get("/t/" + address + "/planes");
                                assertThat(page.statusCode()).isEqualTo(500);
                                assertThat(page.body())
                                        .contains("Algo falló en la oficina")
                                        .doesNotContain("Exception", "Tomcat");
                            });
        } finally {
            setZone(broken, "America/Santiago");
        }
    }

    private static void setZone(TenantId tenant, String zone) throws SQLException {
        sql("update platform.tenant set time_zone = '%s' where id = '%s'".formatted(zone, tenant.value()));
    }

    @Test
    void aForeignTenantLooksLikeNoneAtAll() {
        var foreign = slug(fresh.municipality("ajeno"));
        visitor.signIn("solo@ajeno.invalid", "/");

        var notYours = visitor.get("/t/" + foreign + "/planes");
        var unknown = visitor.get("/t/no-existe/planes");

        assertThat(notYours.statusCode()).isEqualTo(404);
        assertThat(unknown.statusCode()).isEqualTo(404);
        assertThat(notYours.body()).isEqualTo(unknown.body());
        assertThat(visitor.get("/?v-r=init&location=t%2F" + foreign).body()).isEqualTo(unknown.body());
    }

    @Test
    void twoTabsOfTwoTenantsInOneSessionNeverMix() {
        var sur = fresh.municipality("pestana-sur");
        var norte = fresh.municipality("pestana-norte");
        invite("dos@pestanas.invalid", sur, Role.EDITOR);
        invite("dos@pestanas.invalid", norte, Role.EDITOR);
        visitor.signIn("dos@pestanas.invalid", "/");

        var southern = visitor.open("t/" + slug(sur));
        var northern = visitor.open("t/" + slug(norte));
        var south = visitor.navigate(southern, "t/" + slug(sur), 0);
        var north = visitor.navigate(northern, "t/" + slug(norte), 0);

        assertThat(southern.ui()).isNotEqualTo(northern.ui());
        assertThat(south).contains("pestana-sur · Cabildo").doesNotContain("pestana-norte · Cabildo");
        assertThat(north).contains("pestana-norte · Cabildo").doesNotContain("pestana-sur · Cabildo");
        assertThat(visitor.navigate(southern, "t/" + slug(norte) + "/planes", 1))
                .as("another tenant's page is loaded anew")
                .contains("/t/" + slug(norte) + "/planes", "window.open")
                .doesNotContain("Hechos de la membres");
    }

    @Test
    void aRequestThatNamesTwoTabsIsRefused() {
        visitor.signIn("dos@nombres.invalid", "/");

        assertThat(visitor.get("/VAADIN/dynamic/resource/0/x/y.csv?v-r=uidl&v-uiId=1")
                        .statusCode())
                .isEqualTo(400);
    }

    @Test
    void whoeverIsRemovedReadsSoAtTheNextRequest() {
        var tenant = fresh.municipality("despedida");
        invite("jefa@despedida.invalid", tenant, Role.ADMINISTRATOR);
        invite("ido@despedida.invalid", tenant, Role.EDITOR);
        visitor.signIn("ido@despedida.invalid", "/");
        var tab = visitor.open("t/" + slug(tenant));
        visitor.navigate(tab, "t/" + slug(tenant), 0);

        as(
                tenant,
                () -> people.remove(
                        people.byEmail("ido@despedida.invalid").orElseThrow().person()));

        assertThat(visitor.navigate(tab, "t/" + slug(tenant) + "/planes", 1))
                .contains("/sin-acceso")
                .doesNotContain("Planes");
        assertThat(visitor.get("/sin-acceso").body()).contains("Ya no tiene acceso");
        assertThat(visitor.get("/t/" + slug(tenant)).statusCode()).isEqualTo(404);
    }

    @Test
    void aTenantOutOfStepSaysThatItIsBeingUpdated() throws Exception {
        var tenant = fresh.municipality("desfase");
        invite("ana@desfase.invalid", tenant, Role.READER);
        sql("update platform.tenant set schema_version = schema_version - 1 where slug = '" + slug(tenant) + "'");
        visitor.signIn("ana@desfase.invalid", "/");

        var page = new Patience().until(() -> visitor.get("/t/" + slug(tenant)), answer -> answer.statusCode() == 503);

        assertThat(page.headers().firstValue("Retry-After")).isPresent();
        assertThat(page.body()).contains("se está actualizando");
    }

    @Test
    void withoutItsDatabaseTheOfficeSaysSoAndRecoversWithoutARestart() {
        var tenant = fresh.municipality("apagon");
        invite("ana@apagon.invalid", tenant, Role.EDITOR);
        visitor.signIn("ana@apagon.invalid", "/");
        var home = "t/" + slug(tenant); // asked before the database is gone
        var tab = visitor.open(home);
        visitor.navigate(tab, home, 0);

        Machine.postgres().stop();
        HttpResponse<String> page;
        String inTab;
        try {
            page = visitor.get("/" + home);
            inTab = visitor.navigate(tab, home + "/planes", 1);
        } finally {
            Machine.postgres().start();
        }

        assertThat(page.statusCode()).isEqualTo(503);
        assertThat(page.headers().firstValue("Retry-After")).isPresent();
        assertThat(inTab).contains("La base de datos no responde");
        assertThat(new Patience()
                        .until(() -> visitor.get("/" + home), answer -> answer.statusCode() == 200)
                        .statusCode())
                .isEqualTo(200);
    }

    private String slug(TenantId tenant) {
        return tenants.require(tenant).slug();
    }

    private void invite(String email, TenantId tenant, Role role) {
        as(tenant, () -> people.give(email, email, Set.of(role)));
    }

    private void as(TenantId tenant, Runnable work) {
        var where = tenants.require(tenant);
        var administrator = new Officer(
                fresh.officer(tenant).person(),
                "Administración",
                "administracion@prueba.invalid",
                false,
                new Place(
                        tenant,
                        TenantKind.MUNICIPALITY,
                        where.name(),
                        where.slug(),
                        Set.of(Role.ADMINISTRATOR),
                        tenant,
                        where.name()));
        TenantScope.run(
                tenant,
                () -> administrator.act(() -> {
                    work.run();
                    return true;
                }));
    }

    private static void sql(String statement) throws SQLException {
        var postgres = Machine.postgres();
        try (var connection = postgres.connect(postgres.superuser());
                var doing = connection.createStatement()) {
            doing.execute(statement);
        }
    }
}
