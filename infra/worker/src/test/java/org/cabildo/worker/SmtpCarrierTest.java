package org.cabildo.worker;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.io.IOException;
import java.io.InputStream;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.Locale;
import org.cabildo.dev.LocalMail;
import org.cabildo.kernel.Ids;
import org.cabildo.mail.Carrier.NotCarried;
import org.cabildo.mail.Letter;
import org.cabildo.mail.MailId;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.subethamail.smtp.MessageHandler;
import org.subethamail.smtp.RejectException;
import org.subethamail.smtp.server.SMTPServer;

/** Letters handed to real SMTP servers: one that takes them, and several that do not. */
class SmtpCarrierTest {

    private static final Letter LETTER = new Letter(
            "nandu@ejemplo.invalid",
            Locale.of("es", "CL"),
            "Invitación: Ñuñoa",
            "Estimada Ana:\n\nhttp://localhost:8081/invitacion/abc",
            "<p>Estimada <b>Ana</b>: <a href=\"http://localhost:8081/invitacion/abc\">ver</a></p>");

    private static final MailId ID = new MailId(Ids.next());

    @Test
    void aLetterArrivesInTextAndInHtmlWithItsAccents(@TempDir Path folder) throws Exception {
        try (var mail = LocalMail.start(folder)) {
            carrier(mail.smtpUrl()).carry(ID, LETTER);

            var received = mail.letterTo("nandu@ejemplo.invalid").orElseThrow();
            assertThat(received.subject()).isEqualTo("Invitación: Ñuñoa");
            assertThat(received.from()).isEqualTo("\"Municipalidad Ñ\" <no-responder@ejemplo.cl>");
            assertThat(received.text().replace("\r", "")).isEqualTo(LETTER.text());
            assertThat(received.html()).isEqualTo(LETTER.html());
        }
    }

    @Test
    void anAddressThatTheServerDoesNotKnowIsRefusedForGoodInItsWords() throws Exception {
        try (var server = new Server(550, "5.1.1 no such user here")) {
            var failure = failure(server.url());

            assertThat(failure.isForGood()).isTrue();
            assertThat(failure).hasMessageContaining("550").hasMessageContaining("no such user here");
        }
    }

    @Test
    void aMailboxThatIsFullForNowIsTriedAgain() throws Exception {
        try (var server = new Server(452, "4.2.2 mailbox full")) {
            var failure = failure(server.url());

            assertThat(failure.isForGood()).isFalse();
            assertThat(failure).hasMessageContaining("452").hasMessageContaining("mailbox full");
        }
    }

    @Test
    void aLetterWhoseContentIsRefusedIsRefusedForGood() throws Exception {
        try (var server = new Server(0, "554 looks like spam")) {
            var failure = failure(server.url());

            assertThat(failure.isForGood()).isTrue();
            assertThat(failure).hasMessageContaining("spam");
        }
    }

    @Test
    void aServerThatIsAwayOrNeverAnswersIsTriedAgain() throws Exception {
        int port;
        try (var silent = new ServerSocket(0, 5, InetAddress.getLoopbackAddress())) {
            port = silent.getLocalPort();
            long begun = System.nanoTime();

            var failure = failure("smtp://127.0.0.1:" + port); // takes the call and says nothing

            assertThat(failure.isForGood()).isFalse();
            assertThat(failure.getMessage()).isEmpty();
            assertThat(Duration.ofNanos(System.nanoTime() - begun)).isLessThan(Duration.ofMinutes(1));
        }
        assertThat(failure("smtp://127.0.0.1:" + port).isForGood()).isFalse();
    }

    @Test
    void theAddressOfAServerIsReadWithItsPasswordAndNeverRepeated() {
        var server = new MailSettings("smtps://ana%40x:p%3A%2Bw@mail.example.cl", null, Duration.ofSeconds(1))
                .server()
                .orElseThrow();

        assertThat(server.host()).isEqualTo("mail.example.cl");
        assertThat(server.port()).isEqualTo(465);
        assertThat(server.user()).isEqualTo("ana@x");
        assertThat(server.password()).isEqualTo("p:+w");
        assertThat(server.toString()).isEqualTo("smtps://mail.example.cl:465");
        assertThatThrownBy(() -> new MailSettings("mail.secreto.cl:25", null, Duration.ofSeconds(1)).server())
                .hasMessageContaining("smtp://user:password@")
                .hasMessageNotContaining("secreto");
        assertThatThrownBy(() -> new MailSettings("smtp://x", "nadie", Duration.ofSeconds(1)).sender())
                .hasMessageContaining("CABILDO_MAIL_FROM");
        assertThat(new MailSettings(" ", null, Duration.ofSeconds(1)).server()).isEmpty();
    }

    @Test
    void aPasswordIsNeverToldToAnotherMachineInTheClear() {
        var settings = new MailSettings("smtp://a:b@mail.example.cl:587", "a@b.cl", Duration.ofSeconds(1));

        assertThat(settings.properties(settings.server().orElseThrow()).getProperty("mail.smtp.starttls.required"))
                .isEqualTo("true");
    }

    private static SmtpCarrier carrier(String url) {
        var settings = new MailSettings(url, "Municipalidad Ñ <no-responder@ejemplo.cl>", Duration.ofSeconds(3));
        return new SmtpCarrier(settings, settings.server().orElseThrow(), Clock.systemUTC());
    }

    private static NotCarried failure(String url) {
        return catchThrowableOfType(NotCarried.class, () -> carrier(url).carry(ID, LETTER));
    }

    /** A real server that refuses: the recipient with a code, or with code 0 the content. */
    private record Server(SMTPServer server) implements AutoCloseable {

        Server(int code, String words) {
            this(SMTPServer.port(0)
                    .bindAddress(InetAddress.getLoopbackAddress())
                    .messageHandlerFactory(_ -> new Refusing(code, words))
                    .build());
            server.start();
        }

        String url() {
            return "smtp://127.0.0.1:" + server.getPortAllocated();
        }

        @Override
        public void close() {
            server.stop();
        }
    }

    private record Refusing(int code, String words) implements MessageHandler {

        @Override
        public void from(String from) {
            // anybody may write
        }

        @Override
        public void recipient(String recipient) throws RejectException {
            if (code > 0) {
                throw new RejectException(code, words);
            }
        }

        @Override
        public String data(InputStream data) throws RejectException, IOException {
            data.readAllBytes();
            throw new RejectException(554, words);
        }

        @Override
        public void done() {
            // nothing is left
        }
    }
}
