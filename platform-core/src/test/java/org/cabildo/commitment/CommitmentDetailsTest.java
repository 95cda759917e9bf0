package org.cabildo.commitment;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.tuple;
import static org.cabildo.testing.Promises.TODAY;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import org.cabildo.commitment.CommitmentView.MilestoneLine;
import org.cabildo.commitment.Commitments.Whole;
import org.cabildo.commitment.published.Amendment.Change;
import org.cabildo.commitment.published.Amendment.Field;
import org.cabildo.commitment.published.Detail;
import org.cabildo.commitment.published.Details;
import org.cabildo.commitment.published.PublishedAmendments;
import org.cabildo.commitment.published.PublishedCommitments;
import org.cabildo.kernel.Period;
import org.cabildo.kernel.Refused;
import org.cabildo.plan.PlanApproval;
import org.cabildo.plan.PlanChecklist;
import org.cabildo.plan.PlanId;
import org.cabildo.plan.Plans;
import org.cabildo.testing.AsTenant;
import org.cabildo.testing.Promises;
import org.cabildo.testing.RoomTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.beans.factory.annotation.Autowired;

@RoomTest
class CommitmentDetailsTest {

    private static final Details SAID = new Details(Map.of(
            Detail.RESULTS, " Todos saben en qué se gasta ",
            Detail.CITIZEN_GOALS, "Entender\n\n Preguntar \nEntender",
            Detail.INTERNAL_CONTACT, "Anexo 4021",
            Detail.AXIS, "DATA",
            Detail.SDG, "16\n11",
            Detail.UNIT, " "));

    @Autowired
    Promises promises;

    @Autowired
    Commitments commitments;

    @Autowired
    Plans plans;

    @Autowired
    PlanApproval approval;

    @Autowired
    PlanChecklist checklist;

    @Autowired
    DraftChanges changes;

    @Autowired
    PublishedCommitments published;

    @Autowired
    PublishedAmendments amendments;

    @Test
    @AsTenant("renca")
    void whatIsSaidIsKeptWithoutBlanksNorDoubles() {
        var made = promises.drafted("Plan");

        detail(made.commitment(), SAID);

        assertThat(commitments.require(made.commitment()).said().details().said())
                .isEqualTo(Map.of(
                        Detail.RESULTS, "Todos saben en qué se gasta",
                        Detail.CITIZEN_GOALS, "Entender\nPreguntar",
                        Detail.INTERNAL_CONTACT, "Anexo 4021",
                        Detail.AXIS, "DATA",
                        Detail.SDG, "16\n11"));
    }

    @Test
    @AsTenant("renca")
    void thePublicReadsAllButWhatIsInternal() {
        var made = promises.drafted("Plan");
        detail(made.commitment(), SAID);

        promises.publish(made.plan());

        var details = page(made.plan(), 1).details();
        assertThat(details).isEqualTo(SAID.forThePublic());
        assertThat(details.of(Detail.INTERNAL_CONTACT)).isEmpty();
    }

    @Test
    @AsTenant("renca")
    void whatThePublicReadsIsPartOfWhatIsApprovedAndNothingElse() {
        var made = promises.drafted("Plan");
        var bare = approval.hash(made.plan());

        detail(made.commitment(), new Details(Map.of(Detail.INTERNAL_CONTACT, "Anexo 4021")));
        assertThat(approval.hash(made.plan())).isEqualTo(bare);

        detail(made.commitment(), new Details(Map.of(Detail.AXIS, "DATA")));
        assertThat(approval.hash(made.plan())).isNotEqualTo(bare);
    }

