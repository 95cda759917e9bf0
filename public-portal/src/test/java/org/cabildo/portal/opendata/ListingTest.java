package org.cabildo.portal.opendata;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;

class ListingTest {

    @Test
    void countsApartWhatIsOfSeveralTogetherAndInNoFigureWhatIsInvented() {
        var listing = new Listing<String, String, String>(
                PlanExport.DATA,
                "data.institutions",
                "data.institutions.count",
                _ -> List.of("Renca", "Maipú", "Consorcio", "Consorcio inventado", "Villa inventada"),
                (_, line) -> line,
                List::of,
                (_, line) -> line.contains("inventad"),
                line -> line.startsWith("Consorcio"));

        assertThat(listing.count("Chile")).isEqualTo(new Listing.Count(2, 1, 2));
    }
}
