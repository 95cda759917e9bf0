package org.cabildo.planfile;

import java.util.Arrays;
import java.util.Optional;
import org.cabildo.plan.published.VisionPart;
import org.jspecify.annotations.Nullable;

/** What the sheet of the plan itself says, one in each row. Names are data: the same in every language of the office. */
public enum PlanField {
    TITLE("titulo"),
    FRAMEWORK("marco"),
    START("inicio"),
    END("termino"),
    SUMMARY("resumen"),
    SOURCE("fuente"),
    LONG_TERM("vision_largo_plazo", VisionPart.LONG_TERM),
    ACHIEVEMENTS("vision_logros", VisionPart.ACHIEVEMENTS),
    CHALLENGES("vision_desafios", VisionPart.CHALLENGES),
    GOALS("vision_metas", VisionPart.GOALS),
    CONTRIBUTION("vision_contribucion", VisionPart.CONTRIBUTION),
    ARRANGEMENTS("vision_arreglos", VisionPart.ARRANGEMENTS),
    SPACES("vision_espacios", VisionPart.SPACES),
    INCLUSION("vision_inclusion", VisionPart.INCLUSION),
    ACT_KIND("acto_tipo"),
    ACT_NUMBER("acto_numero"),
    ACT_DAY("acto_fecha"),
    ACT_DOCUMENT("acto_documento"),
    BODY_NAME("ente_nombre"),
    BODY_KIND("ente_tipo"),
    BODY_INDEPENDENCE("ente_independencia"),
    BODY_CONTACT("ente_contacto");

    private final String title;
    private final @Nullable VisionPart part;

    PlanField(String title) {
        this(title, null);
    }

    PlanField(String title, @Nullable VisionPart part) {
        this.title = title;
        this.part = part;
    }

    /** As it stands in the first column. */
    public String title() {
        return title;
    }

    /** The part of the vision that it holds, if it holds one. */
    public Optional<VisionPart> part() {
        return Optional.ofNullable(part);
    }

    static Optional<PlanField> titled(String text) {
        return Arrays.stream(values())
                .filter(field -> field.title.equals(Folded.of(text)))
                .findFirst();
    }
}
