package org.cabildo.portal.opendata;

import java.util.List;
import java.util.function.BiFunction;
import java.util.function.BiPredicate;
import java.util.function.Function;
import java.util.function.Predicate;

/**
 * A list that somebody gives to machines, and what people are told of it.
 *
 * @param <O> whose it is: a tenant, or the directory of all
 * @param <L> a line as it was published
 * @param <R> the same as it is given away
 * @param words how the keys of its words begin
 * @param counted key of how many there are
 * @param lines reads them
 * @param cells of a row, as many as there are columns
 * @param invented whether a line is of the demonstration, which counts in no figure
 * @param joint whether a line is of several together, which is counted apart
 */
record Listing<O, L, R>(
        Dataset data,
        String words,
        String counted,
        Function<O, List<L>> lines,
        BiFunction<O, L, R> row,
        Function<R, List<String>> cells,
        BiPredicate<O, L> invented,
        Predicate<L> joint) {

    /** A list all of whose lines count. */
    Listing(
            Dataset data,
            String words,
            String counted,
            Function<O, List<L>> lines,
            BiFunction<O, L, R> row,
            Function<R, List<String>> cells) {
        this(data, words, counted, lines, row, cells, (_, _) -> false, _ -> false);
    }

    /** How many lines count, how many of several together count apart, and how many are invented. */
    record Count(int real, int joint, int invented) {}

    Count count(O whose) {
        var all = lines.apply(whose);
        var real = all.stream().filter(line -> !invented.test(whose, line)).toList();
        int together = Math.toIntExact(real.stream().filter(joint).count());
        return new Count(real.size() - together, together, all.size() - real.size());
    }

    List<R> rows(O whose) {
        return lines.apply(whose).stream().map(line -> row.apply(whose, line)).toList();
    }

    byte[] csv(O whose) {
        return Table.csv(data.columns(), rows(whose), cells);
    }
}
