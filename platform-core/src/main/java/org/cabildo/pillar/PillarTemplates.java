package org.cabildo.pillar;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.Objects;
import org.cabildo.kernel.Refused;
import org.springframework.stereotype.Component;
import tools.jackson.databind.json.JsonMapper;

/** The seven pillar sets found in Chile, each with its source. */
@Component
public class PillarTemplates {

    /** The set a tenant starts with when none is named. */
    public static final String DEFAULT = "ogp";

    private final List<PillarTemplate> templates;

    PillarTemplates(JsonMapper json) {
        try (var stream = PillarTemplates.class.getResourceAsStream("/pillar/templates.json")) {
            templates = List.of(json.readValue(Objects.requireNonNull(stream), PillarTemplate[].class));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    public List<PillarTemplate> all() {
        return templates;
    }

    /**
     * The template of this code.
     *
     * @throws Refused if there is none
     */
    public PillarTemplate require(String code) {
        return templates.stream()
                .filter(template -> template.code().equals(code))
                .findFirst()
                .orElseThrow(() -> new Refused(
                        "pillar.template.unknown",
                        "There is no pillar set «%s»; there are %s."
                                .formatted(
                                        code,
                                        templates.stream()
                                                .map(PillarTemplate::code)
                                                .toList()),
                        code));
    }
}
