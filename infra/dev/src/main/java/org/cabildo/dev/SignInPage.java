package org.cabildo.dev;

import static java.util.stream.Collectors.groupingBy;
import static java.util.stream.Collectors.joining;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.springframework.security.web.csrf.CsrfToken;
import org.springframework.web.util.HtmlUtils;

/** The pages of the local identity provider, as HTML that needs no script. */
record SignInPage(SignInWords words) {

    private static final Pattern BLANK = Pattern.compile("\\{\\{([a-z.]+)}}");

    /** Asks who wants to come in. */
    String signIn(CsrfToken token) {
        return signIn(token, Map.of("typed", "", "invalid", "", "refusal", ""));
    }

    /**
     * Asks again, keeping what was typed.
     *
     * @param typed the e-mail address that was refused
     */
    String refuse(CsrfToken token, String typed) {
        return signIn(
                token,
                Map.of(
                        "typed",
                        escaped(typed),
                        "invalid",
                        " aria-invalid=\"true\" aria-describedby=\"refused\"",
                        "refusal",
                        "    <p class=\"refused\" role=\"alert\" id=\"refused\">%s</p>"
                                .formatted(words.get("refused", typed))));
    }

    private String signIn(CsrfToken token, Map<String, String> refusal) {
        var values = new LinkedHashMap<>(refusal);
        values.put("token", token.getToken());
        values.put("secret", DemoPeople.PASSWORD);
        values.put("places", places());
        var otherLanguage = "<a href=\"/sign-in?lang=%s\" lang=\"%1$s\" hreflang=\"%1$s\">%s</a>"
                .formatted(words.get("switch.lang"), words.get("switch"));
        return frame(words.get("title"), otherLanguage, filled("sign-in.html", values));
    }

    private String places() {
        return DemoPeople.all().stream()
                .collect(groupingBy(words::place, LinkedHashMap::new, Collectors.toList()))
                .entrySet()
                .stream()
                .map(place -> "<section><h3>%s</h3><ul>%n%s%n</ul></section>"
                        .formatted(place.getKey(), people(place.getValue())))
                .collect(joining("\n"));
    }

    private String people(List<DemoPerson> people) {
        return people.stream()
                .map(person -> """
                        <li><button class="person" type="submit" name="email" value="%s">
                          <strong>%s</strong> <span class="role">%s</span> <span class="address">%1$s</span>
                        </button></li>""".formatted(person.email(), person.name(), words.role(person.role())))
                .collect(joining("\n"));
    }

    /** Says who is signed in and lets them leave. */
    String home(SignedIn person, CsrfToken token, String office) {
        var who = words.get("home.in", person.name(), person.email());
        var values = Map.of("who", who, "office", escaped(office), "token", token.getToken());
        return frame(words.get("home"), "", filled("home.html", values));
    }

    /** Says that nobody is signed in. */
    String home(String office) {
        return frame(
                words.get("home"),
                "",
                "<p>%s</p><p><a class=\"act\" href=\"%s\">%s</a></p>"
                        .formatted(words.get("home.out"), escaped(office), words.get("home.office")));
    }

    /** Says that an application asked for something it may not have. */
    String error(int status) {
        return frame(
                words.get("error"),
                "",
                "<p class=\"refused\">%s</p>".formatted(words.get("error.why", Integer.toString(status))));
    }

    private String frame(String heading, String aside, String body) {
        return filled("frame.html", Map.of("heading", heading, "aside", aside, "body", body));
    }

    /** Fills the blanks of a template from the given values, and what they leave from the words. */
    private String filled(String template, Map<String, String> values) {
        return BLANK.matcher(read(template)).replaceAll(blank -> {
            var value = values.get(blank.group(1));
            return Matcher.quoteReplacement(value == null ? words.get(blank.group(1)) : value);
        });
    }

    private static String read(String template) {
        try (var in = Objects.requireNonNull(SignInPage.class.getResourceAsStream(template))) {
            return new String(in.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException("Could not read " + template, e);
        }
    }

    private static String escaped(String text) {
        return HtmlUtils.htmlEscape(text, "UTF-8");
    }
}
