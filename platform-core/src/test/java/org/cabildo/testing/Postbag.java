package org.cabildo.testing;

import java.util.List;
import java.util.Optional;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.regex.Pattern;
import org.cabildo.mail.Carrier;
import org.cabildo.mail.Letter;
import org.cabildo.mail.MailDelivery;
import org.cabildo.mail.MailId;

/** Takes every letter instead of a mail server. */
public final class Postbag implements Carrier {

    private static final Pattern TOKEN = Pattern.compile("/invitacion/([A-Za-z0-9_-]+)");
    private final List<Letter> letters = new CopyOnWriteArrayList<>();

    @Override
    public void carry(MailId id, Letter letter) {
        letters.add(letter);
    }

    /** Takes all letters that wait. */
    public Postbag collect(MailDelivery delivery) {
        while (delivery.carryOne(this)) {
            // until none is due
        }
        return this;
    }

    /** The last letter to an address. */
    public Optional<Letter> letterTo(String email) {
        return letters.stream().filter(letter -> letter.to().equals(email)).reduce((_, last) -> last);
    }

    /** How many letters went to an address. */
    public int lettersTo(String email) {
        return (int)
                letters.stream().filter(letter -> letter.to().equals(email)).count();
    }

    /** What the link in the last letter to an address carries. */
    public String tokenTo(String email) {
        var found = TOKEN.matcher(letterTo(email).orElseThrow().text());
        if (!found.find()) {
            throw new IllegalStateException("The letter has no link");
        }
        return found.group(1);
    }
}
