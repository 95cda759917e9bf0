package org.cabildo.portal.opendata;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.function.Supplier;
import org.cabildo.kernel.Unknown;
import org.cabildo.portal.door.Language;
import org.cabildo.portal.opendata.Dataset.Publisher;
import org.cabildo.portal.opendata.OpenDataPages.Offer;
import org.cabildo.portal.page.Answer;
import org.cabildo.portal.page.Freshness.Mark;
import org.cabildo.portal.page.Words;
import tools.jackson.databind.json.JsonMapper;

/**
 * The files of some lists: CSV, JSON that is linked data too, and the schema that it keeps.
 *
 * @param <O> whose lists they are
 * @param home what the addresses of the files begin with, within a portal
 */
record Downloads<O>(String home, List<Listing<O, ?, ?>> lists, JsonMapper json) {

    private static final String CSV = "text/csv;charset=UTF-8;header=present";
    private static final String JSON = "application/json";
    private static final String JSON_LD = "application/ld+json";
    private static final String SCHEMA = "application/schema+json";
    private static final Map<String, String> FILES =
            new TreeMap<>(Map.of("csv", "text/csv", "json", JSON, "jsonld", JSON_LD));

    /**
     * Who asks for which file.
     *
     * @param publisher who gives it away
     * @param file how its name begins for whoever keeps it
     * @param canonical the one address of a page of theirs
     */
    record Asked<O>(O whose, Publisher publisher, String file, Mark mark, Function<String, String> canonical) {}

    /**
     * What there is.
     *
     * @param prefix of the addresses, the way the reader came
     * @param canonical the one address of a page
     */
    List<Offer> offers(O whose, String prefix, Function<String, String> canonical) {
        return lists.stream().map(list -> offer(list, whose, prefix, canonical)).toList();
    }

    private <L, R> Offer offer(Listing<O, L, R> list, O whose, String prefix, Function<String, String> canonical) {
        var files = home + "/" + list.data().name();
        var count = list.count(whose);
        return new Offer(
                list.words(),
                list.counted(),
                count.real(),
                count.joint(),
                count.invented(),
                prefix + files,
                canonical.apply(files),
                list.data().columns());
    }

    /** The files as schema.org tells of them. */
    List<Map<String, Object>> distributions(Function<String, String> canonical) {
        return lists.stream()
                .flatMap(list -> FILES.entrySet().stream().map(file -> distribution(list, file, canonical)))
                .toList();
    }

    private Map<String, Object> distribution(
            Listing<O, ?, ?> list, Map.Entry<String, String> file, Function<String, String> canonical) {
        var told = new LinkedHashMap<String, Object>();
        told.put("@type", "DataDownload");
        told.put("encodingFormat", file.getValue());
        told.put("contentUrl", canonical.apply(path(list, file.getKey())));
        return told;
    }

    Answer csv(Asked<O> asked, String name) {
        var list = find(name);
        return answer(asked, list, CSV, "csv", () -> list.csv(asked.whose()));
    }

    Answer json(Asked<O> asked, String name) {
        var list = find(name);
        return answer(asked, list, JSON, "json", () -> rows(asked, list));
    }

    /** The same, for whoever asks for linked data by its name. */
    Answer linkedData(Asked<O> asked, String name) {
        var list = find(name);
        return answer(asked, list, JSON_LD, "jsonld", () -> rows(asked, list));
    }

    /** What the downloads of a list keep, told in Spanish as their names are. */
    Answer schema(Asked<O> asked, String name) {
        var list = find(name);
        var spanish = Words.of(Language.SPANISH);
        return answer(
                asked,
                list,
                SCHEMA,
                "schema.json",
                () -> list.data()
                        .schema(
                                json,
                                schemaAddress(asked, list),
                                spanish.get(list.words()),
                                column -> spanish.get(list.words() + ".column." + column)));
    }

    private byte[] rows(Asked<O> asked, Listing<O, ?, ?> list) {
        return list.data().json(json, asked.publisher(), schemaAddress(asked, list), list.rows(asked.whose()));
    }

    private String schemaAddress(Asked<O> asked, Listing<O, ?, ?> list) {
        return asked.canonical().apply(path(list, "schema.json"));
    }

    private String path(Listing<O, ?, ?> list, String ending) {
        return "%s/%s.%s".formatted(home, list.data().name(), ending);
    }

    private Listing<O, ?, ?> find(String name) {
        return lists.stream()
                .filter(one -> one.data().name().equals(name))
                .findFirst()
                .orElseThrow(() -> new Unknown("list", name));
    }

    /** Open to programs of any origin: there is nothing here that is not public. */
    private static Answer answer(
            Asked<?> asked, Listing<?, ?, ?> list, String type, String ending, Supplier<byte[]> making) {
        var headers = Map.of(
                "Access-Control-Allow-Origin", "*",
                "Cross-Origin-Resource-Policy", "cross-origin",
                "Content-Disposition",
                        "inline; filename=\"%s-%s.%s\"".formatted(list.data().name(), asked.file(), ending));
        return new Answer(asked.mark(), type, true, headers, making);
    }
}
