package org.cabildo.calendar;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.List;
import org.cabildo.tenancy.Sql;
import org.cabildo.tenancy.TenantScope;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient.StatementSpec;
import org.springframework.stereotype.Service;

/** The 62 commitments Chile made in its first four plans, as a list to search. */
@Service
public class CommitmentLibrary {

    /**
     * What to look for. Null means any, as an empty field on screen does.
     *
     * @param text words of the code, the title, the plan or the theme, in any order; accents and case do not matter
     * @param theme English name of a policy area
     * @param year first year of a plan's cycle
     * @param starred only those that reviewers marked as exemplary
     */
    public record Search(
            String text, @Nullable String theme, @Nullable Integer year, boolean starred) {

        /** All of them. */
        public static final Search ALL = new Search("", null, null, false);
    }

    private static final String WANTED = """
             from national_commitment c join policy_area a on a.english = c.theme
             where (cast(:theme as text) is null or c.theme = :theme)
               and (cast(:year as int) is null or c.year = :year)
               and (c.starred or not :starred)
               and (:text = '' or not exists (
                     select from string_to_table(unaccent(lower(:text)), ' ') w(word)
                      where strpos(unaccent(lower(concat_ws(' ', c.code, c.title, c.plan, c.year, a.english, a.spanish))),
                                   w.word) = 0))
            """;

    private final Sql sql;
    private final Remembered<List<Integer>> years = new Remembered<>(this::readYears);
    private final Remembered<List<OgpVocabulary.PolicyArea>> themes = new Remembered<>(this::readThemes);

    CommitmentLibrary(Sql sql) {
        this.sql = sql;
    }

    /**
     * What the search finds, newest first.
     *
     * @param offset rows left out before
     * @param limit rows at most
     */
    public List<NationalCommitment> search(Search search, int offset, int limit) {
        return TenantScope.platform(() -> bound(
                        sql.of("select c.*, a.english, a.spanish " + WANTED + " order by c.year desc, c.code "
                                + "offset :offset limit :limit"),
                        search)
                .param("offset", offset)
                .param("limit", limit)
                .query(CommitmentLibrary::commitment)
                .list());
    }

    /** How many commitments the search finds. */
    public int count(Search search) {
        return TenantScope.platform(() -> bound(sql.of("select count(*)::int " + WANTED), search)
                .query(Integer.class)
                .single());
    }

    /** The years to choose from, newest first. */
    public List<Integer> years() {
        return years.get();
    }

    /** The themes to choose from: those that some commitment has. */
    public List<OgpVocabulary.PolicyArea> themes() {
        return themes.get();
    }

    private static StatementSpec bound(StatementSpec statement, Search search) {
        return statement
                .param("theme", search.theme())
                .param("year", search.year())
                .param("starred", search.starred())
                .param("text", search.text());
    }

    private List<Integer> readYears() {
        return TenantScope.platform(() -> sql.of("select distinct year from national_commitment order by year desc")
                .query(Integer.class)
                .list());
    }

    private List<OgpVocabulary.PolicyArea> readThemes() {
        return TenantScope.platform(
                () -> sql.of("""
                select a.english, a.spanish from policy_area a
                 where exists (select from national_commitment c where c.theme = a.english)
                 order by a.spanish collate "es-x-icu"
                """).query(CommitmentLibrary::theme).list());
    }

    private static NationalCommitment commitment(ResultSet row, int number) throws SQLException {
        return new NationalCommitment(
                row.getString("code"),
                row.getInt("year"),
                row.getString("plan"),
                row.getString("period"),
                row.getString("title"),
                theme(row, number),
                row.getBoolean("starred"));
    }

    private static OgpVocabulary.PolicyArea theme(ResultSet row, int number) throws SQLException {
        return new OgpVocabulary.PolicyArea(row.getString("english"), row.getString("spanish"));
    }
}
