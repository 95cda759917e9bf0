package org.cabildo.commitment;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.List;
import org.cabildo.plan.Framework;
import org.cabildo.plan.PlanDraft;
import org.cabildo.plan.Plans;
import org.cabildo.tenancy.TenantScope;
import org.cabildo.testing.AsTenant;
import org.cabildo.testing.FreshTenants;
import org.cabildo.testing.Promises;
import org.cabildo.testing.RoomTest;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

@RoomTest
@AsTenant("renca")
class OfficeSearchTest {

    @Autowired
    OfficeSearch search;

    @Autowired
    Plans plans;

    @Autowired
    Commitments commitments;

    @Autowired
    FreshTenants fresh;

    @Test
    void findsWhatHoldsAllTheWordsWhateverTheirAccentsAndOrder() {
        var plan = plans.draft(new PlanDraft("Plan de aguas", Framework.OWN, null, "", "", false));
        commitments.draft(plan, said("Medición del agua", "Nadie sabe cuánta queda"));
        commitments.draft(plan, said("Plazas abiertas", "El Ñandú no entra"));

        assertThat(search.find("MEDICION agua"))
                .extracting(OfficeSearch.Found::title)
                .containsExactly("Medición del agua");
        assertThat(search.find("queda sabe"))
                .extracting(OfficeSearch.Found::kind)
                .containsExactly(OfficeSearch.Kind.COMMITMENT);
        assertThat(search.find("nandu")).extracting(OfficeSearch.Found::within).containsExactly("Plan de aguas");
        assertThat(search.find("agua"))
                .extracting(OfficeSearch.Found::kind)
                .containsExactly(OfficeSearch.Kind.PLAN, OfficeSearch.Kind.COMMITMENT);
        assertThat(search.find("agua plazas")).isEmpty();
        assertThat(search.find("  ")).isEmpty();
        assertThat(search.find("100%'; drop table plan; --")).isEmpty();
    }

    @Test
    void aPluralIsFoundInTheSingularTooAsOnThePortal() {
        var plan = plans.draft(new PlanDraft("Plan de patios", Framework.OWN, null, "", "", false));
        var commitment = commitments.draft(plan, said("Faroles", "D'Artagnan no ve"));
        commitments.addMilestone(commitment, Promises.milestone("Entregar un farol", LocalDate.of(2027, 6, 30)));

        for (var typed : List.of("faroles", "los FAROLES", "de faroles")) {
            assertThat(search.find(typed))
                    .as(typed)
                    .extracting(OfficeSearch.Found::title)
                    .containsExactly("Faroles", "Entregar un farol");
        }
        assertThat(search.find("dartagnan"))
                .extracting(OfficeSearch.Found::title)
                .containsExactly("Faroles");
        assertThat(search.find("de")).extracting(OfficeSearch.Found::title).contains("Plan de patios");
        assertThat(search.find("¿?")).isEmpty();
    }

    @Test
    void maipuFindsNothingOfRencas() {
        var plan = plans.draft(new PlanDraft("Plan de plazas", Framework.OWN, null, "", "", false));
        commitments.draft(plan, said("Plazas para todos", ""));
        var maipu = fresh.municipality("maipu");

        assertThat(TenantScope.in(
                        maipu,
                        () -> fresh.officer(maipu, org.cabildo.identity.Role.READER)
                                .act(() -> search.find("plazas"))))
                .isEmpty();
    }

    private static CommitmentDraft said(String title, String problem) {
        return new CommitmentDraft(title, problem, "", "", "", null, List.of(), List.of(), null);
    }
}
