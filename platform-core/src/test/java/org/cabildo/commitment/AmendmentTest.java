package org.cabildo.commitment;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.groups.Tuple.tuple;
import static org.cabildo.testing.Promises.TWO_YEARS;

import java.time.LocalDate;
import java.util.List;
import java.util.Random;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.cabildo.commitment.published.Amendment;
import org.cabildo.commitment.published.Amendment.How;
import org.cabildo.commitment.published.Amendment.Kind;
import org.cabildo.commitment.published.PublishedAmendments;
import org.cabildo.commitment.published.PublishedCommitments;
import org.cabildo.kernel.Refused;
import org.cabildo.plan.PlanApproval;
import org.cabildo.plan.PlanId;
import org.cabildo.tenancy.TenantScope;
import org.cabildo.testing.AsTenant;
import org.cabildo.testing.FreshTenants;
import org.cabildo.testing.Promises;
import org.cabildo.testing.RoomTest;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

@RoomTest
class AmendmentTest {

    private static final String REASON = "El concejo agregó los pozos rurales";

    @Autowired
    Promises promises;

    @Autowired
    Commitments commitments;

    @Autowired
    PlanApproval approval;

    @Autowired
    PublishedAmendments amendments;

    @Autowired
    PublishedCommitments published;

    @Autowired
    FreshTenants fresh;

    private void amend(PlanId plan, String reason) {
        var version = approval.propose(plan, reason);
        approval.publish(version, approval.hash(plan));
    }

    private void retitle(CommitmentId id, String title) {
        commitments.change(id, commitments.require(id).version(), Promises.commitment(title, TWO_YEARS));
    }

    @Test
    @AsTenant("renca")
    void aPublishedPlanIsChangedWithAReasonOnly() {
        var made = promises.published("Plan del agua");
        retitle(made.commitment(), "Abrir el presupuesto y las compras");

        for (var reason : List.of("", "   ", "porque sí", "x".repeat(2_001))) {
            assertThatThrownBy(() -> approval.propose(made.plan(), reason))
                    .isInstanceOf(Refused.class)
                    .extracting("code")
                    .isEqualTo("plan.amendment.reason");
        }
        amend(made.plan(), REASON);

        assertThat(amendments.of("plan-del-agua", 2).orElseThrow().reason()).isEqualTo(REASON);
    }

    @Test
    @AsTenant("renca")
    void whatChangedIsToldFieldByField() {
        var made = promises.published("Plan del agua");
        retitle(made.commitment(), "Abrir el presupuesto y las compras");
        var added = commitments.draft(made.plan(), Promises.commitment("Medir los pozos", TWO_YEARS));
        commitments.addMilestone(added, Promises.milestone("Instalar medidores", LocalDate.of(2027, 3, 31)));
        commitments.withdraw(made.commitment(), "Ya lo exige una ley");
        amend(made.plan(), REASON);

        var amendment = amendments.of("plan-del-agua", 2).orElseThrow();

        assertThat(amendment.previous()).isOne();
        assertThat(amendment.changes())
                .extracting(Amendment.Change::kind, Amendment.Change::how, Amendment.Change::title)
                .containsExactly(
                        tuple(Kind.COMMITMENT, How.CHANGED, "Abrir el presupuesto y las compras"),
                        tuple(Kind.COMMITMENT, How.ADDED, "Medir los pozos"),
                        tuple(Kind.MILESTONE, How.ADDED, "Instalar medidores"));
        assertThat(amendment.changes().getFirst().fields())
                .containsExactly(
                        new Amendment.Field("title", "Abrir el presupuesto", "Abrir el presupuesto y las compras"),
                        new Amendment.Field("withdrawn", "", "Ya lo exige una ley"));
    }

    @Test
    @AsTenant("renca")
    void aCommitmentTellsWhichVersionsAmendedIt() {
        var made = promises.published("Plan del agua");
        retitle(made.commitment(), "Abrir el presupuesto y las compras");
        amend(made.plan(), REASON);
        commitments.addMilestone(made.commitment(), Promises.milestone("Publicar 2028", LocalDate.of(2027, 9, 30)));
        amend(made.plan(), REASON);
        commitments.addMilestone(
                commitments.draft(made.plan(), Promises.commitment("Medir los pozos", TWO_YEARS)),
                Promises.milestone("Instalar medidores", LocalDate.of(2027, 3, 31)));
        amend(made.plan(), REASON);
        promises.alter(made.plan());
        amend(made.plan(), REASON);
        commitments.withdraw(made.commitment(), "Ya lo exige una ley");
        amend(made.plan(), REASON);
        retitle(made.commitment(), "Lo que nadie ha aprobado");

        assertThat(amended(1, null)).containsExactly(6, 3, 2).isEqualTo(toldOf(1));
        assertThat(amended(1, 5)).containsExactly(3, 2);
        assertThat(amended(1, 1)).isEmpty();
        assertThat(amended(2, null)).as("new in version 4, and the same since").isEmpty();
    }

    private List<Integer> amended(int commitment, @Nullable Integer version) {
        return published.page("plan-del-agua", commitment, version, Promises.TODAY).orElseThrow().amendments().stream()
                .map(PublishedCommitments.Amended::version)
                .toList();
    }

    /** The versions whose pages of changes tell of it, newest first. */
    private List<Integer> toldOf(int commitment) {
        return IntStream.iterate(6, version -> version > 1, version -> version - 1)
                .filter(version -> amendments.of("plan-del-agua", version).orElseThrow().changes().stream()
                        .anyMatch(change -> change.commitment() == commitment))
                .boxed()
                .toList();
    }

    @Test
    @AsTenant("renca")
    void thereIsNoneOfTheFirstVersionNorOfOneThatThereIsNot() {
        promises.published("Plan del agua");

        assertThat(amendments.of("plan-del-agua", 1)).isEmpty();
        assertThat(amendments.of("plan-del-agua", 7)).isEmpty();
        assertThat(amendments.of("plan-de-nadie", 1)).isEmpty();
    }

    @Test
    @AsTenant("renca")
    void anotherTenantHasNone() {
        var made = promises.published("Plan del agua");
        retitle(made.commitment(), "Abrir las compras");
        amend(made.plan(), REASON);
        var other = fresh.municipality("ajena");

        assertThat(TenantScope.in(other, () -> amendments.of("plan-del-agua", 2)))
                .isEmpty();
    }

    @Test
    @AsTenant("renca")
    void whateverWasEditedTheAmendmentTellsThatAndNothingElse() {
        var random = new Random(7);
        var made = promises.published("Plan del agua");
        for (int version = 2; version < 7; version++) {
            var title =
                    random.ints(4, 0, 26).mapToObj(i -> "" + (char) ('a' + i)).collect(Collectors.joining()) + version;
            var before = commitments.require(made.commitment()).said().title();
            retitle(made.commitment(), title);
            amend(made.plan(), REASON);

            assertThat(amendments.of("plan-del-agua", version).orElseThrow().changes())
                    .singleElement()
                    .satisfies(change ->
                            assertThat(change.fields()).containsExactly(new Amendment.Field("title", before, title)));
        }
    }
}
