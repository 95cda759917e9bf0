package org.cabildo.admin.appearance;

import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Image;
import com.vaadin.flow.component.html.Span;
import java.util.List;
import java.util.Optional;
import org.cabildo.admin.words.Words;
import org.cabildo.appearance.published.Colour;
import org.cabildo.appearance.published.Section;
import org.cabildo.appearance.published.Shades;

/** A small drawing of the portal's first page, by day and by night. */
class Preview extends Div {

    /** What is drawn; without colours, the portal's own are. */
    record Drawing(
            String owner,
            Optional<String> arms,
            Optional<Colour> accent,
            Optional<Colour> second,
            List<Section> shown) {}

    /** The colours of one side that the tenant does not choose, and the portal's own of those it does. */
    private record Light(String words, Colour paper, Colour ink, Colour line, Shades accent, Colour second) {}

    private static final Light DAY = new Light(
            "look.preview.day",
            Shades.PAPER,
            new Colour(0x1b2230),
            new Colour(0xd9d4c7),
            new Shades(new Colour(0x0f4c5c), new Colour(0xe3edee), Colour.WHITE),
            new Colour(0x96480f));
    private static final Light NIGHT = new Light(
            "look.preview.night",
            Shades.NIGHT,
            new Colour(0xe9e6df),
            new Colour(0x333d47),
            new Shades(new Colour(0x7fcad8), new Colour(0x17323a), new Colour(0x0b1a1f)),
            new Colour(0xeda56f));

    Preview() {
        addClassName("look-preview");
    }

    void draw(Drawing drawing) {
        removeAll();
        add(
                side(
                        drawing,
                        DAY,
                        drawing.accent().map(Shades::byDay),
                        drawing.second().map(Shades::byDay)),
                side(
                        drawing,
                        NIGHT,
                        drawing.accent().map(Shades::byNight),
                        drawing.second().map(Shades::byNight)));
    }

    private static Div side(Drawing drawing, Light light, Optional<Shades> chosen, Optional<Shades> other) {
        var accent = chosen.orElse(light.accent());
        var second = other.map(Shades::plain).orElse(light.second());
        var owner = new Div();
        owner.addClassName("look-owner");
        drawing.arms().ifPresent(source -> owner.add(new Image(source, "")));
        owner.add(new Span(drawing.owner()));
        var side = new Div(owner);
        side.addClassName("look-side");
        side.getElement().setAttribute("role", "img");
        side.getElement().setAttribute("aria-label", Words.of(light.words()));
        side.getStyle()
                .setBackgroundColor(light.paper().toString())
                .setColor(light.ink().toString())
                .set("border-top", "6px solid " + accent.plain())
                .set("--look-line", light.line().toString());
        var button = new Span(Words.of("look.preview.button"));
        button.addClassName("look-button");
        button.getStyle()
                .setBackgroundColor(accent.plain().toString())
                .setColor(accent.on().toString());
        var mark = new Span(Words.of("look.preview.mark"));
        mark.getStyle().setColor(second.toString());
        mark.addClassName("look-mark");
        var sample = new Div(button, mark);
        sample.addClassName("look-sample");
        side.add(sample);
        for (var section : drawing.shown()) {
            var title = new Span(Words.of(section));
            title.getStyle().setColor(accent.plain().toString());
            var bar = new Span();
            bar.addClassName("look-bar");
            bar.getStyle().setBackgroundColor(accent.soft().toString());
            var row = new Div(title, bar);
            row.addClassName("look-section");
            side.add(row);
        }
        return side;
    }
}
