package org.cabildo.admin;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Locale;
import java.util.Set;
import org.cabildo.admin.words.Words;
import org.cabildo.identity.InvitationId;
import org.cabildo.identity.Invitations;
import org.cabildo.identity.OfficeSessions;
import org.cabildo.identity.People;
import org.cabildo.identity.Role;
import org.cabildo.mail.MailDelivery;
import org.cabildo.tenancy.TenantId;
import org.cabildo.tenancy.TenantScope;
import org.cabildo.tenancy.Tenants;
import org.cabildo.testing.FreshTenants;
import org.cabildo.testing.Postbag;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

/** What the link of an invitation leads to, on a real server with a real provider. */
@Office
class InvitationPagesTest {

    @Autowired
    FreshTenants fresh;

    @Autowired
    Tenants tenants;

    @Autowired
    Invitations invitations;

    @Autowired
    People people;

    @Autowired
    OfficeSessions sessions;

    @Autowired
    MailDelivery delivery;

    private final Visitor visitor = new Visitor();
    private final Postbag bag = new Postbag();
    private TenantId tenant;
    private String ana;

    @BeforeEach
    void aTenant() {
        tenant = fresh.municipality("invita");
        ana = "ana@" + tenant + ".invalid";
    }

    @Test
    void theLinkSaysWhoInvitesAndAfterSignInItIsAcceptedOnce() {
        var link = invite(Words.SPANISH);

        var seen = visitor.get(link);
        assertThat(seen.statusCode()).isEqualTo(200);
        assertThat(seen.headers().firstValue("Cache-Control")).contains("no-store");
        assertThat(seen.body())
                .contains("Invitación a trabajar en invita", "Ana de invita le invita", "Edición: redacta", ana)
                .contains("noindex");
        assertThat(visitor.get(link).statusCode()).as("looking uses nothing up").isEqualTo(200);

        var question = visitor.signIn(ana, link + "/aceptar");
        assertThat(question.uri().getPath()).isEqualTo(link + "/aceptar");
        assertThat(question.body()).contains("Aceptar la invitación", ana).doesNotContain("checkbox");
        var accepted = visitor.submit(question, link + "/aceptar", "");

        assertThat(accepted.statusCode()).isEqualTo(303);
        assertThat(accepted.headers().firstValue("Location")).contains("/t/" + slug());
        assertThat(visitor.get("/t/" + slug()).statusCode()).isEqualTo(200);
        assertThat(visitor.get(link).headers().firstValue("Location").orElse(""))
                .endsWith("/t/" + slug());
        var stranger = new Visitor().get(link);
        assertThat(stranger.statusCode()).isEqualTo(410);
        assertThat(stranger.body()).contains("Esta invitación ya se usó", "avise a quien le invitó");
    }

    @Test
    void thePageOfAnInvitationShowsTheRolesItHasNow() {
        var link = invite(Words.SPANISH);
        assertThat(visitor.get(link).body()).contains("Edición: redacta");

        var id = id();
        as(() -> invitations.change(id, Set.of(Role.READER)));

        assertThat(visitor.get(link).body()).contains("Lectura:").doesNotContain("Edición: redacta");
    }

    @Test
    void anotherAddressIsAskedToConfirmAndNothingHappensUntilThen() {
        var link = invite(Words.SPANISH);
        var other = "otra@" + tenant + ".invalid";

        var question = visitor.signIn(other, link + "/aceptar");
        assertThat(question.body())
                .contains("La invitación se envió a " + ana + ", y usted inició sesión como " + other);
        var refused = visitor.submit(question, link + "/aceptar", "");
        assertThat(refused.statusCode()).isEqualTo(422);
        assertThat(refused.body()).contains("Marque la casilla");
        assertThat(visitor.get("/t/" + slug()).statusCode()).isEqualTo(404);

        assertThat(visitor.submit(refused, link + "/aceptar", "&otherAddress=true")
                        .statusCode())
                .isEqualTo(303);
        assertThat(visitor.get("/t/" + slug()).statusCode()).isEqualTo(200);
    }

    @Test
    void whoWantsAnotherAccountSignsOutThereAndTheSessionIsOver() {
        var link = invite(Words.SPANISH);
        visitor.signIn(ana, "/");
        var me = people.byEmail(ana).orElseThrow();
        assertThat(me.act(sessions::mine)).hasSize(1);
        var question = visitor.get(link + "/aceptar");

        var left = visitor.submit(question, "/logout", "");

        assertThat(left.statusCode()).isEqualTo(302);
        assertThat(me.act(sessions::mine)).isEmpty();
        assertThat(visitor.get(link).body()).contains("Iniciar sesión y aceptar");
    }

    @Test
    void aLinkSpeaksTheLanguageOfItsLetter() {
        var seen = visitor.get(invite(Locale.ENGLISH));

        assertThat(seen.body()).contains("<html lang=\"en\">", "invites you to work", "Sign in and accept");
    }

    @Test
    void aWithdrawnAndAReplacedLinkSayWhatToDo() {
        var first = invite(Words.SPANISH);
        as(() -> invitations.resend(id()));
        assertThat(visitor.get(first).body()).contains("Hay una carta más nueva");
        var second = path(bag.collect(delivery).tokenTo(ana));

        as(() -> invitations.withdraw(id()));

        assertThat(visitor.get(second).statusCode()).isEqualTo(410);
        assertThat(visitor.get(second).body()).contains("Esta invitación fue retirada", "escriba a quien le invitó");
        var signedIn = visitor.signIn(ana, second + "/aceptar");
        assertThat(signedIn.statusCode()).isEqualTo(410);
    }

    @Test
    void anUnknownLinkReadsAsAnyAddressThatLeadsNowhere() {
        visitor.signIn("solo@" + tenant + ".invalid", "/");
        var nowhere = visitor.get("/t/no-existe").body();

        for (var token : new String[] {"nada", "A".repeat(43), "%3Cscript%3E"}) {
            var answer = visitor.get("/invitacion/" + token);
            assertThat(answer.statusCode()).as(token).isEqualTo(404);
            assertThat(answer.body()).as(token).isEqualTo(nowhere);
            assertThat(visitor.get("/invitacion/" + token + "/aceptar").body()).isEqualTo(nowhere);
        }
    }

    @Test
    void nobodyAcceptsForSomebodyElseByAForgedForm() {
        var link = invite(Words.SPANISH);
        visitor.signIn(ana, link + "/aceptar");

        var forged = visitor.post(link + "/aceptar", "otherAddress=true");

        assertThat(forged.statusCode()).isEqualTo(403);
        assertThat(visitor.get("/t/" + slug()).statusCode()).isEqualTo(404);
    }

    private String invite(Locale language) {
        as(() -> invitations.invite(new Invitations.Draft(ana, "", Set.of(Role.EDITOR), language)));
        return path(bag.collect(delivery).tokenTo(ana));
    }

    private static String path(String token) {
        return "/invitacion/" + token;
    }

    private InvitationId id() {
        return TenantScope.in(
                        tenant,
                        () -> fresh.officer(tenant, Role.ADMINISTRATOR)
                                .<List<Invitations.Line>, RuntimeException>act(invitations::waiting))
                .stream()
                .filter(line -> line.invitation().email().equals(ana))
                .findFirst()
                .orElseThrow()
                .invitation()
                .id();
    }

    private String slug() {
        return tenants.require(tenant).slug();
    }

    private void as(Runnable work) {
        TenantScope.run(
                tenant,
                () -> fresh.officer(tenant, Role.ADMINISTRATOR).act(() -> {
                    work.run();
                    return true;
                }));
    }
}
