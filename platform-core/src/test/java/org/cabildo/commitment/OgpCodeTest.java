package org.cabildo.commitment;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Optional;
import org.cabildo.commitment.published.PublishedCommitments;
import org.cabildo.identity.Role;
import org.cabildo.kernel.Refused;
import org.cabildo.kernel.Unknown;
import org.cabildo.plan.Framework;
import org.cabildo.tenancy.TenantScope;
import org.cabildo.testing.AsTenant;
import org.cabildo.testing.FreshTenants;
import org.cabildo.testing.Promises;
import org.cabildo.testing.RoomTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.beans.factory.annotation.Autowired;

@RoomTest
class OgpCodeTest {

    @Autowired
    Promises promises;

    @Autowired
    Commitments commitments;

    @Autowired
    CommitmentCodes codes;

    @Autowired
    PublishedCommitments published;

    @Autowired
    FreshTenants fresh;

    @ParameterizedTest
    @CsvSource({
        "OGP_NATIONAL, CL0054, CL0054",
        "OGP_NATIONAL, ' cl0054 ', CL0054",
        "OGP_LOCAL, CLPLN0002, CLPLN0002",
        "CONSORTIUM, clmpu0001, CLMPU0001"
    })
    void takesOgpsCodes(Framework framework, String typed, String code) {
        assertThat(OgpCode.of(framework, typed).value()).isEqualTo(code);
    }

    @ParameterizedTest
    @CsvSource({
        "OGP_NATIONAL, CLPLN0002, ogp.code.national",
        "OGP_NATIONAL, CL54, ogp.code.national",
        "OGP_NATIONAL, CL00541, ogp.code.national",
        "OGP_LOCAL, CL0054, ogp.code.local",
        "OGP_LOCAL, CLPL0002, ogp.code.local",
        "OGP_LOCAL, ARPLN0002, ogp.code.local",
        "OWN, CL0054, ogp.code.none",
        "INTERNAL, CL0054, ogp.code.none",
        "MUNICIPAL_MODEL, CLPLN0002, ogp.code.none"
    })
    void refusesWhatOgpDoesNotGive(Framework framework, String typed, String code) {
        assertThatThrownBy(() -> OgpCode.of(framework, typed))
                .isInstanceOf(Refused.class)
                .extracting("code")
                .isEqualTo(code);
    }

    @Test
    @AsTenant("penalolen")
    void aCodeIsPublicWithItsCommitmentAndGivenOnce() {
        var made = promises.drafted("Plan 2026");
        codes.give(made.commitment(), "CLPLN0002");
        assertThat(code("plan-2026")).isEmpty();
        promises.publish(made.plan());
        assertThat(code("plan-2026")).contains("CLPLN0002");
        assertThat(codes.of(made.plan())).containsEntry(1, "CLPLN0002");

        var other = promises.published("Otro plan");
        assertThatThrownBy(() -> codes.give(other.commitment(), "clpln0002"))
                .isInstanceOf(Refused.class)
                .extracting("code")
                .isEqualTo("ogp.code.taken");
        codes.give(made.commitment(), " ");
        assertThat(code("plan-2026")).isEmpty();
        codes.give(other.commitment(), "CLPLN0002");
        assertThat(code("otro-plan")).contains("CLPLN0002");
    }

    @Test
    void anotherTenantNeitherSeesNorGivesACode() {
        var renca = fresh.municipality("renca");
        var maipu = fresh.municipality("maipu");
        var made = TenantScope.in(
                renca,
                () -> fresh.officer(renca, Role.ADMINISTRATOR).act(() -> {
                    var promise = promises.published("Plan 2026");
                    codes.give(promise.commitment(), "CLPLN0002");
                    return promise;
                }));
        var stranger = fresh.officer(maipu, Role.ADMINISTRATOR);

        assertThatThrownBy(() -> TenantScope.in(
                        maipu,
                        () -> stranger.act(() -> {
                            codes.give(made.commitment(), "CLPLN0003");
                            return true;
                        })))
                .isInstanceOf(Unknown.class);
        assertThat(TenantScope.in(maipu, () -> stranger.act(() -> codes.of(made.plan()))))
                .isEmpty();
        assertThat(TenantScope.in(maipu, () -> code("plan-2026"))).isEmpty();
        assertThat(TenantScope.in(renca, () -> code("plan-2026"))).contains("CLPLN0002");
        assertThatThrownBy(() -> code("plan-2026")).hasRootCauseInstanceOf(IllegalStateException.class);
    }

    /** The code of a plan's first commitment, as the public reads it. */
    private Optional<String> code(String plan) {
        return published.page(plan, 1, null, Promises.TODAY).map(PublishedCommitments.Page::ogpCode);
    }
}
