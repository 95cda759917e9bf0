package org.cabildo.calendar;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import org.cabildo.tenancy.Sql;
import org.cabildo.tenancy.TenantScope;
import org.springframework.stereotype.Service;

/** The words of the Open Government Partnership: its values, its policy areas, the plans of Chile. */
@Service
public class OgpVocabulary {

    /**
     * What open government is for, in the words of OGP.
     *
     * @param code short and stable, such as ATI
     * @param onlyBefore used by plans that began before this year; empty while it is in use
     */
    public record Value(String code, String spanish, String english, OptionalInt onlyBefore) {}

    /**
     * A theme of commitments.
     *
     * @param english OGP's own name, which is also its key
     * @param spanish a working translation
     */
    public record PolicyArea(String english, String spanish) {}

    /**
     * An action plan of Chile or of one of its local members.
     *
     * @param memberCode given by OGP after submission, such as CL or CLPLN
     * @param number which plan of that member
     * @param period in years, as OGP prints it
     * @param commitments how many; empty while unknown
     */
    public record Plan(
            Optional<String> memberCode,
            String member,
            Level level,
            int number,
            String period,
            OptionalInt commitments,
            String note,
            String source) {}

    /** Who answers for a plan. */
    public enum Level {
        NATIONAL,
        LOCAL,
        LOCAL_CONSORTIUM
    }

    private final Sql sql;
    private final Remembered<List<Value>> values = new Remembered<>(this::readValues);
    private final Remembered<List<PolicyArea>> areas = new Remembered<>(this::readAreas);
    private final Remembered<List<Plan>> plans = new Remembered<>(this::readPlans);

    OgpVocabulary(Sql sql) {
        this.sql = sql;
    }

    /** All values, those of older plans last. */
    public List<Value> values() {
        return values.get();
    }

    /** The policy areas that could be confirmed, in Spanish order; OGP's own list is longer. */
    public List<PolicyArea> policyAreas() {
        return areas.get();
    }

    /** The plans of Chile, then those of its local members. */
    public List<Plan> plans() {
        return plans.get();
    }

    private List<Value> readValues() {
        return TenantScope.platform(
                () -> sql.of("""
                select code, spanish, english, only_before from ogp_value order by position
                """).query(OgpVocabulary::value).list());
    }

    private List<PolicyArea> readAreas() {
        return TenantScope.platform(() -> sql.of("""
                select english, spanish from policy_area order by spanish collate "es-x-icu"
                """).query(OgpVocabulary::area).list());
    }

    private List<Plan> readPlans() {
        return TenantScope.platform(() -> sql.of("""
                select member_code, member, level, number, period, commitments, note, source
                  from ogp_plan order by position
                """).query(OgpVocabulary::plan).list());
    }

    private static Value value(ResultSet row, int number) throws SQLException {
        return new Value(
                row.getString("code"), row.getString("spanish"), row.getString("english"), whole(row, "only_before"));
    }

    private static PolicyArea area(ResultSet row, int number) throws SQLException {
        return new PolicyArea(row.getString("english"), row.getString("spanish"));
    }

    private static Plan plan(ResultSet row, int number) throws SQLException {
        return new Plan(
                Optional.ofNullable(row.getString("member_code")),
                row.getString("member"),
                Level.valueOf(row.getString("level")),
                row.getInt("number"),
                row.getString("period"),
                whole(row, "commitments"),
                row.getString("note"),
                row.getString("source"));
    }

    private static OptionalInt whole(ResultSet row, String column) throws SQLException {
        var value = row.getObject(column, Integer.class);
        return value == null ? OptionalInt.empty() : OptionalInt.of(value);
    }
}
