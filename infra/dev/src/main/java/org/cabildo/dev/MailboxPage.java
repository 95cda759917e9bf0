package org.cabildo.dev;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.text.MessageFormat;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.ResourceBundle;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** The pages of the local mailbox, as HTML that needs no script. */
record MailboxPage(boolean english) {

    private static final Pattern BLANK = Pattern.compile("\\{\\{([a-z.]+)}}");
    private static final Pattern LINK = Pattern.compile("https?://[^\\s<>\"']+");
    private static final DateTimeFormatter MOMENT =
            DateTimeFormatter.ofPattern("dd-MM-yyyy HH:mm:ss").withZone(ZoneId.of("America/Santiago"));

    /** Lists the letters. */
    String list(List<ReceivedLetter> letters) {
        if (letters.isEmpty()) {
            return frame(say("title"), "/", "<p>%s</p>".formatted(say("none")));
        }
        var items = letters.stream().map(this::item).collect(Collectors.joining("\n"));
        return frame(
                say("title"),
                "/",
                "<p class=\"notice\">%s</p>%n<ul class=\"letters\">%n%s%n</ul>".formatted(say("local"), items));
    }

    private String item(ReceivedLetter letter) {
        return """
                <li><a class="person" href="/carta/%s%s"><strong>%s</strong> <span class="role">%s</span> \
                <span class="address">%s</span></a></li>""".formatted(
                        letter.id(),
                        english ? "?lang=en" : "",
                        escaped(letter.subject()),
                        escaped(say("to", letter.to())),
                        escaped(MOMENT.format(letter.receivedAt())));
    }

    /** Shows a letter with its links. */
    String letter(ReceivedLetter letter) {
        var html = letter.html().isEmpty()
                ? ""
                : "<p><a href=\"/carta/%s/html\">%s</a></p>".formatted(letter.id(), say("html"));
        return frame(letter.subject(), "/carta/" + letter.id(), """
                <dl class="head"><dt>%s</dt><dd>%s</dd><dt>%s</dt><dd>%s</dd><dt>%s</dt><dd>%s</dd></dl>
                <pre class="letter">%s</pre>
                %s
                <p><a href="/%s">%s</a></p>
                """.formatted(
                        say("from"),
                        escaped(letter.from()),
                        say("for"),
                        escaped(letter.to()),
                        say("at"),
                        escaped(MOMENT.format(letter.receivedAt())),
                        linked(letter.text()),
                        html,
                        english ? "?lang=en" : "",
                        say("back")));
    }

    /** Says that there is no such letter. */
    String unknown() {
        return frame(
                say("unknown"),
                "/",
                "<p>%s</p><p><a href=\"/%s\">%s</a></p>"
                        .formatted(say("unknown.why"), english ? "?lang=en" : "", say("back")));
    }

    private String frame(String heading, String path, String body) {
        var other = "<a href=\"%s?lang=%s\" lang=\"%2$s\" hreflang=\"%2$s\">%s</a>"
                .formatted(path, english ? "es" : "en", english ? "Español" : "English");
        var values =
                Map.of("lang", english ? "en" : "es-CL", "heading", escaped(heading), "aside", other, "body", body);
        return BLANK.matcher(template())
                .replaceAll(blank -> Matcher.quoteReplacement(Objects.requireNonNull(values.get(blank.group(1)))));
    }

    private static String template() {
        try (var in = Objects.requireNonNull(MailboxPage.class.getResourceAsStream("frame.html"))) {
            return new String(in.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private String say(String key, Object... blanks) {
        var words = ResourceBundle.getBundle(
                "org.cabildo.dev.mailbox",
                english ? Locale.ENGLISH : Locale.ROOT,
                ResourceBundle.Control.getNoFallbackControl(ResourceBundle.Control.FORMAT_PROPERTIES));
        return MessageFormat.format(words.getString(key), blanks);
    }

    private static String linked(String text) {
        var out = new StringBuilder();
        var links = LINK.matcher(text);
        int end = 0;
        while (links.find()) {
            out.append(escaped(text.substring(end, links.start())));
            var link = escaped(links.group());
            out.append("<a href=\"%s\" rel=\"noreferrer\">%1$s</a>".formatted(link));
            end = links.end();
        }
        return out.append(escaped(text.substring(end))).toString();
    }

    private static String escaped(String text) {
        return text.replace("&", "&amp;")
                .replace("<", "&lt;")
                .replace(">", "&gt;")
                .replace("\"", "&quot;");
    }
}
