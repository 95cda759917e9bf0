package org.cabildo.portal.opendata;

import java.time.Instant;
import java.util.List;
import java.util.Objects;
import java.util.function.UnaryOperator;
import org.cabildo.commitment.published.PublishedCommitments;
import org.cabildo.tenancy.Tenant;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import tools.jackson.databind.PropertyNamingStrategies;
import tools.jackson.databind.annotation.JsonNaming;
import tools.jackson.databind.json.JsonMapper;

/** Writes what was reported on milestones, each report with its evidence, for machines. */
@Component
class ReportExport {

    static final List<String> COLUMNS = List.of(
            "sintetico",
            "plan",
            "numero",
            "hito",
            "momento",
            "correccion",
            "avance_anterior",
            "avance_nuevo",
            "evidencia",
            "evidencia_direccion",
            "archivo_nombre",
            "archivo_tipo",
            "archivo_bytes",
            "archivo_sha256",
            "motivo_correccion",
            "informado_por");

    private final JsonMapper json;

    ReportExport(JsonMapper json) {
        this.json = json;
    }

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
            String informadoPor) {

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
                    line.onBehalfOf());
        }

        private List<String> cells() {
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
                    Cell.text(informadoPor));
        }
    }

    byte[] csv(List<Row> rows) {
        return Table.csv(COLUMNS, rows, Row::cells);
    }

    byte[] json(Tenant tenant, List<Row> rows) {
        return json.writerWithDefaultPrettyPrinter()
                .writeValueAsBytes(new Export(tenant.name(), tenant.governmentCode(), tenant.synthetic(), rows));
    }

    private record Export(String institucion, @Nullable String codigo, boolean sintetico, List<Row> avances) {}
}
