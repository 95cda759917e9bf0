package org.cabildo.portal.plan;

import org.cabildo.calendar.OgpVocabulary;
import org.cabildo.portal.door.Language;
import org.springframework.stereotype.Component;

/** What OGP calls its values. */
@Component
public class OgpValues {

    private final OgpVocabulary vocabulary;

    OgpValues(OgpVocabulary vocabulary) {
        this.vocabulary = vocabulary;
    }

    /** The name of a value in this language; its code, if it has none. */
    public String name(String code, Language language) {
        return vocabulary.values().stream()
                .filter(value -> value.code().equals(code))
                .map(value -> language == Language.SPANISH ? value.spanish() : value.english())
                .findFirst()
                .orElse(code);
    }
}
