package org.cabildo.worker;

import jakarta.mail.internet.AddressException;
import jakarta.mail.internet.InternetAddress;
import java.io.UnsupportedEncodingException;
import java.net.URI;
import java.net.URISyntaxException;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Locale;
import java.util.Optional;
import java.util.Properties;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * The mail server that takes our letters.
 *
 * @param smtpUrl {@code smtp://user:password@host:port} or {@code smtps://…}, user and password percent-encoded and
 *     optional; none: letters wait
 * @param from whom they come from, such as {@code Cabildo <no-responder@example.cl>}
 * @param patience how long the server may take for an answer
 */
@ConfigurationProperties("cabildo.mail")
record MailSettings(
        @Nullable String smtpUrl,
        @Nullable String from,
        @DefaultValue("20s") Duration patience) {

    /** Where the server is and how to speak to it. */
    record Server(
            boolean secure,
            String host,
            int port,
            @Nullable String user,
            @Nullable String password) {

        String protocol() {
            return secure ? "smtps" : "smtp";
        }

        /** Tells no password. */
        @Override
        public String toString() {
            return "%s://%s:%d".formatted(protocol(), host, port);
        }
    }

    /**
     * The server, if one is named.
     *
     * @throws IllegalStateException with a sentence for the operator if the address is none
     */
    Optional<Server> server() {
        if (smtpUrl == null || smtpUrl.isBlank()) {
            return Optional.empty();
        }
        try {
            var address = new URI(smtpUrl.strip());
            var scheme = String.valueOf(address.getScheme()).toLowerCase(Locale.ROOT);
            if (!scheme.matches("smtps?") || address.getHost() == null) {
                throw wrong();
            }
            boolean secure = scheme.equals("smtps");
            int port = address.getPort() == -1 ? (secure ? 465 : 25) : address.getPort();
            var login = address.getRawUserInfo() == null
                    ? new String[0]
                    : address.getRawUserInfo().split(":", 2);
            return Optional.of(new Server(
                    secure,
                    address.getHost(),
                    port,
                    login.length == 2 ? decoded(login[0]) : null,
                    login.length == 2 ? decoded(login[1]) : null));
        } catch (URISyntaxException e) {
            throw wrong();
        }
    }

    /**
     * Whom letters come from.
     *
     * @throws IllegalStateException with a sentence for the operator if it is no address
     */
    InternetAddress sender() {
        try {
            if (from == null || from.isBlank()) {
                throw new AddressException("none");
            }
            var sender = new InternetAddress(from, true);
            return new InternetAddress(sender.getAddress(), sender.getPersonal(), StandardCharsets.UTF_8.name());
        } catch (AddressException | UnsupportedEncodingException e) {
            throw new IllegalStateException(
                    "CABILDO_MAIL_FROM must be an address such as «Cabildo <no-responder@example.cl>» but was «%s»"
                            .formatted(from),
                    e);
        }
    }

    /** How Jakarta Mail is to speak to the server: in the clear to this machine only, once a password is involved. */
    Properties properties(Server server) {
        var millis = Long.toString(patience.toMillis());
        var properties = new Properties();
        var prefix = "mail." + server.protocol() + ".";
        properties.setProperty("mail.transport.protocol", server.protocol());
        properties.setProperty(prefix + "connectiontimeout", millis);
        properties.setProperty(prefix + "timeout", millis);
        properties.setProperty(prefix + "writetimeout", millis);
        properties.setProperty(prefix + "ssl.checkserveridentity", "true");
        properties.setProperty(prefix + "auth", Boolean.toString(server.user() != null));
        boolean here = server.host().matches("localhost|127\\..*|\\[::1]");
        properties.setProperty("mail.smtp.starttls.enable", "true");
        properties.setProperty("mail.smtp.starttls.required", Boolean.toString(server.user() != null && !here));
        return properties;
    }

    private static String decoded(String text) {
        return URLDecoder.decode(text.replace("+", "%2B"), StandardCharsets.UTF_8);
    }

    /** Does not repeat what was given: it may hold a password. */
    private static IllegalStateException wrong() {
        return new IllegalStateException(
                "CABILDO_SMTP_URL must look like smtp://user:password@mail.example.cl:587 or smtps://mail.example.cl");
    }

    /** Tells no password. */
    @Override
    public String toString() {
        return "MailSettings[" + from + "]";
    }
}
