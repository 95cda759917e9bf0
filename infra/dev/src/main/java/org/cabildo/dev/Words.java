package org.cabildo.dev;

import java.text.MessageFormat;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.ResourceBundle;
import java.util.stream.Stream;

/** The launcher's words for the person at the terminal: Spanish unless the terminal speaks English. */
final class Words {

    private final ResourceBundle texts;
    private final boolean english;

    private Words(boolean english) {
        this.english = english;
        this.texts = ResourceBundle.getBundle(
                "org.cabildo.dev.launcher",
                english ? Locale.ENGLISH : Locale.ROOT,
                ResourceBundle.Control.getNoFallbackControl(ResourceBundle.Control.FORMAT_PROPERTIES));
    }

    /** Chooses the language as POSIX programs do, by the first of {@code LC_ALL LC_MESSAGES LANG} that is set. */
    static Words of(Map<String, String> environment) {
        var locale = Stream.of("LC_ALL", "LC_MESSAGES", "LANG")
                .flatMap(name -> Optional.ofNullable(environment.get(name)).stream())
                .filter(value -> !value.isBlank())
                .findFirst();
        return new Words(locale.filter(value -> value.startsWith("en")).isPresent());
    }

    String say(String key, Object... blanks) {
        return MessageFormat.format(texts.getString(key), blanks);
    }

    String role(DemoRole role) {
        return english ? role.english() : role.spanish();
    }
}
