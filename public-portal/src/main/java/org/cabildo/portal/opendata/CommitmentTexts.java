package org.cabildo.portal.opendata;

import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.cabildo.commitment.published.Detail;
import org.cabildo.commitment.published.PublishedCommitments.Relevance;
import org.cabildo.commitment.published.PublishedCommitments.Said;
import org.jspecify.annotations.Nullable;

/** What a commitment says, as columns. What is a list has a line for each. */
final class CommitmentTexts {

    private static final List<String> VALUES = List.of("ATI", "CP", "PA", "TEC");

    /** Their names, in order. */
    static final List<String> COLUMNS = Stream.of(
                    Stream.of("problema", "que_se_hara", "participan"),
                    VALUES.stream().map(CommitmentTexts::column),
                    Arrays.stream(Detail.values()).filter(Detail::isPublic).map(CommitmentTexts::column))
            .flatMap(names -> names)
            .toList();

    private CommitmentTexts() {}

    private static String column(String value) {
        return switch (value) {
            case "ATI" -> "valor_acceso_informacion";
            case "CP" -> "valor_participacion";
            case "PA" -> "valor_rendicion_cuentas";
            default -> "valor_tecnologia";
        };
    }

    private static String column(Detail detail) {
        return switch (detail) {
            case SHORT_TITLE -> "titulo_corto";
            case ORIGINAL_TITLE -> "titulo_original";
            case ENGLISH_TITLE -> "titulo_ingles";
            case CITIZEN_GOALS -> "metas_ciudadanas";
            case GAP -> "brecha";
            case STATUS_QUO -> "situacion_actual";
            case IMPLIES -> "que_implica";
            case RESULTS -> "resultados_esperados";
            case CONTRIBUTION -> "como_contribuye";
            case LONG_TERM_GOAL -> "meta_largo_plazo";
            case UNIT -> "unidad";
            case CONTACT -> "contacto";
            case INTERNAL_CONTACT -> throw new IllegalArgumentException("Nobody outside reads it");
            case GOVERNMENT -> "apoyo_gobierno";
            case CIVIL_SOCIETY -> "apoyo_sociedad_civil";
            case PRIVATE_SECTOR -> "apoyo_sector_privado";
            case MULTILATERAL -> "apoyo_multilateral";
            case WORKING_GROUPS -> "grupos_trabajo";
            case AXIS -> "eje";
            case PRIMARY_AREA -> "area_principal";
            case OTHER_AREAS -> "otras_areas";
            case SECTOR -> "sector";
            case SDG -> "ods";
            case RELATED -> "relacionados";
            case BUDGET -> "presupuesto";
            case PEOPLE -> "personas";
            case MORE -> "mas_informacion";
        };
    }

    /** What each column holds; null where nothing is said. */
    static Map<String, @Nullable String> of(Said said) {
        var texts = new LinkedHashMap<String, @Nullable String>();
        COLUMNS.forEach(column -> texts.put(column, null));
        texts.put("problema", said.problem());
        texts.put("que_se_hara", said.description());
        texts.put("participan", said.actors().isEmpty() ? null : said.actors());
        for (Relevance reason : said.relevance()) {
            texts.put(column(reason.value()), reason.explanation());
        }
        said.details().forThePublic().said().forEach((detail, text) -> texts.put(column(detail), word(detail, text)));
        return texts;
    }

    private static String word(Detail detail, String text) {
        return detail != Detail.AXIS ? text : text.equals("DATA") ? "datos" : "procesos";
    }
}
