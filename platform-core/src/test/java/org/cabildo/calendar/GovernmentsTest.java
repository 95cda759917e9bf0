package org.cabildo.calendar;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import org.cabildo.kernel.Slug;
import org.cabildo.kernel.Unknown;
import org.cabildo.tenancy.TenantKind;
import org.cabildo.testing.FreshTenants;
import org.cabildo.testing.RoomTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.springframework.beans.factory.annotation.Autowired;

@RoomTest
class GovernmentsTest {

    @Autowired
    FreshTenants migrated;

    @Autowired
    Governments governments;

    @Test
    void thereAre345MunicipalitiesAnd16RegionalGovernments() {
        assertThat(governments.all()).hasSize(361).noneMatch(Government::synthetic);
        assertThat(governments.all().stream().filter(g -> g.kind() == TenantKind.MUNICIPALITY))
                .hasSize(345);
        assertThat(governments.count(GovernmentSearch.ALL)).isEqualTo(361);
    }

    @Test
    void theInventedOnesAreKeptApart() {
        assertThat(governments.fictional()).hasSize(9).allMatch(Government::synthetic);
        assertThat(governments.count(new GovernmentSearch("", null, null, null, true)))
                .isEqualTo(9);
        assertThat(governments.count(GovernmentSearch.ALL.withText("ejemplo"))).isZero();
        assertThat(governments.require("99101").name()).isEqualTo("Municipalidad de Puerto Ejemplo");
    }

    @Test
    void everyAddressIsValidAndNobodyElses() {
        var addresses = governments.all().stream().map(Government::slug).toList();

        assertThat(addresses).doesNotHaveDuplicates().allSatisfy(Slug::new);
    }

    @Test
    void tellsWhatThereIsToKnowOfAGovernment() {
        var renca = governments.require("13128");

        assertThat(renca.name()).isEqualTo("Municipalidad de Renca");
        assertThat(renca.regionName()).isEqualTo("Metropolitana de Santiago");
        assertThat(renca.pndr()).contains(PndrClass.URBANA);
        assertThat(renca.populationBand()).isEqualTo("100.000 o más");
        assertThat(governments.require("13").shortName()).isEqualTo("Gobierno de Santiago");
        assertThat(governments.require("13").pndr()).isEmpty();
    }

    @ParameterizedTest
    @CsvSource({
        "13128, America/Santiago",
        "11101, America/Coyhaique",
        "11, America/Coyhaique",
        "12101, America/Punta_Arenas",
        "05201, Pacific/Easter",
        "05, America/Santiago"
    })
    void knowsTheTimeZone(String code, ZoneId zone) {
        assertThat(governments.require(code).timeZone()).isEqualTo(zone);
    }

    @Test
    void antarticaIsAnsweredWithTheMunicipalityThatAdministersIt() {
        assertThat(governments.find("12202")).isEmpty();
        assertThat(governments.answeringFor("12202")).map(Government::name).contains("Municipalidad de Cabo de Hornos");
        assertThat(governments.answeringFor("13128")).map(Government::code).contains("13128");
        assertThat(governments.answeringFor("99999")).isEmpty();
        assertThatThrownBy(() -> governments.require("12202")).isInstanceOf(Unknown.class);
    }

    @ParameterizedTest
    @CsvSource({
        "penalolen, 13122",
        "PEÑALOLÉN, 13122",
        "gobierno santiago, 13",
        "renca  municipalidad, 13128",
        "ohiggins gore, 06",
        "05201, 05201"
    })
    void findsByWordsWithoutAccents(String words, String code) {
        assertThat(governments.page(GovernmentSearch.ALL.withText(words), GovernmentSlice.first(5)))
                .extracting(Government::code)
                .contains(code);
    }

    @Test
    void aSearchIsNoPattern() {
        assertThat(governments.count(GovernmentSearch.ALL.withText("%"))).isZero();
        assertThat(governments.count(GovernmentSearch.ALL.withText("'; drop table comuna")))
                .isZero();
    }

    @Test
    void filtersByRegionKindAndClass() {
        assertThat(governments.count(new GovernmentSearch("", "16", null, null, false)))
                .isEqualTo(22);
        assertThat(governments.count(new GovernmentSearch("", null, TenantKind.REGIONAL_GOVERNMENT, null, false)))
                .isEqualTo(16);
        assertThat(governments.page(
                        new GovernmentSearch("", "13", TenantKind.MUNICIPALITY, PndrClass.RURAL, false),
                        GovernmentSlice.first(60)))
                .isNotEmpty()
                .allMatch(g -> g.regionCode().equals("13")
                        && g.pndr().filter(PndrClass.RURAL::equals).isPresent());
    }

    @Test
    void sortsNamesTheSpanishWay() {
        var slice = new GovernmentSlice(GovernmentSlice.Order.NAME, true, 0, 361);

        var names =
                governments.page(new GovernmentSearch("", null, TenantKind.MUNICIPALITY, null, false), slice).stream()
                        .map(Government::shortName)
                        .toList();

        assertThat(names.indexOf("Ñiquén"))
                .isGreaterThan(names.indexOf("Nueva Imperial"))
                .isLessThan(names.indexOf("Olivar"));
        assertThat(names.indexOf("Ñuñoa")).isLessThan(names.indexOf("Olivar"));
    }

    @ParameterizedTest
    @EnumSource(GovernmentSlice.Order.class)
    void everyOrderShowsEachGovernmentOnce(GovernmentSlice.Order order) {
        for (boolean ascending : List.of(true, false)) {
            var seen = new ArrayList<Government>();
            for (int offset = 0; offset < 361; offset += 50) {
                seen.addAll(governments.page(GovernmentSearch.ALL, new GovernmentSlice(order, ascending, offset, 50)));
            }

            assertThat(seen).hasSize(361).doesNotHaveDuplicates();
        }
    }

    @Test
    void sortsByPopulationDownwards() {
        var slice = new GovernmentSlice(GovernmentSlice.Order.POPULATION, false, 0, 3);

        assertThat(governments.page(GovernmentSearch.ALL, slice))
                .extracting(Government::population)
                .isSortedAccordingTo(Comparator.reverseOrder());
    }

    @Test
    void regionsGoFromNorthToSouth() {
        assertThat(governments.regions()).hasSize(16);
        assertThat(governments.regions())
                .extracting(Region::code)
                .startsWith("15", "01")
                .endsWith("11", "12");
        assertThat(governments.populationBands()).hasSize(5);
        assertThat(governments.populationBands().getLast().atMost()).isEmpty();
    }
}
