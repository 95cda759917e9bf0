package org.cabildo.onboarding;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.text.MessageFormat;
import java.util.Locale;
import java.util.Properties;
import java.util.TreeSet;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

class OnboardingWordsTest {

    private static final Path ROOM = Path.of("src/main/java/org/cabildo/onboarding");
    private static final Pattern CODE = Pattern.compile("\"(onboarding\\.[a-z.]+)\"");

    @Test
    void everyCodeHasASentenceInBothLanguages() throws IOException {
        var codes = new TreeSet<String>();
        try (var files = Files.list(ROOM)) {
            for (var file : files.toList()) {
                CODE.matcher(Files.readString(file)).results().forEach(found -> codes.add(found.group(1)));
            }
        }

        assertThat(codes).hasSizeGreaterThan(30);
        assertThat(new TreeSet<>(words("es").stringPropertyNames())).isEqualTo(codes);
        assertThat(new TreeSet<>(words("en").stringPropertyNames())).isEqualTo(codes);
    }

    @Test
    void sentencesNameWhatIsWrong() throws IOException {
        var sentence = new MessageFormat(words("es").getProperty("onboarding.code.duplicate"), Locale.of("es", "CL"));

        assertThat(sentence.format(new Object[] {"01101", 1234}))
                .isEqualTo("El código 01101 ya está en la línea 1234.");
    }

    private static Properties words(String language) throws IOException {
        var words = new Properties();
        try (var file = Files.newBufferedReader(
                Path.of("src/main/resources/org/cabildo/onboarding/messages_" + language + ".properties"),
                StandardCharsets.UTF_8)) {
            words.load(file);
        }
        return words;
    }
}
