package org.cabildo.portal.appearance;

import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.function.Supplier;
import org.cabildo.kernel.Unknown;
import org.cabildo.portal.door.Visit;
import org.cabildo.portal.page.Answer;
import org.cabildo.portal.page.Freshness;
import org.cabildo.portal.page.Looks;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;

/**
 * The visited portal's own colours and arms, at addresses that change with their content. What the portal looked like
 * before, and how any other looks, is at no address of it.
 */
@Controller
class AppearancePages {

    private static final Map<String, String> FOR_EVER = Map.of("Cache-Control", "max-age=31536000, public, immutable");
    private final Looks looks;
    private final ArmsDrawing drawing;

    AppearancePages(Looks looks, ArmsDrawing drawing) {
        this.looks = looks;
        this.drawing = drawing;
    }

    @GetMapping("/apariencia/{name}/colores.css")
    Answer colours(Visit visit, @PathVariable String name) {
        var style = looks.find(visit, look -> look.colours(name)).orElseThrow(() -> new Unknown("style", name));
        return answer(
                visit,
                "colores-" + name,
                "text/css;charset=UTF-8",
                false,
                () -> style.getBytes(StandardCharsets.UTF_8));
    }

    @GetMapping("/apariencia/{name}/escudo.png")
    Answer arms(Visit visit, @PathVariable String name) {
        var arms = looks.find(visit, look -> look.arms(name)).orElseThrow(() -> new Unknown("arms", name));
        return answer(visit, "escudo-" + name, "image/png", true, () -> drawing.png(arms));
    }

    private static Answer answer(Visit visit, String mark, String type, boolean kept, Supplier<byte[]> making) {
        return new Answer(new Freshness.Mark(visit.tenant().id().toString(), mark), type, kept, FOR_EVER, making);
    }
}
