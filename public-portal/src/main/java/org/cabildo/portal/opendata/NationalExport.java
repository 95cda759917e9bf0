package org.cabildo.portal.opendata;

import java.time.Instant;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import org.cabildo.benchmarking.published.ToldCommitments.Standing;
import org.cabildo.portal.opendata.Dataset.Kind;
import org.cabildo.tenancy.Tenant;
import org.cabildo.tenancy.TenantKind;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.PropertyNamingStrategies;
import tools.jackson.databind.annotation.JsonNaming;

/** Writes the country's institutions and their commitments for machines; invented ones say so. */
final class NationalExport {

    static final Dataset INSTITUTIONS = Dataset.named("instituciones")
            .with("sintetico", Kind.YES_OR_NO)
            .with("titulo", Kind.TEXT)
            .with("codigo", Kind.MAYBE_TEXT)
            .with("region", Kind.MAYBE_TEXT)
            .with("tipo", Kind.oneOf(Arrays.stream(TenantKind.values()).map(NationalExport::word)))
            .with("compromisos", Kind.COUNT)
            .with("direccion", Kind.ADDRESS)
            .with("id", Kind.ID);

    static final Dataset COMMITMENTS = Dataset.named("compromisos")
            .with("sintetico", Kind.YES_OR_NO)
            .with("institucion", Kind.TEXT)
            .with("codigo", Kind.MAYBE_TEXT)
            .with("region", Kind.MAYBE_TEXT)
            .with("tipo", Kind.oneOf(Arrays.stream(TenantKind.values()).map(NationalExport::word)))
            .with("lidera", Kind.MAYBE_TEXT)
            .with("plan", Kind.TEXT)
            .with("numero", Kind.NUMBER)
            .with("titulo", Kind.TEXT)
            .with("avance", Kind.PERCENT)
            .with("retirado", Kind.YES_OR_NO)
            .with("actualizado", Kind.MOMENT)
            .with("direccion", Kind.ADDRESS)
            .with("id", Kind.ID)
            .with("inicio", Kind.MAYBE_DAY)
            .with("termino", Kind.MAYBE_DAY)
            .with("estado", Kind.maybeOneOf(CommitmentExport.STATUSES))
            .with("hitos", Kind.COUNT)
            .with("hitos_cumplidos", Kind.COUNT)
            .with("hitos_retrasados", Kind.COUNT);

    private NationalExport() {}

    private static String word(TenantKind kind) {
        return switch (kind) {
            case MUNICIPALITY -> "municipalidad";
            case REGIONAL_GOVERNMENT -> "gobierno_regional";
            case CONSORTIUM -> "consorcio";
            case ASSOCIATION -> "asociacion";
        };
    }

    /** An institution, its names those of the columns. */
    @JsonNaming(PropertyNamingStrategies.SnakeCaseStrategy.class)
    record Institution(
            boolean sintetico,
            String titulo,
            @Nullable String codigo,
            @Nullable String region,
            String tipo,
            int compromisos,
            String direccion,
            UUID id) {

        static Institution of(Tenant tenant, int commitments, String address) {
            return new Institution(
                    tenant.synthetic(),
                    tenant.name(),
                    tenant.governmentCode(),
                    tenant.regionCode(),
                    word(tenant.kind()),
                    commitments,
                    address,
                    tenant.id().value());
        }

        List<String> cells() {
            return List.of(
                    sintetico ? "SINTÉTICO" : "",
                    Cell.text(titulo),
                    Cell.text(codigo),
                    Cell.text(region),
                    tipo,
                    Integer.toString(compromisos),
                    direccion,
                    id.toString());
        }
    }

    /** A commitment, its names those of the columns. */
    @JsonNaming(PropertyNamingStrategies.SnakeCaseStrategy.class)
    record Commitment(
            boolean sintetico,
            String institucion,
            @Nullable String codigo,
            @Nullable String region,
            String tipo,
            @Nullable String lidera,
            String plan,
            int numero,
            String titulo,
            int avance,
            boolean retirado,
            Instant actualizado,
            String direccion,
            UUID id,
            @Nullable LocalDate inicio,
            @Nullable LocalDate termino,
            @Nullable String estado,
            int hitos,
            int hitosCumplidos,
            int hitosRetrasados) {

        /** @param lead name of the member that leads it */
        static Commitment of(Tenant tenant, Standing standing, @Nullable String lead, String address) {
            var told = standing.told();
            var status = standing.status();
            return new Commitment(
                    tenant.synthetic(),
                    tenant.name(),
                    tenant.governmentCode(),
                    tenant.regionCode(),
                    word(tenant.kind()),
                    lead,
                    told.plan(),
                    told.number(),
                    told.title(),
                    told.progress(),
                    told.withdrawn(),
                    told.updated(),
                    address,
                    told.id(),
                    standing.starts(),
                    standing.ends(),
                    status == null ? null : CommitmentExport.word(status),
                    standing.milestones(),
                    standing.kept(),
                    standing.late());
        }

        List<String> cells() {
            return List.of(
                    sintetico ? "SINTÉTICO" : "",
                    Cell.text(institucion),
                    Cell.text(codigo),
                    Cell.text(region),
                    tipo,
                    Cell.text(lidera),
                    Cell.text(plan),
                    Integer.toString(numero),
                    Cell.text(titulo),
                    Integer.toString(avance),
                    retirado ? "si" : "no",
                    actualizado.toString(),
                    direccion,
                    id.toString(),
                    Objects.toString(inicio, ""),
                    Objects.toString(termino, ""),
                    Objects.toString(estado, ""),
                    Integer.toString(hitos),
                    Integer.toString(hitosCumplidos),
                    Integer.toString(hitosRetrasados));
        }
    }
}
