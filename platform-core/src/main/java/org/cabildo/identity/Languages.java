package org.cabildo.identity;

import java.util.Locale;

/** The languages people are written to in, as they are kept. */
final class Languages {

    static final Locale SPANISH = Locale.of("es", "CL");

    private Languages() {}

    static Locale of(String kept) {
        return kept.equals("en") ? Locale.ENGLISH : SPANISH;
    }

    static String kept(Locale language) {
        return language.getLanguage().equals("en") ? "en" : "es";
    }
}
