package org.cabildo.portal.opendata;

import java.time.LocalDate;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import org.cabildo.commitment.published.PublishedMilestones;
import org.cabildo.portal.opendata.Dataset.Kind;
import org.cabildo.tenancy.Tenant;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.PropertyNamingStrategies;
import tools.jackson.databind.annotation.JsonNaming;

/** Writes milestones, of which the progress of a commitment is made, for machines. */
final class MilestoneExport {

    static final Dataset DATA = Dataset.named("hitos")
            .with("sintetico", Kind.YES_OR_NO)
            .with("institucion", Kind.TEXT)
            .with("codigo", Kind.MAYBE_TEXT)
            .with("plan", Kind.TEXT)
            .with("numero", Kind.NUMBER)
            .with("lugar", Kind.NUMBER)
            .with("hito", Kind.TEXT)
            .with("entregable", Kind.TEXT)
            .with("responsable", Kind.TEXT)
            .with("inicio", Kind.DAY)
            .with("termino", Kind.DAY)
            .with("peso", Kind.NUMBER)
            .with("avance", Kind.PERCENT)
            .with("cumplido", Kind.MAYBE_DAY)
            .with("estado", Kind.oneOf(CommitmentExport.STATUSES.stream()))
            .with("motivo_retraso", Kind.MAYBE_TEXT)
            .with("motivo_retiro", Kind.MAYBE_TEXT)
            .with("direccion", Kind.ADDRESS)
            .with("id", Kind.ID);

    private MilestoneExport() {}

    /** A milestone, its names those of the columns. */
    @JsonNaming(PropertyNamingStrategies.SnakeCaseStrategy.class)
    record Row(
            boolean sintetico,
            String institucion,
            @Nullable String codigo,
            String plan,
            int numero,
            int lugar,
            String hito,
            String entregable,
            String responsable,
            LocalDate inicio,
            LocalDate termino,
            int peso,
            int avance,
            @Nullable LocalDate cumplido,
            String estado,
            @Nullable String motivoRetraso,
            @Nullable String motivoRetiro,
            String direccion,
            UUID id) {

        static Row of(Tenant tenant, PublishedMilestones.Line line, String address) {
            return new Row(
                    tenant.synthetic(),
                    tenant.name(),
                    tenant.governmentCode(),
                    line.planSlug(),
                    line.number(),
                    line.place(),
                    line.activity(),
                    line.deliverable(),
                    line.responsible(),
                    line.starts(),
                    line.ends(),
                    line.weight(),
                    line.progress(),
                    line.completedOn(),
                    CommitmentExport.word(line.status()),
                    line.delay(),
                    line.withdrawn(),
                    address,
                    line.id());
        }

        List<String> cells() {
            return List.of(
                    sintetico ? "SINTÉTICO" : "",
                    Cell.text(institucion),
                    Cell.text(codigo),
                    Cell.text(plan),
                    Integer.toString(numero),
                    Integer.toString(lugar),
                    Cell.text(hito),
                    Cell.text(entregable),
                    Cell.text(responsable),
                    inicio.toString(),
                    termino.toString(),
                    Integer.toString(peso),
                    Integer.toString(avance),
                    Objects.toString(cumplido, ""),
                    estado,
                    Cell.text(motivoRetraso),
                    Cell.text(motivoRetiro),
                    direccion,
                    id.toString());
        }
    }
}
