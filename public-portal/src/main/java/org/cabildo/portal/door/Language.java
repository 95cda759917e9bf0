package org.cabildo.portal.door;

import java.util.Locale;

/** The languages of the pages. Spanish is the default and is not named in links. */
public enum Language {
    SPANISH("es", Locale.forLanguageTag("es-CL")),
    ENGLISH("en", Locale.ENGLISH);

    private final String code;
    private final Locale locale;

    Language(String code, Locale locale) {
        this.code = code;
        this.locale = locale;
    }

    /** The language of this code; Spanish for any other. */
    static Language of(String code) {
        return ENGLISH.code.equals(code) ? ENGLISH : SPANISH;
    }

    /** Two letters, as in {@code ?lang=en}. */
    public String code() {
        return code;
    }

    /** As in {@code <html lang>}. */
    public String tag() {
        return locale.toLanguageTag();
    }

    public Locale locale() {
        return locale;
    }

    /** The one that is not this one. */
    public Language other() {
        return this == SPANISH ? ENGLISH : SPANISH;
    }
}
