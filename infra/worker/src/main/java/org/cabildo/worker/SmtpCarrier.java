package org.cabildo.worker;

import jakarta.mail.Message;
import jakarta.mail.MessagingException;
import jakarta.mail.Session;
import jakarta.mail.internet.AddressException;
import jakarta.mail.internet.InternetAddress;
import jakarta.mail.internet.MimeBodyPart;
import jakarta.mail.internet.MimeMessage;
import jakarta.mail.internet.MimeMultipart;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.util.Date;
import java.util.Optional;
import org.cabildo.mail.Carrier;
import org.cabildo.mail.Letter;
import org.cabildo.mail.MailId;
import org.eclipse.angus.mail.smtp.SMTPAddressFailedException;
import org.eclipse.angus.mail.smtp.SMTPSendFailedException;
import org.eclipse.angus.mail.smtp.SMTPSenderFailedException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Hands letters to an SMTP server. What it answers with 5xx is final, everything else may pass. */
final class SmtpCarrier implements Carrier {

    private static final Logger LOG = LoggerFactory.getLogger(SmtpCarrier.class);
    private final MailSettings.Server server;
    private final InternetAddress from;
    private final Session session;
    private final Clock clock;

    /** What a server said: its code and its words. */
    private record Said(int code, String words) {
        boolean isFinal() {
            return code >= 500 && code <= 599;
        }
    }

    SmtpCarrier(MailSettings settings, MailSettings.Server server, Clock clock) {
        this.server = server;
        this.from = settings.sender();
        this.session = Session.getInstance(settings.properties(server));
        this.clock = clock;
    }

    @Override
    public void carry(MailId id, Letter letter) throws NotCarried {
        try (var transport = session.getTransport()) {
            transport.connect(server.host(), server.port(), server.user(), server.password());
            var message = message(id, letter);
            transport.sendMessage(message, message.getAllRecipients());
        } catch (AddressException e) {
            throw new NotCarried("«%s»: %s".formatted(letter.to(), e.getMessage()), true);
        } catch (MessagingException e) {
            var said = said(e);
            if (said.isEmpty()) {
                LOG.warn(
                        "The mail server {} does not take letters: {}",
                        server,
                        e.getClass().getSimpleName());
            }
            throw new NotCarried(
                    said.map(Said::words).orElse(""), said.filter(Said::isFinal).isPresent());
        }
    }

    private Message message(MailId id, Letter letter) throws MessagingException {
        var message = new Identified(session, "<%s@%s>".formatted(id, domain()));
        message.setFrom(from);
        message.setRecipient(Message.RecipientType.TO, new InternetAddress(letter.to(), true));
        message.setSubject(letter.subject(), StandardCharsets.UTF_8.name());
        message.setSentDate(Date.from(clock.instant()));
        message.setHeader("Auto-Submitted", "auto-generated");
        message.setHeader("Content-Language", letter.language().toLanguageTag());
        var text = new MimeBodyPart();
        text.setText(letter.text(), StandardCharsets.UTF_8.name());
        var html = new MimeBodyPart();
        html.setText(letter.html(), StandardCharsets.UTF_8.name(), "html");
        message.setContent(new MimeMultipart("alternative", text, html));
        message.saveChanges();
        return message;
    }

    private String domain() {
        var address = from.getAddress();
        return address.substring(address.indexOf('@') + 1);
    }

    /** The server's own words, wherever the library put them. */
    private static Optional<Said> said(MessagingException failure) {
        for (Exception each = failure; each instanceof MessagingException one; each = one.getNextException()) {
            var found = switch (one) {
                case SMTPAddressFailedException refused ->
                    new Said(refused.getReturnCode(), String.valueOf(refused.getMessage()));
                case SMTPSenderFailedException refused ->
                    new Said(refused.getReturnCode(), String.valueOf(refused.getMessage()));
                case SMTPSendFailedException refused
                when refused.getReturnCode() > 0 && !isOuter(refused) ->
                    new Said(refused.getReturnCode(), String.valueOf(refused.getMessage()));
                default -> null;
            };
            if (found != null) {
                return Optional.of(found);
            }
        }
        return Optional.empty();
    }

    /** Whether it only says that something inside of it failed. */
    private static boolean isOuter(SMTPSendFailedException refused) {
        return refused.getNextException() instanceof SMTPAddressFailedException;
    }

    /** A message whose identity is ours: the same at every try. */
    private static final class Identified extends MimeMessage {

        private final String id;

        Identified(Session session, String id) {
            super(session);
            this.id = id;
        }

        @Override
        protected void updateMessageID() throws MessagingException {
            setHeader("Message-ID", id);
        }
    }
}
