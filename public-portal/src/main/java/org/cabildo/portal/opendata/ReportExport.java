package org.cabildo.portal.opendata;

import java.time.Instant;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import java.util.function.UnaryOperator;
import org.cabildo.commitment.published.PublishedCommitments;
import org.cabildo.portal.opendata.Dataset.Kind;
import org.cabildo.tenancy.Tenant;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.PropertyNamingStrategies;
import tools.jackson.databind.annotation.JsonNaming;

/** Writes what was reported on milestones, each report with its evidence, for machines. */
final class ReportExport {

    static final Dataset DATA = Dataset.named("avances")
            .with("sintetico", Kind.YES_OR_NO)
            .with("plan", Kind.TEXT)
            .with("numero", Kind.NUMBER)
            .with("hito", Kind.TEXT)
            .with("momento", Kind.MOMENT)
            .with("correccion", Kind.YES_OR_NO)
            .with("avance_anterior", Kind.PERCENT)
            .with("avance_nuevo", Kind.PERCENT)
            .with("evidencia", Kind.TEXT)
            .with("evidencia_direccion", Kind.MAYBE_ADDRESS)
            .with("archivo_nombre", Kind.MAYBE_TEXT)
            .with("archivo_tipo", Kind.MAYBE_TEXT)
            .with("archivo_bytes", Kind.MAYBE_COUNT)
            .with("archivo_sha256", Kind.MAYBE_SHA256)
            .with("motivo_correccion", Kind.TEXT)
            .with("corrige", Kind.MAYBE_ID)
            .with("informado_por", Kind.TEXT)
            .with("id", Kind.ID)
            .with("hito_id", Kind.ID);

    private ReportExport() {}

    /** A report, its names those of the columns. */
    @JsonNaming(PropertyNamingStrategies.SnakeCaseStrategy.class)
    record Row(
            boolean sintetico,
            String plan,
            int numero,
            String hito,
            Instant momento,
            boolean correccion,
            int avanceAnterior,
            int avanceNuevo,
            String evidencia,
            @Nullable String evidenciaDireccion,
            @Nullable String archivoNombre,
            @Nullable String archivoTipo,
            @Nullable Long archivoBytes,

            @com.fasterxml.jackson.annotation.JsonProperty("archivo_sha256") @Nullable
            String archivoSha256,

            String motivoCorreccion,
            @Nullable UUID corrige,
            String informadoPor,
            UUID id,
            UUID hitoId) {

        /** @param fileAddress finds the address of a file by its SHA-256 */
        static Row of(Tenant tenant, PublishedCommitments.ReportLine line, UnaryOperator<String> fileAddress) {
            var file = line.evidenceFile();
            return new Row(
                    tenant.synthetic(),
                    line.planSlug(),
                    line.number(),
                    line.activity(),
                    line.at(),
                    line.correction(),
                    line.previous(),
                    line.reached(),
                    line.evidence(),
                    file == null ? line.evidenceUrl() : fileAddress.apply(file.sha256()),
                    file == null ? null : file.name(),
                    file == null ? null : file.kind().mediaType(),
                    file == null ? null : file.bytes(),
                    file == null ? null : file.sha256(),
                    line.reason(),
                    line.mends(),
                    line.onBehalfOf(),
                    line.id(),
                    line.milestone());
        }

        List<String> cells() {
            return List.of(
                    sintetico ? "SINTÉTICO" : "",
                    Cell.text(plan),
                    Integer.toString(numero),
                    Cell.text(hito),
                    momento.toString(),
                    correccion ? "si" : "no",
                    Integer.toString(avanceAnterior),
                    Integer.toString(avanceNuevo),
                    Cell.text(evidencia),
                    Cell.text(evidenciaDireccion),
                    Cell.text(archivoNombre),
                    Cell.text(archivoTipo),
                    Objects.toString(archivoBytes, ""),
                    Cell.text(archivoSha256),
                    Cell.text(motivoCorreccion),
                    Objects.toString(corrige, ""),
                    Cell.text(informadoPor),
                    id.toString(),
                    hitoId.toString());
        }
    }
}
