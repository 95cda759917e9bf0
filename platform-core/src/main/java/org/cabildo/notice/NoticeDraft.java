package org.cabildo.notice;

import java.time.Instant;
import org.cabildo.kernel.Refused;

/**
 * What a notice says, to whom and how long.
 *
 * @param title in Spanish, at most 120 characters
 * @param text in Spanish, at most 2,000 characters, plain
 * @param englishTitle empty together with {@code englishText}: readers of English see the Spanish
 * @param startsAt from when it is shown
 * @param endsAt until when; later than that
 */
public record NoticeDraft(
        String title,
        String text,
        String englishTitle,
        String englishText,
        Severity severity,
        Instant startsAt,
        Instant endsAt,
        Audience audience) {

    static final int LONGEST_TITLE = 120;
    static final int LONGEST_TEXT = 2_000;

    public NoticeDraft {
        title = title.strip();
        text = text.strip();
        englishTitle = englishTitle.strip();
        englishText = englishText.strip();
        if (title.isEmpty()) {
            throw new Refused("notice.title.missing", "Give the notice a title.");
        }
        if (Math.max(title.length(), englishTitle.length()) > LONGEST_TITLE) {
            throw new Refused(
                    "notice.title.long", "A title has at most %d characters.".formatted(LONGEST_TITLE), LONGEST_TITLE);
        }
        if (text.isEmpty()) {
            throw new Refused("notice.text.missing", "Say what there is to know.");
        }
        if (Math.max(text.length(), englishText.length()) > LONGEST_TEXT) {
            throw new Refused(
                    "notice.text.long", "A text has at most %d characters.".formatted(LONGEST_TEXT), LONGEST_TEXT);
        }
        if (englishTitle.isEmpty() != englishText.isEmpty()) {
            throw new Refused("notice.english.half", "Give title and text in English, or neither.");
        }
        if (!endsAt.isAfter(startsAt)) {
            throw new Refused("notice.period.backwards", "It must end after it begins.");
        }
    }

    /** The title for whoever reads this language; the Spanish one where there is no other. */
    public String title(boolean english) {
        return english && !englishTitle.isEmpty() ? englishTitle : title;
    }

    /** The text for whoever reads this language; the Spanish one where there is no other. */
    public String text(boolean english) {
        return english && !englishText.isEmpty() ? englishText : text;
    }
}
