package org.cabildo.host;

import java.text.MessageFormat;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.time.format.FormatStyle;
import java.util.Locale;
import java.util.ResourceBundle;
import org.cabildo.notice.Audience;
import org.cabildo.notice.NoticeDraft;
import org.cabildo.notice.Severity;

/**
 * What administrators are told of their host, in both languages.
 *
 * @param day which the sentence names
 * @param zone in which that day is
 */
record HostWords(HostProof proof, Instant day, ZoneId zone) {

    private static final Duration SHOWN = Duration.ofDays(90); // unless the proof is back before
    private static final ResourceBundle.Control EXACT =
            ResourceBundle.Control.getNoFallbackControl(ResourceBundle.Control.FORMAT_PROPERTIES);

    /** @param what {@code missing} or {@code lapsed} */
    NoticeDraft said(String what, Instant now, Audience to) {
        return new NoticeDraft(
                say("es", what + ".title"),
                say("es", what + ".text"),
                say("en", what + ".title"),
                say("en", what + ".text"),
                what.equals("lapsed") ? Severity.URGENT : Severity.WARNING,
                now,
                now.plus(SHOWN),
                to);
    }

    private String say(String language, String key) {
        var locale = Locale.of(language, "CL");
        var words = ResourceBundle.getBundle("org.cabildo.host.words", Locale.of(language), EXACT);
        var on = DateTimeFormatter.ofLocalizedDate(FormatStyle.LONG)
                .withLocale(locale)
                .format(day.atZone(zone));
        return new MessageFormat(words.getString(key), locale)
                .format(new Object[] {proof.host().readable(), proof.name(), proof.text(), on});
    }
}
