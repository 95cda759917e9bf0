package org.cabildo.admin.words;

import com.vaadin.flow.component.UI;
import com.vaadin.flow.i18n.I18NProvider;
import com.vaadin.flow.server.VaadinSession;
import java.math.RoundingMode;
import java.text.DecimalFormat;
import java.text.ListFormat;
import java.text.MessageFormat;
import java.text.NumberFormat;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.Optional;
import java.util.ResourceBundle;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.cabildo.commitment.published.Detail;
import org.cabildo.identity.Role;
import org.cabildo.kernel.Articles;
import org.cabildo.kernel.Percent;
import org.cabildo.kernel.Period;
import org.cabildo.kernel.Refused;
import org.cabildo.tenancy.FailureCause;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** The words on screen, in Spanish first and in English. */
@Component
public class Words implements I18NProvider {

    /** Spanish of Chile, unless a person chooses otherwise. */
    public static final Locale SPANISH = Locale.of("es", "CL");

    private static final List<Locale> LANGUAGES = List.of(SPANISH, Locale.ENGLISH);
    private static final long KB = 1024;
    private static final long MB = KB * KB;
    private static final Pattern UNIT =
            Pattern.compile("(?<=[0-9}]) (?=%|KB|MB|bytes)"); // no line ends between a number and its unit
    private static final String BUNDLE = "org.cabildo.admin.messages";
    private static final ResourceBundle.Control EXACT =
            ResourceBundle.Control.getNoFallbackControl(ResourceBundle.Control.FORMAT_PROPERTIES);

    @Override
    public List<Locale> getProvidedLocales() {
        return LANGUAGES;
    }

    @Override
    public String getTranslation(String key, Locale locale, Object... arguments) {
        return in(locale, key, arguments);
    }

    /** The sentence with this key in the language of the person looking. */
    public static String of(String key, Object... arguments) {
        return in(language(), key, arguments);
    }

    /** A share of a whole, as the language writes it. */
    public static String of(Percent share) {
        return of("percent.whole", share.value());
    }

    /** The word for one of a closed set, such as a role or a state. */
    public static String of(Enum<?> one) {
        return of("%s.%s".formatted(one.getDeclaringClass().getSimpleName(), one.name()));
    }

    /** Why an order failed, as a sentence; where nothing better is known, the words of what failed. */
    public static String why(Optional<FailureCause> cause, Optional<String> reason) {
        return cause.map(Words::of).or(() -> reason).orElseGet(() -> of("orders.why.unknown"));
    }

    /** Names of which one will do, as a sentence has them. */
    public static String oneOf(List<String> names) {
        return ListFormat.getInstance(language(), ListFormat.Type.OR, ListFormat.Style.FULL)
                .format(names);
    }

    /** What somebody may do, joined by commas; reading goes without saying beside anything else. */
    public static String ofRoles(Collection<Role> roles) {
        return roles.stream()
                .filter(role -> role != Role.READER || roles.size() == 1)
                .sorted()
                .map(Words::of)
                .collect(Collectors.joining(", "));
    }

    /** What a rule said, in the language of the person looking; in English if nobody translated it. */
    public static String of(Refused refused) {
        return refusal(refused.code(), refused.arguments()).orElseGet(() -> Objects.toString(refused.getMessage()));
    }

    /** The sentence for what a rule found, by its code; nothing if nobody wrote one. */
    public static Optional<String> refusal(String code, List<Object> arguments) {
        var key = "refused." + code;
        var language = language();
        var bundle = bundle(language);
        return bundle.containsKey(key)
                ? Optional.of(filled(bundle.getString(key), language, arguments.toArray()))
                : Optional.empty();
    }

    /** A day as people here write it. */
    public static String of(@Nullable LocalDate day) {
        return day == null ? "–" : day.format(DateTimeFormatter.ofPattern(of("format.day"), language()));
    }

    /** From its first to its last day, as people here write them. */
    public static String of(Period period) {
        return of(period.start()) + " – " + of(period.end());
    }

