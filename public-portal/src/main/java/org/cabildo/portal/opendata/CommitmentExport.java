package org.cabildo.portal.opendata;

import com.fasterxml.jackson.annotation.JsonAnyGetter;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import java.util.function.UnaryOperator;
import org.cabildo.commitment.published.Origin;
import org.cabildo.commitment.published.PublishedCommitments;
import org.cabildo.commitment.published.Status;
import org.cabildo.portal.opendata.Dataset.Kind;
import org.cabildo.tenancy.Tenant;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.PropertyNamingStrategies;
import tools.jackson.databind.annotation.JsonNaming;

/** Writes commitments for machines: CSV after RFC 4180 in UTF-8, and JSON with the same names. */
final class CommitmentExport {

    /** The words for how a commitment stands. */
    static final List<String> STATUSES =
            Arrays.stream(Status.values()).map(CommitmentExport::word).toList();

    static final Dataset DATA = CommitmentTexts.COLUMNS.stream()
            .reduce(columns(), (data, column) -> data.with(column, Kind.MAYBE_TEXT), (one, _) -> one)
            .with("hitos_retrasados", Kind.COUNT);

    private static Dataset columns() {
        return Dataset.named("compromisos")
                .with("sintetico", Kind.YES_OR_NO)
                .with("institucion", Kind.TEXT)
                .with("codigo", Kind.MAYBE_TEXT)
                .with("plan", Kind.TEXT)
                .with("plan_titulo", Kind.TEXT)
                .with("version", Kind.NUMBER)
                .with("numero", Kind.NUMBER)
                .with("titulo", Kind.TEXT)
                .with("responsable", Kind.TEXT)
                .with("lidera", Kind.MAYBE_TEXT)
                .with("inicio", Kind.DAY)
                .with("termino", Kind.DAY)
                .with("avance", Kind.PERCENT)
                .with("hitos", Kind.COUNT)
                .with("hitos_cumplidos", Kind.COUNT)
                .with("estado", Kind.oneOf(STATUSES.stream()))
                .with("motivo_retiro", Kind.MAYBE_TEXT)
                .with("direccion", Kind.ADDRESS)
                .with("id", Kind.ID)
                .with("adaptado_de", Kind.MAYBE_TEXT)
                .with("adaptado_de_direccion", Kind.MAYBE_ADDRESS);
    }

    private CommitmentExport() {}

    /** How a commitment stands, as downloads say it. */
    static String word(Status status) {
        return switch (status) {
            case NOT_STARTED -> "no_iniciado";
            case IN_PROGRESS -> "en_curso";
            case LATE -> "retrasado";
            case COMPLETED -> "cumplido";
            case WITHDRAWN -> "retirado";
        };
    }

    /**
     * A commitment, and what it was adapted from, if it was.
     *
     * @param late how many of its milestones are late
     */
    record Promised(
            PublishedCommitments.Line line,
            int late,
            PublishedCommitments.Said said,
            @Nullable Origin origin) {}

    /** A commitment, its names those of the columns. */
    @JsonNaming(PropertyNamingStrategies.SnakeCaseStrategy.class)
    record Row(
            boolean sintetico,
            String institucion,
            @Nullable String codigo,
            String plan,
            String planTitulo,
            int version,
            int numero,
            String titulo,
            String responsable,
            @Nullable String lidera,
            LocalDate inicio,
            LocalDate termino,
            int avance,
            int hitos,
            int hitosCumplidos,
            String estado,
            @Nullable String motivoRetiro,
            String direccion,
            UUID id,
            @Nullable String adaptadoDe,
            @Nullable String adaptadoDeDireccion,
            int hitosRetrasados,
            @JsonAnyGetter Map<String, @Nullable String> textos) {

        /** @param home says the address of a page on the nation's portal */
        static Row of(Tenant tenant, Promised promised, String address, UnaryOperator<String> home) {
            var line = promised.line();
            var origin = promised.origin();
            return new Row(
                    tenant.synthetic(),
                    tenant.name(),
                    tenant.governmentCode(),
                    line.planSlug(),
                    line.planTitle(),
                    line.version(),
                    line.number(),
                    line.title(),
                    line.responsible(),
                    line.lead(),
                    line.starts(),
                    line.ends(),
                    line.progress(),
                    line.milestones(),
                    line.kept(),
                    word(line.status()),
                    line.withdrawn(),
                    address,
                    line.id(),
                    origin == null ? null : origin.shown(),
                    origin == null || origin.path().isEmpty() ? null : home.apply("/" + origin.path()),
                    promised.late(),
                    CommitmentTexts.of(promised.said()));
        }

        List<String> cells() {
            var cells = new ArrayList<>(List.of(
                    sintetico ? "SINTÉTICO" : "",
                    Cell.text(institucion),
                    Cell.text(codigo),
                    Cell.text(plan),
                    Cell.text(planTitulo),
                    Integer.toString(version),
                    Integer.toString(numero),
                    Cell.text(titulo),
                    Cell.text(responsable),
                    Cell.text(lidera),
                    inicio.toString(),
                    termino.toString(),
                    Integer.toString(avance),
                    Integer.toString(hitos),
                    Integer.toString(hitosCumplidos),
                    estado,
                    Cell.text(motivoRetiro),
                    direccion,
                    id.toString(),
                    Cell.text(adaptadoDe),
                    Objects.toString(adaptadoDeDireccion, "")));
            textos.values().forEach(text -> cells.add(Cell.text(text)));
            cells.add(Integer.toString(hitosRetrasados));
            return cells;
        }
    }
}
