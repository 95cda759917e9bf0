package org.cabildo.admin.benchmarking;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.util.List;
import org.cabildo.benchmarking.Comparison;
import org.cabildo.kernel.Ids;
import org.cabildo.tenancy.TenantId;
import org.junit.jupiter.api.Test;

class ComparisonFileTest {

    @Test
    void whatIsCountedIsWholeAndSharesHaveTheCommaOfTheScreen() {
        var line = new Comparison.Line(
                new TenantId(Ids.next()),
                "Municipalidad de Renca",
                "renca",
                "MUNICIPALITY",
                "13128",
                "13",
                null,
                null,
                false,
                4,
                16,
                1,
                2,
                55.75,
                0);

        var file = new String(ComparisonFile.of(List.of(line)), StandardCharsets.UTF_8);

        assertThat(file.lines().skip(1))
                .containsExactly("Municipalidad de Renca;renca;Municipalidad;13;;;4;55,8;6,3;12,5;0;16");
    }
}
