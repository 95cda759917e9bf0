package org.cabildo.dev;

import jakarta.mail.MessagingException;
import jakarta.mail.Multipart;
import jakarta.mail.Part;
import jakarta.mail.Session;
import jakarta.mail.internet.InternetAddress;
import jakarta.mail.internet.MimeMessage;
import jakarta.mail.internet.MimeUtility;
import java.io.IOException;
import java.io.InputStream;
import java.time.Instant;
import java.util.Arrays;
import java.util.Objects;
import java.util.Properties;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * A letter as the local mail server received it.
 *
 * @param id names it in the mailbox
 * @param to the addresses of its head, with commas
 * @param text empty if it has none
 * @param html empty if it has none
 */
public record ReceivedLetter(
        String id, Instant receivedAt, String from, String to, String subject, String text, String html) {

    /** Reads a letter as it travels. */
    static ReceivedLetter read(String id, Instant receivedAt, InputStream in) throws IOException {
        try {
            var message = new MimeMessage(Session.getInstance(new Properties()), in);
            return new ReceivedLetter(
                    id,
                    receivedAt,
                    addresses(message.getFrom()),
                    addresses(message.getAllRecipients()),
                    Objects.requireNonNullElse(message.getSubject(), ""),
                    find(message, "text/plain"),
                    find(message, "text/html"));
        } catch (MessagingException e) {
            throw new IOException("The letter cannot be read", e);
        }
    }

    private static String addresses(jakarta.mail.Address @Nullable [] addresses) {
        return addresses == null
                ? ""
                : Arrays.stream(addresses).map(ReceivedLetter::readable).collect(Collectors.joining(", "));
    }

    private static String readable(jakarta.mail.Address address) {
        return address instanceof InternetAddress one ? one.toUnicodeString() : decoded(address.toString());
    }

    private static String decoded(String text) {
        try {
            return MimeUtility.decodeText(text);
        } catch (IOException e) {
            return text; // in letters that no machine here knows: shown as they are
        }
    }

    private static String find(Part part, String type) throws MessagingException, IOException {
        if (part.isMimeType(type)) {
            return part.getContent().toString();
        }
        if (part.getContent() instanceof Multipart many) {
            for (int i = 0; i < many.getCount(); i++) {
                var found = find(many.getBodyPart(i), type);
                if (!found.isEmpty()) {
                    return found;
                }
            }
        }
        return "";
    }

    /** Whether it went to this address. */
    public boolean isTo(String address) {
        return Stream.of(to.split(", ")).anyMatch(one -> one.contains(address));
    }
}
