package org.cabildo.calendar;

import static org.assertj.core.api.Assertions.assertThat;

import org.cabildo.calendar.CommitmentLibrary.Search;
import org.cabildo.testing.FreshTenants;
import org.cabildo.testing.RoomTest;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

@RoomTest
class CommitmentLibraryTest {

    @Autowired
    FreshTenants migrated;

    @Autowired
    CommitmentLibrary library;

    @Autowired
    OgpVocabulary vocabulary;

    @Test
    void holdsThe62CommitmentsOfTheFirstFourPlans() {
        assertThat(library.count(Search.ALL)).isEqualTo(62);
        assertThat(library.search(Search.ALL, 0, 100)).hasSize(62);
        assertThat(library.search(Search.ALL, 60, 10)).hasSize(2);
        assertThat(library.years()).containsExactly(2018, 2016, 2014, 2012);
    }

    @Test
    void findsByCodeTitleOrSpanishThemeWithoutAccents() {
        assertThat(library.search(new Search("cl0054", null, null, false), 0, 5))
                .singleElement()
                .satisfies(found -> assertThat(found.title()).contains("Model Municipal Open Government"));
        assertThat(library.search(new Search("Módel múnicipal", null, null, false), 0, 20))
                .extracting(NationalCommitment::code)
                .contains("CL0054", "CL0048", "CL0020");
        assertThat(library.count(new Search("gestion documental", null, null, false)))
                .isEqualTo(2);
    }

    @Test
    void filtersByThemeYearAndStar() {
        assertThat(library.search(new Search("", "Open Data", 2014, false), 0, 10))
                .extracting(NationalCommitment::code)
                .containsExactly("CL0021", "CL0022");
        assertThat(library.search(new Search("", null, null, true), 0, 10))
                .extracting(NationalCommitment::code)
                .containsExactly("CL0020", "CL0031", "CL0015");
    }

    @Test
    void offersOnlyThemesThatSomeCommitmentHas() {
        assertThat(library.themes())
                .isNotEmpty()
                .allSatisfy(theme -> assertThat(library.count(new Search("", theme.english(), null, false)))
                        .isPositive());
    }

    @Test
    void knowsTheWordsOfThePartnership() {
        assertThat(vocabulary.values()).extracting(OgpVocabulary.Value::code).containsExactly("ATI", "CP", "PA", "TEC");
        assertThat(vocabulary.values().getLast().onlyBefore()).hasValue(2021);
        assertThat(vocabulary.policyAreas())
                .hasSize(45)
                .contains(new OgpVocabulary.PolicyArea("Open Data", "Datos abiertos"));
        assertThat(vocabulary.plans()).hasSize(9);
        assertThat(vocabulary.plans().getLast().commitments()).isEmpty();
    }
}
