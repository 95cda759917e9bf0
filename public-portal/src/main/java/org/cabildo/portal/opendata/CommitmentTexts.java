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
                    Arrays.stream(Detail.values()).filter(Detail::isPublic).map(Detail::column))
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
        said.details()
                .forThePublic()
                .said()
                .forEach((detail, text) -> texts.put(detail.column(), detail.inFiles(text)));
        return texts;
    }
}