    /** A version approved before there were details says the same as then, so nobody has to approve it again. */
    @Test
    void whatSaysNoDetailReadsAsItEverDid() {
        var said = Promises.commitment("Abrir", new Period(LocalDate.of(2026, 1, 1), LocalDate.of(2026, 12, 31)));
        var milestone = Promises.milestone("Publicar", LocalDate.of(2026, 6, 30));

        assertThat(said.firstPromise())
                .isEqualTo("CommitmentDraft[title=Abrir, problem=Nadie sabe en qué se gasta, description=Publicar el"
                        + " presupuesto por barrio, actors=Municipio y juntas de vecinos, responsible=SECPLA,"
                        + " period=Period[start=2026-01-01, end=2026-12-31], relevance=[Relevance[value=ATI,"
                        + " explanation=Entrega información que no existía]], pillars=[], lead=null]");
        assertThat(milestone.firstPromise())
                .isEqualTo("MilestoneDraft[activity=Publicar, deliverable=Documento publicado, responsible=SECPLA,"
                        + " period=Period[start=2026-01-01, end=2026-06-30], weight=1]");
    }

    @Test
    @AsTenant("renca")
    void aChangeOfADetailIsAChangeOfThePromise() {
        var made = promises.published("Plan");
        detail(made.commitment(), new Details(Map.of(Detail.RESULTS, "Un tablero", Detail.INTERNAL_CONTACT, "4021")));

        assertThat(changes.of(made.plan()))
                .flatExtracting(Change::fields)
                .extracting(Field::name, Field::after)
                .containsExactly(tuple("detail.RESULTS", "Un tablero"));

        promises.publish(made.plan());
        assertThat(amendments.of(slug(made.plan()), 2).orElseThrow().changes())
                .flatExtracting(Change::fields)
                .extracting(Field::name, Field::after)
                .containsExactly(tuple("detail.RESULTS", "Un tablero"));
    }

    @Test
    @AsTenant("renca")
    void relatedCommitmentsAreNamedIfTheVersionHasThem() {
        var made = promises.drafted("Plan");
        var other = commitments.draft(made.plan(), Promises.commitment("Abrir las actas", Promises.TWO_YEARS));
        commitments.addMilestone(other, Promises.milestone("Publicar", LocalDate.of(2026, 6, 30)));
        detail(made.commitment(), new Details(Map.of(Detail.RELATED, "2\n9")));

        promises.publish(made.plan());

        assertThat(page(made.plan(), 1).related())
                .containsExactly(new PublishedCommitments.Named(2, "Abrir las actas"));
        assertThat(page(made.plan(), 2).related()).isEmpty();
    }

    @ParameterizedTest
    @CsvSource({"AXIS,PAPER,axis", "SDG,18,sdg", "SDG,0,sdg", "SDG,cuatro,sdg", "RELATED,x,related", "RELATED,0,related"
    })
    void whatIsChosenIsOneOfThoseToChooseFrom(Detail part, String chosen, String code) {
        assertThatThrownBy(() -> new Details(Map.of(part, chosen)))
                .isInstanceOfSatisfying(
                        Refused.class, refused -> assertThat(refused.code()).isEqualTo("commitment." + code));
    }

    @ParameterizedTest
    @CsvSource({"SHORT_TITLE,500", "BUDGET,500", "RESULTS,10000", "WORKING_GROUPS,10000"})
    void whatIsTooLongIsRefused(Detail part, int most) {
        assertThat(new Details(Map.of(part, "x".repeat(most))).of(part)).hasSize(most);
        assertThatThrownBy(() -> new Details(Map.of(part, "x".repeat(most + 1))))
                .isInstanceOfSatisfying(
                        Refused.class, refused -> assertThat(refused.code()).isEqualTo("commitment.text.long"));
    }

    @Test
    @AsTenant("renca")
    void milestonesWaitForOthersButNeverForThemselves() {
        var made = promises.drafted("Plan");
        wait(made.commitment(), made.second(), 1);

        assertThat(line(made.commitment(), 2).said().follows()).containsExactly(1);
        refused("milestone.circle", () -> wait(made.commitment(), made.first(), 2));
        refused("milestone.circle", () -> wait(made.commitment(), made.first(), 1));
        refused("milestone.follows.unknown", () -> wait(made.commitment(), made.first(), 3));
        assertThat(line(made.commitment(), 1).said().follows()).isEmpty();
    }

