package org.cabildo.identity;

import java.time.format.DateTimeFormatter;
import java.time.format.FormatStyle;
import java.util.stream.Collectors;
import org.cabildo.mail.Letter;
import org.cabildo.mail.LetterWords;

/** The letter of an invitation, in the language of whoever is invited. */
record InvitationLetter(Invitation invitation, String link) {

    Letter written() {
        return new Letter(invitation.email(), invitation.language(), subject(), text(), html());
    }

    private String subject() {
        return say("subject", invitation.tenantName()).replaceAll("\\s+", " ");
    }

    private String text() {
        return String.join(
                "\n\n",
                greeting(),
                asked(),
                say("roles", roles()),
                say("accept.text"),
                link,
                say("until", until()),
                say("stranger"),
                say("signature"));
    }

    private String html() {
        return """
                <!doctype html>
                <html lang="%s">
                <head><meta charset="utf-8"><title>%s</title></head>
                <body style="font-family: sans-serif; line-height: 1.5; max-width: 36rem; margin: 0 auto; padding: 1rem">
                <p>%s</p>
                <p>%s</p>
                <p>%s</p>
                <p><a href="%s" style="display: inline-block; padding: .75rem 1.5rem; background: #0b5c6b; color: #ffffff; text-decoration: none; border-radius: 6px">%s</a></p>
                <p>%s<br><a href="%6$s">%6$s</a></p>
                <p>%s</p>
                <p>%s</p>
                <p>%s</p>
                </body>
                </html>
                """.formatted(
                        invitation.language().toLanguageTag(),
                        Letter.escaped(subject()),
                        Letter.escaped(greeting()),
                        Letter.escaped(asked()),
                        Letter.escaped(say("roles", roles())),
                        Letter.escaped(link),
                        Letter.escaped(say("accept")),
                        Letter.escaped(say("accept.copy")),
                        Letter.escaped(say("until", until())),
                        Letter.escaped(say("stranger")),
                        Letter.escaped(say("signature")));
    }

    private String greeting() {
        return invitation.name().equals(invitation.email())
                ? say("greeting.unnamed")
                : say("greeting", invitation.name());
    }

    private String asked() {
        var by = invitation.invitedBy();
        return by == null ? say("asked.nation", invitation.tenantName()) : say("asked", by, invitation.tenantName());
    }

    private String roles() {
        return invitation.roles().stream()
                .sorted()
                .map(role -> say("role." + role.name()))
                .collect(Collectors.joining("; "));
    }

    private String until() {
        return DateTimeFormatter.ofLocalizedDate(FormatStyle.LONG)
                .withLocale(invitation.language())
                .format(invitation.expiresAt().atZone(invitation.zone()));
    }

    private String say(String key, Object... named) {
        return new LetterWords("org.cabildo.identity.letter", invitation.language()).say(key, named);
    }

    /** Tells no link: letters stay out of logs. */
    @Override
    public String toString() {
        return "InvitationLetter[" + invitation.id() + "]";
    }
}
