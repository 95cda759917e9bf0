package org.cabildo.mail;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/**
 * A letter to one person, the same in plain text and in simple HTML.
 *
 * @param to the address it goes to
 * @param language it is written in
 * @param subject one line
 * @param text for programs that show no HTML
 * @param html a whole document, without pictures or scripts
 */
public record Letter(String to, Locale language, String subject, String text, String html) {

    private static final Pattern LINE_BREAK = Pattern.compile("\\R");

    public Letter {
        if (LINE_BREAK.matcher(to + subject).find()) {
            throw new IllegalArgumentException("Address and subject of a letter are one line each");
        }
    }

    /**
     * A letter that leads to one address.
     *
     * @param before paragraphs before the link
     * @param after paragraphs after it
     */
    public static Letter leading(
            String to, Locale language, String subject, List<String> before, String link, List<String> after) {
        var line = subject.replaceAll("\\s+", " ");
        var text = new ArrayList<>(before);
        text.add(link);
        text.addAll(after);
        var html = """
                <!doctype html>
                <html lang="%s">
                <head><meta charset="utf-8"><title>%s</title></head>
                <body>
                %s
                <p><a href="%4$s">%4$s</a></p>
                %5$s
                </body>
                </html>
                """.formatted(
                        language.toLanguageTag(), escaped(line), paragraphs(before), escaped(link), paragraphs(after));
        return new Letter(to, language, line, String.join("\n\n", text), html);
    }

    private static String paragraphs(List<String> texts) {
        return texts.stream().map(text -> "<p>" + escaped(text) + "</p>").collect(Collectors.joining("\n"));
    }

    /** A text as part of a letter's HTML. */
    public static String escaped(String text) {
        return text.replace("&", "&amp;")
                .replace("<", "&lt;")
                .replace(">", "&gt;")
                .replace("\"", "&quot;");
    }

    /** Tells nobody's address: letters stay out of logs. */
    @Override
    public String toString() {
        return "Letter[" + language.toLanguageTag() + "]";
    }
}
