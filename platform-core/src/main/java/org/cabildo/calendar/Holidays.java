package org.cabildo.calendar;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.cabildo.kernel.Period;
import org.cabildo.tenancy.Sql;
import org.cabildo.tenancy.TenantScope;
import org.springframework.stereotype.Service;

/** The holidays of the nation, its regions and its comunas, and the business days they leave. */
@Service
public class Holidays {

    private final Sql sql;
    private final Remembered<List<Holiday>> all = new Remembered<>(this::read);

    Holidays(Sql sql) {
        this.sql = sql;
    }

    /** The holidays of a period, of every reach, in the order of days. */
    public List<Holiday> during(Period period) {
        return all.get().stream().filter(h -> period.contains(h.day())).toList();
    }

    /** The holidays a government keeps in a period: the nation's, its region's and those of the comuna it sits in. */
    public List<Holiday> keptBy(Government government, Period period) {
        return during(period).stream().filter(h -> h.isKeptBy(government)).toList();
    }

    /** The business days of a government. */
    public BusinessDays businessDays(Government government) {
        return leftBy(all.get().stream().filter(h -> h.isKeptBy(government)));
    }

    /** The business days of the nation, without local holidays: of a consortium, for instance. */
    public BusinessDays nationalBusinessDays() {
        return leftBy(all.get().stream().filter(h -> h.reach() == Holiday.Reach.NATIONAL));
    }

    /**
     * The years whose holidays are known, from the first of January to the last of December.
     *
     * @throws IllegalStateException if no holiday was loaded
     */
    public Period known() {
        var days = all.get();
        if (days.isEmpty()) {
            throw new IllegalStateException("No holidays were loaded into the platform schema");
        }
        return new Period(
                LocalDate.of(days.getFirst().day().getYear(), 1, 1),
                LocalDate.of(days.getLast().day().getYear(), 12, 31));
    }

    private BusinessDays leftBy(Stream<Holiday> holidays) {
        return new BusinessDays(holidays.map(Holiday::day).distinct().toList(), known());
    }

    private List<Holiday> read() {
        return TenantScope.platform(() -> sql.of("""
                select day, name, reach, coalesce(region_code, comuna_code) as territory, mandatory
                  from holiday order by day, reach, territory
                """).query(Holidays::holiday).list());
    }

    private static Holiday holiday(ResultSet row, int number) throws SQLException {
        return new Holiday(
                row.getObject("day", LocalDate.class),
                row.getString("name"),
                Holiday.Reach.valueOf(row.getString("reach")),
                Optional.ofNullable(row.getString("territory")),
                row.getBoolean("mandatory"));
    }
}