    @Test
    @AsTenant("renca")
    void whoWaitsGoesWithWhomItWaitsFor() {
        var plan = promises.drafted("Plan").plan();
        var id = commitments
                .draft(
                        plan,
                        List.of(new Whole(
                                Promises.commitment("Plantar", Promises.TWO_YEARS),
                                List.of(
                                        Promises.milestone("Cosechar", LocalDate.of(2026, 9, 1))
                                                .following(List.of(2, 3)),
                                        Promises.milestone("Regar", LocalDate.of(2026, 8, 1)),
                                        Promises.milestone("Podar", LocalDate.of(2026, 8, 1))
                                                .following(List.of(2))))))
                .getFirst();
        var regar = line(id, 2);

        commitments.removeMilestone(id, regar.id());
        assertThat(lines(id)).extracting(one -> one.said().follows()).containsExactly(List.of(3), List.of());

        commitments.addMilestone(
                id, Promises.milestone("Barrer", LocalDate.of(2026, 8, 1)).following(List.of(3)));
        commitments.putBack(id, regar);
        assertThat(lines(id))
                .extracting(one -> one.said().activity(), one -> one.said().follows())
                .containsExactly(
                        tuple("Cosechar", List.of(3)),
                        tuple("Regar", List.of()),
                        tuple("Podar", List.of()),
                        tuple("Barrer", List.of(3)));
    }

    @Test
    @AsTenant("renca")
    void whatWaitsEndsNoEarlierThanWhatItWaitsFor() {
        var made = promises.drafted("Plan"); // the first is due in 2026, the second in 2027
        wait(made.commitment(), made.first(), 2);

        assertThat(warnings(made.plan())).contains("milestone.follows.early");
        commitments.withdrawMilestone(made.commitment(), made.second(), "Ya no hace falta");
        assertThat(warnings(made.plan())).doesNotContain("milestone.follows.early");
    }

    @Test
    @AsTenant("renca")
    void thePublicReadsWhichMilestoneWaitsForWhich() {
        var made = promises.drafted("Plan");
        wait(made.commitment(), made.second(), 1);

        promises.publish(made.plan());

        assertThat(page(made.plan(), 1).milestones())
                .extracting(PublishedCommitments.Milestone::place, PublishedCommitments.Milestone::follows)
                .containsExactly(tuple(1, List.of()), tuple(2, List.of(1)));
    }

    private List<String> warnings(PlanId plan) {
        return checklist.of(plan, TODAY).stream()
                .map(finding -> finding.gap().code())
                .toList();
    }

    private void detail(CommitmentId id, Details details) {
        var seen = commitments.require(id);
        commitments.change(id, seen.version(), seen.said().detailed(details));
    }

    private void wait(CommitmentId id, MilestoneId milestone, int place) {
        var seen = commitments.require(id);
        var said = seen.milestones().stream()
                .filter(line -> line.id().equals(milestone))
                .findFirst()
                .orElseThrow()
                .said();
        commitments.changeMilestone(id, seen.version(), milestone, said.following(List.of(place)));
    }

    private List<MilestoneLine> lines(CommitmentId id) {
        return commitments.require(id).milestones();
    }

    private MilestoneLine line(CommitmentId id, int place) {
        return lines(id).get(place - 1);
    }

    private PublishedCommitments.Page page(PlanId plan, int number) {
        return published.page(slug(plan), number, TODAY).orElseThrow();
    }

    private String slug(PlanId plan) {
        return plans.require(plan).slug();
    }

    private static void refused(String code, Runnable act) {
        assertThatThrownBy(act::run)
                .isInstanceOfSatisfying(
                        Refused.class, refused -> assertThat(refused.code()).isEqualTo(code));
    }
}
