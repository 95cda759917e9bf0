package org.cabildo.portal.plan;

import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.cabildo.calendar.OgpVocabulary;
import org.cabildo.portal.door.Language;
import org.springframework.stereotype.Component;

/** What OGP calls its values and policy areas. */
@Component
public class OgpNames {

    private final OgpVocabulary vocabulary;

    OgpNames(OgpVocabulary vocabulary) {
        this.vocabulary = vocabulary;
    }

    /** The names of these policy areas by their codes; those it does not know are not there. */
    public Map<String, String> areas(List<String> chosen, Language language) {
        return chosen.isEmpty() // then nobody is asked
                ? Map.of()
                : vocabulary.policyAreas().stream()
                        .filter(area -> chosen.contains(area.english()))
                        .collect(Collectors.toMap(
                                OgpVocabulary.PolicyArea::english,
                                area -> language == Language.SPANISH ? area.spanish() : area.english()));
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
