package org.cabildo.portal.directory;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;
import org.cabildo.calendar.Region;
import org.cabildo.kernel.Sought;

/**
 * Reads a region by its number or its name, as people write them: «VIII», «8», «Región VIII», «octava región», «VIII Región
 * del Biobío», «región del Biobío», «Biobío», «octava».
 */
final class RegionSaid {

    private static final String REGION = "region";
    private static final int CAPITAL = 13;
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

    private RegionSaid() {}

    /** The region that is meant by its number, when nothing else is said than what it is called too. */
    static Optional<Region> numbered(String typed, List<Region> regions) {
        var words = List.of(joined(new Sought(typed).phrase()).split(" "));
        return regions.stream()
                .filter(region -> words.stream()
                        .anyMatch(
                                word -> isNumber(word, region, words.contains(REGION)) && isOnly(word, words, region)))
                .findFirst();
    }

    /** The region that is meant by its name, when it is said to be one. */
    static Optional<Region> named(String typed, List<Region> regions) {
        var words = new ArrayList<>(List.of(new Sought(typed).phrase().split(" ")));
        if (!words.remove(REGION)) {
            return Optional.empty();
        }
        var called = new Sought(String.join(" ", words));
        var named = called.parts().isEmpty()
                ? List.<Region>of()
                : regions.stream()
                        .filter(region -> called.isIn(region.officialName()))
                        .toList();
        return named.size() == 1 ? Optional.of(named.getFirst()) : Optional.empty();
    }

    /**
     * The region that may be meant among others that are called so: by its name alone, by what its name begins with or by
     * its number in words.
     *
     * @param daily what regions are called in daily use, by their code
     */
    static Optional<Region> perhaps(String typed, List<Region> regions, Map<String, String> daily) {
        var sought = new Sought(typed);
        if (sought.parts().isEmpty()) {
            return Optional.empty();
        }
        int number = 1 + ORDINALS.indexOf(joined(sought.phrase()).replaceFirst("^la ", ""));
        return regions.stream()
                .filter(region -> Integer.parseInt(region.code()) == number
                        || sought.isName(daily.getOrDefault(region.code(), region.name()))
                        || sought.begins(region.name()))
                .findFirst();
    }

    private static String joined(String phrase) {
        var eleventh = ELEVENTH.matcher(phrase).replaceAll("undecima");
        return APART.matcher(TWELFTH.matcher(eleventh).replaceAll("duodecima")).replaceAll("decimo$1");
    }

    /** An ordinal is one for sure only beside «región»: a comuna is called Quinta Normal. */
    private static boolean isNumber(String word, Region region, boolean ordinals) {
        int number = Integer.parseInt(region.code());
        var figures = FIGURES.matcher(word);
        return word.equalsIgnoreCase(region.roman())
                || (number == CAPITAL
                        && word.equals("xiii")) // it has a name for a number, and some count it all the same
                || (figures.matches() && Integer.parseInt(figures.group(1)) == number)
                || (ordinals && word.equals(ORDINALS.get(number - 1)));
    }

    private static boolean isOnly(String number, List<String> words, Region region) {
        var others = new ArrayList<>(words);
        others.remove(number);
        return others.isEmpty() || new Sought(String.join(" ", others)).isIn(region.officialName());
    }
}
