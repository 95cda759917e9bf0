package org.cabildo.portal.plan;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.cabildo.commitment.published.Amendment;
import org.cabildo.commitment.published.PublishedAmendments;
import org.cabildo.kernel.Unknown;
import org.cabildo.portal.door.Visit;
import org.cabildo.portal.page.About;
import org.cabildo.portal.page.Answer;
import org.cabildo.portal.page.Freshness;
import org.cabildo.portal.page.Renderer;
import org.cabildo.portal.page.Words;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;

/** What a version of a plan changed and why: before and after, field by field and word by word. */
@Controller
public class AmendmentPages {

    private final PublishedAmendments amendments;
    private final Sources sources;
    private final Freshness freshness;
    private final Renderer renderer;

    AmendmentPages(PublishedAmendments amendments, Sources sources, Freshness freshness, Renderer renderer) {
        this.amendments = amendments;
        this.sources = sources;
        this.freshness = freshness;
        this.renderer = renderer;
    }

    /** An amendment of a plan of the source. */
    public record AmendmentPage(Amendment amendment, Source source, Words words) {

        /** A field's name as readers know it. */
        public String name(Amendment.Field field) {
            return words.get("amendment.field." + field.name());
        }

        /** What a field that is no text says. */
        public String shown(Amendment.Field field, String value) {
            if (value.isEmpty()) {
                return words.get("amendment.nothing");
            }
            return switch (field.name()) {
                case "period" ->
                    words.period(
                            LocalDate.parse(value.substring(0, value.indexOf('/'))),
                            LocalDate.parse(value.substring(value.indexOf('/') + 1)));
                case "framework" -> words.get("framework." + value);
                case "act.kind" -> words.get("act." + value);
                case "act.day" -> words.date(LocalDate.parse(value));
                case "body.kind" -> words.get("body." + value);
                case "endorsements" -> value.lines().map(this::endorsement).collect(Collectors.joining("; "));
                case "follows" -> value.replace(",", ", ");
                case "detail.AXIS" -> words.get("axis." + value);
                case "detail.SDG" ->
                    value.lines().map(goal -> words.get("sdg." + goal)).collect(Collectors.joining("; "));
                default -> value;
            };
        }

        /** What a part says that is new, or said that is gone: once, without its title, which stands above. */
        public List<Amendment.Field> once(Amendment.Change change) {
            return change.fields().stream()
                    .filter(field -> !change.title().equals(field.after().isEmpty() ? field.before() : field.after()))
                    .toList();
        }

        private String endorsement(String line) {
            var parts = line.split(" \\| ", -1);
            return parts.length < 2 ? line : parts[0] + " (" + words.get("sector." + parts[1]) + ")";
        }

        /** The address of a commitment as this version promises it. */
        public String address(Amendment.Change change) {
            return source.commitment(amendment.planSlug(), amendment.number(), change.commitment());
        }
    }

    @GetMapping("/planes/{plan}/v/{amended}/cambios")
    Answer own(Visit visit, @PathVariable String plan, @PathVariable int amended) {
        return Answer.page(freshness.of(visit), () -> render(sources.own(visit), plan, amended));
    }

    @GetMapping("/consorcios/{consortium}/planes/{plan}/v/{amended}/cambios")
    Answer shared(Visit visit, @PathVariable String consortium, @PathVariable String plan, @PathVariable int amended) {
        var source = sources.shared(visit, consortium);
        return Answer.page(freshness.of(visit, source.owner()), () -> render(source, plan, amended));
    }

    private byte[] render(Source source, String plan, int number) {
        var amendment =
                source.read(() -> amendments.of(plan, number)).orElseThrow(() -> new Unknown("amendment", plan));
        var words = Words.of(source.visit().language());
        return renderer.render(
                source.visit(),
                "plan/amendment",
                words.get("amendment.title", amendment.number()),
                source.owner().synthetic(),
                new About(
                        Optional.of(source.owner()),
                        "/planes/" + plan + "/v/" + number + "/cambios",
                        amendment.reason().isBlank() ? amendment.title() : amendment.reason(),
                        Optional.of("/tarjeta.png"),
                        Map.of()),
                new AmendmentPage(amendment, source, words),
                source.step(amendment.title(), amendment.planSlug()));
    }
}
