package org.cabildo.portal.directory;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import org.cabildo.calendar.Region;
import org.cabildo.kernel.Sought;

/** Reads a region by its number, as people write it: «VIII», «8», «Región VIII», «octava región», «VIII Región del Biobío». */
final class RegionNumber {

    private static final String REGION = "region";
    private static final List<String> ORDINALS = List.of(
            "primera",
            "segunda",
            "tercera",
            "cuarta",
            "quinta",
            "sexta",
            "septima",
            "octava",
            "novena",
            "decima",
            "undecima",
            "duodecima",
            "decimotercera",
            "decimocuarta",
            "decimoquinta",
            "decimosexta");
    private static final Pattern APART = Pattern.compile("\\bdecim[ao] ?(tercera|cuarta|quinta|sexta)\\b");
    private static final Pattern ELEVENTH = Pattern.compile("\\bdecim[ao] ?primera\\b");
    private static final Pattern TWELFTH = Pattern.compile("\\bdecim[ao] ?segunda\\b");
    private static final Pattern FIGURES = Pattern.compile("0?(\\d{1,2})(?:[aªº]|e?ra|da|ta|ma|va|na)?");

    private RegionNumber() {}

    /** The region that is meant by its number, when nothing else is said than what it is called too. */
    static Optional<Region> in(String typed, List<Region> regions) {
        var words = List.of(joined(new Sought(typed).phrase()).split(" "));
        return regions.stream()
                .filter(region -> words.stream()
                        .anyMatch(
                                word -> isNumber(word, region, words.contains(REGION)) && isOnly(word, words, region)))
                .findFirst();
    }

    private static String joined(String phrase) {
        var eleventh = ELEVENTH.matcher(phrase).replaceAll("undecima");
        return APART.matcher(TWELFTH.matcher(eleventh).replaceAll("duodecima")).replaceAll("decimo$1");
    }

    /** An ordinal is one only beside «región»: a comuna is called Quinta Normal. */
    private static boolean isNumber(String word, Region region, boolean ordinals) {
        int number = Integer.parseInt(region.code());
        var figures = FIGURES.matcher(word);
        return word.equalsIgnoreCase(region.roman())
                || (figures.matches() && Integer.parseInt(figures.group(1)) == number)
                || (ordinals && word.equals(ORDINALS.get(number - 1)));
    }

    private static boolean isOnly(String number, List<String> words, Region region) {
        var others = new ArrayList<>(words);
        others.remove(number);
        return others.isEmpty() || new Sought(String.join(" ", others)).isIn(region.officialName());
    }
}
