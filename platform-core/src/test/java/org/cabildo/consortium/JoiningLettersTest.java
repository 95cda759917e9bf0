package org.cabildo.consortium;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Locale;
import java.util.Set;
import org.cabildo.consortium.published.MemberRight;
import org.cabildo.identity.Officer;
import org.cabildo.identity.Profiles;
import org.cabildo.identity.Role;
import org.cabildo.mail.MailDelivery;
import org.cabildo.tenancy.Provisioning;
import org.cabildo.tenancy.TenantId;
import org.cabildo.tenancy.TenantScope;
import org.cabildo.testing.FreshTenants;
import org.cabildo.testing.Postbag;
import org.cabildo.testing.RoomTest;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

@RoomTest
class JoiningLettersTest {

    private static final Officer COORDINATOR = FreshTenants.coordinator();

    @Autowired
    FreshTenants fresh;

    @Autowired
    Consortia consortia;

    @Autowired
    Joining joining;

    @Autowired
    Profiles profiles;

    @Autowired
    Provisioning provisioning;

    @Autowired
    MailDelivery delivery;

    private final Postbag bag = new Postbag();
    private TenantId renca;
    private TenantId maipu;

    @BeforeEach
    void twoNeighbours() {
        renca = fresh.municipality("renca");
        maipu = fresh.municipality("maipu");
    }

    @Test
    void whoeverAdministersAMemberToBeIsWrittenToAndNobodyElse() {
        var hers = fresh.employed(renca, "Ada <b>", Role.ADMINISTRATOR);
        var deputy = fresh.employed(renca, "Berta", Role.ADMINISTRATOR, Role.EDITOR);
        var editor = fresh.employed(renca, "Edith", Role.EDITOR, Role.APPROVER, Role.READER);
        var theirs = fresh.employed(maipu, "Mónica", Role.ADMINISTRATOR);
        var stranger = fresh.employed(fresh.municipality("ñuñoa"), "Petra", Role.ADMINISTRATOR);
        TenantScope.in(
                maipu,
                () -> theirs.act(() -> {
                    profiles.speak(Locale.ENGLISH);
                    return true;
                }));

        COORDINATOR.act(() -> consortia.form("Junta del agua", "junta-del-agua", Set.of(renca, maipu)));
        while (provisioning.workOne()) {
            // until none waits
        }

        assertThat(letters(hers)).isEqualTo(1);
        assertThat(letters(deputy)).isEqualTo(1);
        assertThat(letters(editor)).isZero();
        assertThat(letters(stranger)).isZero();
        assertThat(bag.letterTo(hers.email()).orElseThrow()).satisfies(letter -> {
            assertThat(letter.subject()).isEqualTo("Invitación a integrar Junta del agua");
            assertThat(letter.text())
                    .contains("invita a renca a integrar Junta del agua", "/consorcios")
                    .doesNotContain("maipu", "{");
            assertThat(letter.html()).contains("Estimada/o Ada &lt;b&gt;:");
        });
        assertThat(bag.letterTo(theirs.email()).orElseThrow()).satisfies(letter -> {
            assertThat(letter.subject()).isEqualTo("Invitation to join Junta del agua");
            assertThat(letter.text()).contains("invites maipu to join").doesNotContain("renca", "{");
        });
    }

    @Test
    void whoeverIsAskedLaterOrAgainIsWrittenToEachTime() {
        var consortium = fresh.consortium("junta", renca, maipu);
        var nunoa = fresh.municipality("ñuñoa");
        var administrator = fresh.employed(nunoa, "Petra", Role.ADMINISTRATOR);
        var member = fresh.employed(renca, "Ada", Role.ADMINISTRATOR);

        invite(consortium, nunoa);
        assertThat(letters(administrator)).isEqualTo(1);
        TenantScope.in(
                nunoa,
                () -> administrator.act(() -> {
                    joining.decline(consortium, "");
                    return true;
                }));
        invite(consortium, nunoa);

        assertThat(letters(administrator)).isEqualTo(2);
        assertThat(letters(member)).isZero();
    }

    private void invite(TenantId consortium, TenantId member) {
        COORDINATOR.act(() -> {
            consortia.invite(consortium, member, MemberRight.DECIDES);
            return true;
        });
    }

    private int letters(Officer to) {
        return bag.collect(delivery).lettersTo(to.email());
    }
}
