package org.cabildo.portal.page;

import java.nio.charset.StandardCharsets;
import java.util.Optional;
import org.cabildo.appearance.published.Appearance;
import org.cabildo.appearance.published.Colour;
import org.cabildo.appearance.published.Shades;
import org.cabildo.portal.door.Visit;

/** How a tenant's portal looks, ready for its pages: addresses change with what they lead to. */
public final class Look {

    static final Look PLAIN = new Look(Appearance.PLAIN);
    private static final String DRAWING = "/144"; // how arms are drawn; another drawing is another address
    private final Appearance appearance;
    private final Optional<String> colours;
    private final Optional<String> coloursName;
    private final Optional<String> armsName;

    Look(Appearance appearance) {
        this.appearance = appearance;
        this.colours = style(appearance);
        this.coloursName = colours.map(Look::name);
        this.armsName = appearance.arms().map(arms -> name(arms.sha256() + DRAWING));
    }

    private static String name(String content) {
        return Digest.of(content.getBytes(StandardCharsets.UTF_8));
    }

    /** What was published; plain while nothing was. */
    public Appearance appearance() {
        return appearance;
    }

    /** The style sheet of its colours, if it has this name. */
    public Optional<String> colours(String name) {
        return coloursName.filter(name::equals).flatMap(_ -> colours);
    }

    /** The arms, if their picture has this name. */
    public Optional<Appearance.Arms> arms(String name) {
        return armsName.filter(name::equals).flatMap(_ -> appearance.arms());
    }

    Optional<String> coloursAddress(Visit visit) {
        return coloursName.map(name -> visit.prefix() + "/apariencia/" + name + "/colores.css");
    }

    Optional<Layout.Arms> arms(Visit visit) {
        return armsName.flatMap(name -> appearance
                .arms()
                .map(arms ->
                        new Layout.Arms(visit.prefix() + "/apariencia/" + name + "/escudo.png", arms.alternative())));
    }

    /** Only for screens: paper stays black on white. */
    private static Optional<String> style(Appearance appearance) {
        if (appearance.accent().isEmpty() && appearance.second().isEmpty()) {
            return Optional.empty();
        }
        var day = new StringBuilder();
        var night = new StringBuilder();
        appearance.accent().ifPresent(colour -> {
            accent(day, Shades.byDay(colour));
            accent(night, Shades.byNight(colour));
        });
        appearance.second().ifPresent(colour -> {
            second(day, Shades.byDay(colour));
            second(night, Shades.byNight(colour));
        });
        return Optional.of("@media screen {\n  :root {%s }\n}\n".formatted(day)
                + "@media screen and (prefers-color-scheme: dark) {\n  :root {%s }\n}\n".formatted(night));
    }

    private static void accent(StringBuilder style, Shades shades) {
        say(style, "accent", shades.plain());
        say(style, "accent-soft", shades.soft());
        say(style, "on-accent", shades.on());
    }

    private static void second(StringBuilder style, Shades shades) {
        say(style, "copper", shades.plain());
        say(style, "copper-soft", shades.soft());
    }

    private static void say(StringBuilder style, String name, Colour colour) {
        style.append(" --").append(name).append(": ").append(colour).append(';');
    }
}
