package org.cabildo.kernel;

import java.util.Set;
import java.util.regex.Pattern;

/**
 * The short name a tenant or a page is addressed by.
 *
 * @param value 2 to 40 characters: lower-case letters, digits and hyphens, first a letter, last no hyphen
 */
public record Slug(String value) {

    private static final Pattern SHAPE = Pattern.compile("[a-z][a-z0-9-]{0,38}[a-z0-9]");
    private static final Set<String> RESERVED = Set.of(
            "t",
            "admin",
            "api",
            "www",
            "static",
            "health",
            "login",
            "logout",
            "error",
            "en",
            "es",
            "nacional",
            "localhost",
            "mail",
            "oauth2",
            "directorio",
            "datos",
            "assets",
            "vaadin");

    public Slug {
        if (!SHAPE.matcher(value).matches()) {
            throw new Refused(
                    "slug.shape",
                    "An address is 2 to 40 lower-case letters, digits or hyphens, such as puerto-ejemplo, but was «%s»."
                            .formatted(value),
                    value);
        }
        if (RESERVED.contains(value)) {
            throw new Refused("slug.reserved", "The address «%s» is reserved; choose another.".formatted(value), value);
        }
    }

    /** The words of a name joined by hyphens, without accents; at most 40 characters. */
    public static String from(String name) {
        return from(name, 40);
    }

    /** The words of a name joined by hyphens, without accents: as many of them as fit. */
    public static String from(String name, int longest) {
        var plain = Texts.plain(name).replaceAll("[^a-z0-9]+", "-").replaceAll("^[-0-9]+|-+$", "");
        if (plain.length() <= longest) {
            return plain;
        }
        int end = plain.lastIndexOf('-', longest);
        return plain.substring(0, end > 0 ? end : longest);
    }

    @Override
    public String toString() {
        return value;
    }
}
