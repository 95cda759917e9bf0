package org.cabildo.calendar;

import static java.util.stream.Collectors.toUnmodifiableMap;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.ZoneId;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.function.Function;
import org.cabildo.kernel.Unknown;
import org.cabildo.tenancy.Sql;
import org.cabildo.tenancy.TenantKind;
import org.cabildo.tenancy.TenantScope;
import org.springframework.jdbc.core.simple.JdbcClient.StatementSpec;
import org.springframework.stereotype.Service;

/**
 * The 361 governments that may become tenants, and apart from them the nine invented ones of region 99. Reads in the
 * platform's scope, so never within a tenant's transaction; the whole list is remembered after the first read.
 */
@Service
public class Governments {

    private static final String WANTED = """
             where g.synthetic = :fictional
               and (cast(:region as text) is null or g.region_code = :region)
               and (cast(:kind as text) is null or g.kind = :kind)
               and (cast(:pndr as text) is null or g.pndr_class = :pndr)
               and (:text = '' or not exists (
                     select from string_to_table(unaccent(lower(:text)), ' ') w(word)
                      where strpos(unaccent(lower(concat_ws(' ', g.code, g.name, g.short_name, g.slug, g.region_name))),
                                   w.word) = 0))
            """;

    private final Sql sql;
    private final Remembered<List<Government>> everyone = new Remembered<>(this::readAll);
    private final Remembered<Map<String, Government>> byCode = new Remembered<>(this::indexed);
    private final Remembered<Map<String, String>> administered = new Remembered<>(this::readAdministered);
    private final Remembered<List<Region>> regions = new Remembered<>(this::readRegions);
    private final Remembered<List<PopulationBand>> bands = new Remembered<>(this::readBands);

    Governments(Sql sql) {
        this.sql = sql;
    }

    /** The 345 municipalities and 16 regional governments, from north to south, the region's own first. */
    public List<Government> all() {
        return everyone.get().stream().filter(g -> !g.synthetic()).toList();
    }

    /** The invented governments of region 99. */
    public List<Government> fictional() {
        return everyone.get().stream().filter(Government::synthetic).toList();
    }

    /** The government with this code, real or invented. */
    public Optional<Government> find(String code) {
        return Optional.ofNullable(byCode.get().get(code));
    }

    /**
     * The government with this code, real or invented.
     *
     * @throws Unknown if no government has it
     */
    public Government require(String code) {
        return find(code).orElseThrow(() -> new Unknown("government", code));
    }

    /**
     * The government that answers for a territory: of a comuna its municipality, which for Antártica (12202) is Cabo de
     * Hornos (12201); of a region its regional government.
     */
    public Optional<Government> answeringFor(String territoryCode) {
        return find(administered.get().getOrDefault(territoryCode, territoryCode));
    }

    /** The part of the list that is wanted. */
    public List<Government> page(GovernmentSearch search, GovernmentSlice slice) {
        return TenantScope.platform(() -> bound(sql.of("select g.* from government g " + WANTED + """
                 order by case when :order = 'CODE' and :up then g.code end,
                          case when :order = 'CODE' and not :up then g.code end desc,
                          case when :order = 'NAME' and :up then g.short_name end collate "es-x-icu",
                          case when :order = 'NAME' and not :up then g.short_name end collate "es-x-icu" desc,
                          case when :order = 'REGION' and not :up then g.north_south end desc,
                          case when :order = 'KIND' and :up then g.kind end,
                          case when :order = 'KIND' and not :up then g.kind end desc,
                          case when :order = 'POPULATION' and :up then g.population end,
                          case when :order = 'POPULATION' and not :up then g.population end desc,
                          case when :order = 'PNDR' and :up then g.pndr_class end,
                          case when :order = 'PNDR' and not :up then g.pndr_class end desc nulls last,
                          g.north_south, g.kind desc, g.short_name collate "es-x-icu", g.code
                offset :offset limit :limit
                """), search)
                .param("order", slice.order().name())
                .param("up", slice.ascending())
                .param("offset", slice.offset())
                .param("limit", slice.limit())
                .query(Governments::government)
                .list());
    }

    /** How many governments the search finds. */
    public int count(GovernmentSearch search) {
        return TenantScope.platform(() -> bound(sql.of("select count(*)::int from government g " + WANTED), search)
                .query(Integer.class)
                .single());
    }

    /** The regions from north to south. */
    public List<Region> regions() {
        return regions.get();
    }

    /** The bands of population, from the smallest. */
    public List<PopulationBand> populationBands() {
        return bands.get();
    }

    private static StatementSpec bound(StatementSpec statement, GovernmentSearch search) {
        return statement
                .param("fictional", search.fictional())
                .param("region", search.regionCode())
                .param("kind", search.kind() == null ? null : search.kind().name())
                .param("pndr", search.pndr() == null ? null : search.pndr().name())
                .param("text", search.text());
    }

    private List<Government> readAll() {
        return TenantScope.platform(
                () -> sql.of("""
                select * from government order by north_south, kind desc, short_name collate "es-x-icu", code
                """).query(Governments::government).list());
    }

    private Map<String, Government> indexed() {
        return everyone.get().stream().collect(toUnmodifiableMap(Government::code, Function.identity()));
    }

    private Map<String, String> readAdministered() {
        return TenantScope.platform(() -> sql.of("""
                select code, municipality_code from comuna where municipality_code <> code
                """)
                        .query((row, _) -> Map.entry(row.getString(1), row.getString(2)))
                        .list())
                .stream()
                .collect(toUnmodifiableMap(Map.Entry::getKey, Map.Entry::getValue));
    }

    private List<Region> readRegions() {
        return TenantScope.platform(() -> sql.of("""
                select code, name, official_name, roman, north_south from region order by north_south
                """).query(Governments::region).list());
    }

    private List<PopulationBand> readBands() {
        return TenantScope.platform(() -> sql.of("""
                select name, at_least, at_most from population_band order by position
                """).query(Governments::band).list());
    }

    private static Government government(ResultSet row, int number) throws SQLException {
        return new Government(
                row.getString("code"),
                TenantKind.valueOf(row.getString("kind")),
                row.getString("name"),
                row.getString("short_name"),
                row.getString("slug"),
                row.getString("region_code"),
                row.getString("region_name"),
                row.getString("seat_comuna_code"),
                row.getInt("population"),
                Optional.ofNullable(row.getString("pndr_class")).map(PndrClass::valueOf),
                row.getString("population_band"),
                ZoneId.of(row.getString("time_zone")),
                row.getBoolean("synthetic"));
    }

    private static Region region(ResultSet row, int number) throws SQLException {
        return new Region(
                row.getString("code"),
                row.getString("name"),
                row.getString("official_name"),
                row.getString("roman"),
                row.getInt("north_south"));
    }

    private static PopulationBand band(ResultSet row, int number) throws SQLException {
        var atMost = row.getObject("at_most", Integer.class);
        return new PopulationBand(
                row.getString("name"),
                row.getInt("at_least"),
                atMost == null ? OptionalInt.empty() : OptionalInt.of(atMost));
    }
}
