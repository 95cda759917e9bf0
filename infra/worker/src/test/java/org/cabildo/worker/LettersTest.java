package org.cabildo.worker;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.ZoneId;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import org.cabildo.dev.LocalMail;
import org.cabildo.identity.InvitationLinks;
import org.cabildo.identity.Role;
import org.cabildo.kernel.Ids;
import org.cabildo.mail.Fate;
import org.cabildo.mail.Letter;
import org.cabildo.mail.MailId;
import org.cabildo.mail.MailQueue;
import org.cabildo.tenancy.TenantId;
import org.cabildo.tenancy.TenantKind;
import org.cabildo.tenancy.TenantOrders;
import org.cabildo.tenancy.TenantScope;
import org.cabildo.tenancy.Tenants;
import org.cabildo.testing.Machine;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.test.annotation.DirtiesContext;
import org.springframework.test.context.ContextConfiguration;
import org.springframework.test.context.DynamicPropertyRegistry;
import org.springframework.test.context.DynamicPropertySource;
import org.springframework.transaction.support.TransactionTemplate;

/** A worker with a mail server: letters leave soon after the act that wrote them. */
@SpringBootTest(
        classes = Worker.class,
        webEnvironment = SpringBootTest.WebEnvironment.NONE,
        properties = {
            "cabildo.worker.health-port=0",
            "cabildo.worker.order-round=1h",
            "cabildo.worker.sweep-round=1h",
            "cabildo.worker.mail-round=1h",
            "cabildo.mail.from=Cabildo <no-responder@ejemplo.cl>"
        })
@ContextConfiguration(initializers = Machine.Described.class)
@DirtiesContext // or it would work other tests' orders and letters
class LettersTest {

    private static final Duration SOON = Duration.ofMinutes(2); // no measure: other applications are tested meanwhile
    private static final LocalMail MAIL = LocalMail.start(folder());

    @Autowired
    TenantOrders orders;

    @Autowired
    Tenants tenants;

    @Autowired
    MailQueue queue;

    @Autowired
    InvitationLinks links;

    @Autowired
    TransactionTemplate transaction;

    @DynamicPropertySource
    static void mailServer(DynamicPropertyRegistry properties) {
        properties.add("cabildo.mail.smtp-url", MAIL::smtpUrl);
    }

    @AfterAll
    static void close() {
        MAIL.close();
    }

    @Test
    void theFirstAdministratorOfANewTenantGetsALetterWithALinkThatWorks() {
        var tenant = onboard("cartero", "alcaldia@cartero.invalid");
        await().atMost(SOON).until(() -> stands(tenant));
        post(tenant, "otra@cartero.invalid"); // its hint wakes whoever carries both

        await().atMost(SOON)
                .until(() -> MAIL.letterTo("alcaldia@cartero.invalid").isPresent());
        var letter = MAIL.letterTo("alcaldia@cartero.invalid").orElseThrow();

        assertThat(letter.subject()).isEqualTo("Invitación a trabajar en Cabildo: cartero");
        var token = letter.text().replaceFirst("(?s).*/invitacion/([A-Za-z0-9_-]{43}).*", "$1");
        assertThat(links.look(token).tenant()).isEqualTo(tenant);
        assertThat(links.look(token).roles()).containsExactly(Role.ADMINISTRATOR);
    }

    @Test
    void aHintSendsALetterAtOnce() {
        var tenant = onboard("aviso", "alcaldia@aviso.invalid");
        await().atMost(SOON).until(() -> stands(tenant));

        var id = post(tenant, "ana@aviso.invalid");

        await().atMost(SOON).until(() -> MAIL.letterTo("ana@aviso.invalid").isPresent());
        await().atMost(SOON)
                .until(() -> Objects.requireNonNull(TenantScope.platform(() -> queue.fates(List.of(id)))
                                        .get(id))
                                .state()
                        == Fate.State.SENT);
    }

    private boolean stands(TenantId tenant) {
        return tenants.all().stream().anyMatch(one -> one.id().equals(tenant));
    }

    private MailId post(TenantId tenant, String to) {
        var letter = new Letter(to, Locale.ENGLISH, "Hello", "Hello", "<p>Hello</p>");
        return Objects.requireNonNull(TenantScope.platform(() -> transaction.execute(_ -> queue.post(tenant, letter))));
    }

    private TenantId onboard(String slug, String administrator) {
        var id = TenantScope.platform(() -> orders.place(
                Ids.next(),
                new TenantOrders.Onboard(
                        TenantKind.MUNICIPALITY,
                        slug,
                        slug,
                        null,
                        null,
                        "13",
                        ZoneId.of("America/Santiago"),
                        true,
                        administrator,
                        "ogp",
                        List.of()),
                "prueba"));
        orders.announce();
        return id;
    }

    private static Path folder() {
        try {
            return Files.createTempDirectory("cabildo-letters");
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
