package org.cabildo.admin.search;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import org.cabildo.admin.OfficeViewTest;
import org.cabildo.commitment.CommitmentDraft;
import org.cabildo.commitment.Commitments;
import org.cabildo.plan.Framework;
import org.cabildo.plan.PlanDraft;
import org.cabildo.plan.Plans;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

class SearchViewTest extends OfficeViewTest {

    @Autowired
    Plans plans;

    @Autowired
    Commitments commitments;

    @Test
    void findsWhatTheAddressAsksForAndSaysHowMuch() {
        var plan = plans.draft(new PlanDraft("Plan de búsqueda", Framework.OWN, null, "", "", false));
        commitments.draft(
                plan, new CommitmentDraft("Árboles en la plaza", "", "", "", "", null, List.of(), List.of(), null));

        var view = asked(SearchView.class, path("/buscar"), Map.of("q", "arboles plaza"));

        assertThat(view.list.getChildren()).hasSize(1);
        assertThat(view.count.getText()).isEqualTo("1 resultado para «arboles plaza»");
        view.field.setValue("nada de esto");
        assertThat(view.list.getChildren()).isEmpty();
        assertThat(view.count.getText()).isEqualTo("Nada contiene «nada de esto»");
    }
}