    /** A detail of a commitment as people read it. */
    public static String detail(Detail part, String said) {
        return switch (part) {
            case AXIS -> of("axis." + said);
            case SDG -> said.lines().map(goal -> of("sdg." + goal)).collect(Collectors.joining("; "));
            default -> said;
        };
    }

    /** A month and its year, where the day does not matter or is not known. */
    public static String month(LocalDate day) {
        return day.format(DateTimeFormatter.ofPattern(of("format.month"), language()));
    }

    /** A moment as people here write it, in this time zone. */
    public static String of(@Nullable Instant moment, ZoneId zone) {
        return moment == null
                ? "–"
                : DateTimeFormatter.ofPattern(of("format.moment"), language()).format(moment.atZone(zone));
    }

    /** A time of day, in this time zone. */
    public static String time(Instant moment, ZoneId zone) {
        return DateTimeFormatter.ofPattern("HH:mm", language()).format(moment.atZone(zone));
    }

    /** A time of day to the second, in this time zone. */
    public static String clock(Instant moment, ZoneId zone) {
        return DateTimeFormatter.ofPattern("HH:mm:ss", language()).format(moment.atZone(zone));
    }

    /** A whole number as people here write it. */
    public static String number(long count) {
        return NumberFormat.getIntegerInstance(language()).format(count);
    }

    /** How long something took or lasts, to the second below an hour and to the minute below two days. */
    public static String of(Duration length) {
        long seconds = Math.max(0, length.toSeconds());
        if (seconds < 60) {
            return of("duration.s", seconds);
        }
        if (seconds < 3_600) {
            return of("duration.min", seconds / 60, seconds % 60);
        }
        long hours = length.toHours();
        return hours < 48 ? of("duration.h", hours, length.toMinutesPart()) : of("duration.d", length.toDays());
    }

    /**
     * The size of a file as people say it.
     *
     * @param bytes its size
     */
    public static String size(long bytes) {
        if (bytes < KB) {
            return of("size.bytes", bytes);
        }
        return bytes < MB ? of("size.kb", Math.round((double) bytes / KB)) : of("size.mb", (double) bytes / MB);
    }

    /** The sentence with this key in this language; the key itself if there is none. */
    public static String in(Locale locale, String key, Object... arguments) {
        var bundle = bundle(locale);
        return bundle.containsKey(key) ? filled(bundle.getString(key), locale, arguments) : key;
    }

    /** The language of the person looking. */
    public static Locale language() {
        var ui = UI.getCurrent();
        if (ui != null) {
            return ui.getLocale();
        }
        var session = VaadinSession.getCurrent();
        return session == null ? SPANISH : session.getLocale();
    }

    private static ResourceBundle bundle(Locale locale) {
        return ResourceBundle.getBundle(
                BUNDLE, "en".equals(locale.getLanguage()) ? Locale.ENGLISH : Locale.of("es"), EXACT);
    }

    private static String filled(String written, Locale locale, Object... arguments) {
        var pattern = UNIT.matcher(written).replaceAll("\u00a0");
        if (arguments.length == 0) {
            return pattern.replace("''", "'");
        }
        return rounding(new MessageFormat(Articles.placed(pattern, arguments), locale))
                .format(Arrays.stream(arguments).map(Words::printable).toArray());
    }

    /** A half goes up, as in the files and in a spreadsheet that counts it again. */
    private static MessageFormat rounding(MessageFormat sentence) {
        for (var part : sentence.getFormats()) {
            if (part instanceof DecimalFormat number) {
                number.setRoundingMode(RoundingMode.HALF_UP);
            }
        }
        return sentence;
    }

    private static Object printable(Object argument) {
        return switch (argument) {
            case LocalDate day -> of(day);
            case Duration length -> of(length);
            case Enum<?> one -> of(one);
            case Collection<?> many ->
                many.stream().map(one -> printable(one).toString()).sorted().collect(Collectors.joining(", "));
            case Number number -> number;
            default -> argument.toString();
        };
    }
}
