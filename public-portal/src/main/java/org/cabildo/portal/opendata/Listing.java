package org.cabildo.portal.opendata;

import java.util.List;
import java.util.function.BiFunction;
import java.util.function.Function;
import org.cabildo.tenancy.Tenant;

/**
 * A list that a tenant gives to machines, and what people are told of it.
 *
 * @param <L> a line as it was published
 * @param <R> the same as it is given away
 * @param words how the keys of its words begin
 * @param counted key of how many there are
 * @param lines reads them
 * @param cells of a row, as many as there are columns
 */
record Listing<L, R>(
        Dataset data,
        String words,
        String counted,
        Function<Tenant, List<L>> lines,
        BiFunction<Tenant, L, R> row,
        Function<R, List<String>> cells) {

    int count(Tenant tenant) {
        return lines.apply(tenant).size();
    }

    List<R> rows(Tenant tenant) {
        return lines.apply(tenant).stream().map(line -> row.apply(tenant, line)).toList();
    }

    byte[] csv(Tenant tenant) {
        return Table.csv(data.columns(), rows(tenant), cells);
    }
}
