package org.cabildo.portal.opendata;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.TreeMap;
import java.util.UUID;
import java.util.stream.Collectors;
import org.cabildo.plan.published.Endorsement;
import org.cabildo.plan.published.Foundation;
import org.cabildo.plan.published.PublishedPlans;
import org.cabildo.plan.published.VisionPart;
import org.cabildo.portal.opendata.Dataset.Kind;
import org.cabildo.tenancy.Tenant;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.PropertyNamingStrategies;
import tools.jackson.databind.annotation.JsonNaming;

/** Writes the plans in force, each with what it stands on, for machines. */
final class PlanExport {

    static final Map<String, String> FRAMEWORKS = new TreeMap<>(Map.of(
            "OGP_NATIONAL", "ogp_nacional",
            "OGP_LOCAL", "ogp_local",
            "CONSORTIUM", "consorcio",
            "OWN", "propio",
            "INTERNAL", "interno",
            "MUNICIPAL_MODEL", "modelo_municipal"));

    static final Map<String, String> STAGES = new TreeMap<>(Map.of(
            "APPROVED", "aprobado",
            "SUBMITTED", "entregado",
            "IN_FORCE", "vigente",
            "CLOSED", "cerrado",
            "EVALUATED", "evaluado"));

    static final Dataset DATA = Dataset.named("planes")
            .with("sintetico", Kind.YES_OR_NO)
            .with("plan", Kind.TEXT)
            .with("titulo", Kind.TEXT)
            .with("marco", Kind.oneOf(FRAMEWORKS.values().stream()))
            .with("etapa", Kind.oneOf(STAGES.values().stream()))
            .with("version", Kind.NUMBER)
            .with("publicada", Kind.MOMENT)
            .with("inicio", Kind.DAY)
            .with("termino", Kind.DAY)
            .with("acto", Kind.MAYBE_TEXT)
            .with("acto_fecha", Kind.MAYBE_DAY)
            .with("ente_monitoreo", Kind.MAYBE_TEXT)
            .with("ente_independencia", Kind.MAYBE_TEXT)
            .with("ente_contacto", Kind.MAYBE_TEXT)
            .with("respaldos", Kind.TEXTS)
            .with("vision_largo_plazo", Kind.MAYBE_TEXT)
            .with("vision_logros", Kind.MAYBE_TEXT)
            .with("vision_desafios", Kind.MAYBE_TEXT)
            .with("vision_metas", Kind.MAYBE_TEXT)
            .with("vision_contribucion", Kind.MAYBE_TEXT)
            .with("vision_arreglos", Kind.MAYBE_TEXT)
            .with("vision_espacios", Kind.MAYBE_TEXT)
            .with("vision_inclusion", Kind.MAYBE_TEXT)
            .with("direccion", Kind.ADDRESS)
            .with("id", Kind.ID);

    private PlanExport() {}

    /** @throws IllegalStateException for a code that has no word here yet */
    private static String word(Map<String, String> words, String code) {
        return Optional.ofNullable(words.get(code)).orElseThrow(() -> new IllegalStateException("No word for " + code));
    }

    /** A plan, its names those of the columns. */
    @JsonNaming(PropertyNamingStrategies.SnakeCaseStrategy.class)
    record Row(
            boolean sintetico,
            String plan,
            String titulo,
            String marco,
            String etapa,
            int version,
            Instant publicada,
            LocalDate inicio,
            LocalDate termino,
            @Nullable String acto,
            @Nullable LocalDate actoFecha,
            @Nullable String enteMonitoreo,
            @Nullable String enteIndependencia,
            @Nullable String enteContacto,
            List<String> respaldos,
            @Nullable String visionLargoPlazo,
            @Nullable String visionLogros,
            @Nullable String visionDesafios,
            @Nullable String visionMetas,
            @Nullable String visionContribucion,
            @Nullable String visionArreglos,
            @Nullable String visionEspacios,
            @Nullable String visionInclusion,
            String direccion,
            UUID id) {

        static Row of(
                Tenant tenant,
                PublishedPlans.Version version,
                List<PublishedPlans.Step> steps,
                Foundation foundation,
                String address) {
            var act = foundation.act();
            var body = foundation.body();
            var vision = foundation.vision();
            return new Row(
                    tenant.synthetic(),
                    version.slug(),
                    version.title(),
                    word(FRAMEWORKS, version.framework()),
                    word(STAGES, steps.isEmpty() ? "APPROVED" : steps.getLast().reached()),
                    version.number(),
                    version.publishedAt(),
                    version.start(),
                    version.end(),
                    act == null ? null : act.number(),
                    act == null ? null : act.day(),
                    body == null ? null : body.name(),
                    body == null ? null : body.independence(),
                    body == null ? null : body.contact(),
                    foundation.endorsements().stream().map(Endorsement::actor).toList(),
                    vision.get(VisionPart.LONG_TERM),
                    vision.get(VisionPart.ACHIEVEMENTS),
                    vision.get(VisionPart.CHALLENGES),
                    vision.get(VisionPart.GOALS),
                    vision.get(VisionPart.CONTRIBUTION),
                    vision.get(VisionPart.ARRANGEMENTS),
                    vision.get(VisionPart.SPACES),
                    vision.get(VisionPart.INCLUSION),
                    address,
                    version.planId());
        }

        List<String> cells() {
            return List.of(
                    sintetico ? "SINTÉTICO" : "",
                    Cell.text(plan),
                    Cell.text(titulo),
                    marco,
                    etapa,
                    Integer.toString(version),
                    publicada.toString(),
                    inicio.toString(),
                    termino.toString(),
                    Cell.text(acto),
                    Objects.toString(actoFecha, ""),
                    Cell.text(enteMonitoreo),
                    Cell.text(enteIndependencia),
                    Cell.text(enteContacto),
                    Cell.text(respaldos.stream().collect(Collectors.joining("; "))),
                    Cell.text(visionLargoPlazo),
                    Cell.text(visionLogros),
                    Cell.text(visionDesafios),
                    Cell.text(visionMetas),
                    Cell.text(visionContribucion),
                    Cell.text(visionArreglos),
                    Cell.text(visionEspacios),
                    Cell.text(visionInclusion),
                    direccion,
                    id.toString());
        }
    }
}
