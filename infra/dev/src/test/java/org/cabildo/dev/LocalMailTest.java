package org.cabildo.dev;

import static org.assertj.core.api.Assertions.assertThat;

import jakarta.mail.Message;
import jakarta.mail.Session;
import jakarta.mail.Transport;
import jakarta.mail.internet.InternetAddress;
import jakarta.mail.internet.MimeMessage;
import java.net.InetAddress;
import java.net.Socket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Properties;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class LocalMailTest {

    @TempDir
    Path folder;

    @Test
    void showsLettersWithLinksThatWorkAndKeepsThemOverARestart() throws Exception {
        try (var mail = LocalMail.start(folder)) {
            assertThat(get(mail, "/").body()).contains("Todavía no hay cartas");
            send(
                    mail,
                    "Hola <b>Ñ</b>",
                    "Abra http://localhost:8081/invitacion/a_b-c?x=1&y=2 y <script>alert(1)</script>");

            var list = get(mail, "/");
            assertThat(list.body()).contains("Hola &lt;b&gt;Ñ&lt;/b&gt;", "ana@ejemplo.invalid");
            assertThat(get(mail, "/?lang=en").body()).contains("For local use only");
        }
        try (var mail = LocalMail.start(folder)) {
            var id = mail.letterTo("ana@ejemplo.invalid").orElseThrow().id();

            var letter = get(mail, "/carta/" + id);

            assertThat(letter.body())
                    .contains("<a href=\"http://localhost:8081/invitacion/a_b-c?x=1&amp;y=2\"")
                    .contains("&lt;script&gt;")
                    .doesNotContain("<script>");
            assertThat(letter.headers().firstValue("Content-Security-Policy").orElse(""))
                    .contains("default-src 'none'");
        }
    }

    @Test
    void knowsNoOtherLettersAndAnswersNobodyWhoComesByAnotherName() throws Exception {
        try (var mail = LocalMail.start(folder)) {
            assertThat(get(mail, "/carta/0000000000000-..%2F..%2Fetc").statusCode())
                    .isEqualTo(404);
            assertThat(get(mail, "/carta/1700000000000-00000000-0000-0000-0000-000000000000")
                            .statusCode())
                    .isEqualTo(404);
            assertThat(greet(mail, "attacker.example")).startsWith("HTTP/1.1 403");
            assertThat(greet(mail, "localhost")).startsWith("HTTP/1.1 200");
        }
    }

    private static String greet(LocalMail mail, String host) throws Exception {
        var address = URI.create(mail.address());
        try (var socket = new Socket(InetAddress.getLoopbackAddress(), address.getPort())) {
            socket.getOutputStream()
                    .write("GET / HTTP/1.1\r\nHost: %s:%d\r\nConnection: close\r\n\r\n"
                            .formatted(host, address.getPort())
                            .getBytes(StandardCharsets.US_ASCII));
            return new String(socket.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        }
    }

    private static HttpResponse<String> get(LocalMail mail, String path) throws Exception {
        return send(HttpRequest.newBuilder(URI.create(mail.address() + path)).build());
    }

    private static HttpResponse<String> send(HttpRequest request) throws Exception {
        try (var client = HttpClient.newHttpClient()) {
            return client.send(request, BodyHandlers.ofString());
        }
    }

    private static void send(LocalMail mail, String subject, String text) throws Exception {
        var server = URI.create(mail.smtpUrl());
        var settings = new Properties();
        settings.setProperty("mail.smtp.host", server.getHost());
        settings.setProperty("mail.smtp.port", Integer.toString(server.getPort()));
        var message = new MimeMessage(Session.getInstance(settings));
        message.setFrom(new InternetAddress("cabildo@ejemplo.invalid"));
        message.setRecipient(Message.RecipientType.TO, new InternetAddress("ana@ejemplo.invalid"));
        message.setSubject(subject, "UTF-8");
        message.setText(text, "UTF-8");
        Transport.send(message);
    }
}
