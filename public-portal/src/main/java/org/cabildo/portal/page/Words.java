package org.cabildo.portal.page;

import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.text.NumberFormat;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.EnumMap;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Properties;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.cabildo.kernel.Articles;
import org.cabildo.portal.door.Language;

/** The words of the pages in one language; places are written {0}, {1}. A word that is missing is a bug. */
public final class Words {

    private static final Pattern UNIT = Pattern.compile("(?<=[0-9}]) (?=%|KB|MB|bytes)");

    private static final Map<Language, Words> ALL = new EnumMap<>(Map.of(
            Language.SPANISH, new Words(Language.SPANISH),
            Language.ENGLISH, new Words(Language.ENGLISH)));

    private static final DateTimeFormatter MINUTE = DateTimeFormatter.ofPattern("HH:mm", Locale.ROOT);
    private static final long NO_SEPARATOR = 1_000; // from here on
    private static final long KB = 1024;
    private static final long MB = KB * KB;

    private final Language language;
    private final Map<String, String> words;
    private final Set<String> texts;
    private final DateTimeFormatter day;
    private final DateTimeFormatter month;

    private Words(Language language) {
        this.language = language;
        this.words = read("messages_" + language.code() + ".properties");
        this.texts = Set.copyOf(words.values());
        this.day = DateTimeFormatter.ofPattern(get("format.day"), language.locale());
        this.month = DateTimeFormatter.ofPattern(get("format.month"), language.locale());
    }

    /** The words of this language. */
    public static Words of(Language language) {
        return Objects.requireNonNull(ALL.get(language));
    }

    /**
     * The word under a key.
     *
     * @param arguments numbers and dates are written as the country writes them
     */
    public String get(String key, Object... arguments) {
        var text = words.get(key);
        if (text == null) {
            throw new IllegalStateException("No word " + key + " in " + language);
        }
        return arguments.length == 0 ? text : filled(text, arguments);
    }

    /** The word under a key with the name of an institution, which Spanish gives its article. */
    public String named(String key, String name) {
        return filled(withArticle(get(key), name), name);
    }

    /** The word under a key that stands before the name of an institution: as far as its article. */
    public String before(String key, String name) {
        return filled(withArticle(get(key) + " {0}", name), "").strip();
    }

    private String withArticle(String text, String name) {
        return language == Language.SPANISH ? Articles.placed(text.replace("{0}", "(la) {0}"), name) : text;
    }

    /** In one way through the text: what an argument says is never taken for a place. */
    private String filled(String text, Object... arguments) {
        var said = new StringBuilder(text.length() + 16 * arguments.length);
        int from = 0;
        for (int open = text.indexOf('{'); open >= 0; open = text.indexOf('{', open + 1)) {
            int place = open + 2 < text.length() && text.charAt(open + 2) == '}' ? text.charAt(open + 1) - '0' : -1;
            if (place >= 0 && place < arguments.length) {
                said.append(text, from, open).append(written(arguments[place]));
                from = open + 3;
            }
        }
        return said.append(text, from, text.length()).toString();
    }

    /**
     * The word for so many: {@code <key>.one} or {@code <key>.many}.
     *
     * @param of what else the word says, after the number
     */
    public String count(String key, long many, String... of) {
        return get(
                many == 1 ? key + ".one" : key + ".many",
                Stream.concat(Stream.of(many), Stream.of(of)).toArray());
    }

    /** Whether there is a word under this key. */
    public boolean has(String key) {
        return words.containsKey(key);
    }

    /** Whether this text is ours, in this language; what is not was written by a tenant, in Spanish. */
    public boolean says(String text) {
        return texts.contains(text);
    }

    /** A number with the separators of the country. */
    public String number(long number) {
        if (number >= 0 && number < NO_SEPARATOR) {
            return Long.toString(number); // most are, and a format is made anew each time
        }
        return NumberFormat.getIntegerInstance(language.locale()).format(number);
    }

    /**
     * The size of a file as people say it.
     *
     * @param bytes its size
     */
    public String size(long bytes) {
        if (bytes < KB) {
            return get("size.bytes", bytes);
        }
        if (bytes < MB) {
            return get("size.kb", Math.round((double) bytes / KB));
        }
        var number = NumberFormat.getNumberInstance(language.locale());
        number.setMaximumFractionDigits(1);
        return get("size.mb", number.format((double) bytes / MB));
    }

    /** A date as readers of this language expect it, day first. */
    public String date(LocalDate date) {
        return day.format(date);
    }

    /** The date of a moment where the tenant is. */
    public String date(Instant moment, ZoneId zone) {
        return date(moment.atZone(zone).toLocalDate());
    }

    /** A moment where the tenant is, to the minute. */
    public String moment(Instant moment, ZoneId zone) {
        return date(moment, zone) + ", " + MINUTE.format(moment.atZone(zone));
    }

    /** A month, when only that is known. */
    public String month(LocalDate date) {
        return month.format(date);
    }

    /** From one date to another. */
    public String period(LocalDate start, LocalDate end) {
        return get("period", start, end);
    }

    public Language language() {
        return language;
    }

    private String written(Object argument) {
        return switch (argument) {
            case LocalDate date -> date(date);
            case Integer number -> number(number);
            case Long number -> number(number);
            default -> argument.toString();
        };
    }

    static Map<String, String> read(String name) {
        try (var reader = new InputStreamReader(
                Objects.requireNonNull(Words.class.getResourceAsStream("/org/cabildo/portal/" + name), name),
                StandardCharsets.UTF_8)) {
            var properties = new Properties();
            properties.load(reader);
            return properties.stringPropertyNames().stream()
                    .collect(Collectors.toUnmodifiableMap(key -> key, key -> held(properties.getProperty(key))));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** No line ends between a number and its unit. */
    private static String held(String text) {
        return UNIT.matcher(text).replaceAll("\u00a0");
    }
}
