package org.cabildo.admin.home;

import static org.assertj.core.api.Assertions.assertThat;

import com.vaadin.flow.component.UI;
import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.component.html.H2;
import com.vaadin.flow.component.html.Span;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import org.cabildo.admin.OfficeViewTest;
import org.cabildo.admin.frame.Badge;
import org.cabildo.comment.Comments;
import org.cabildo.commitment.Commitments;
import org.cabildo.identity.Officer;
import org.cabildo.identity.People;
import org.cabildo.identity.Role;
import org.cabildo.pillar.Pillars;
import org.cabildo.plan.PlanApproval;
import org.cabildo.plan.PlanId;
import org.cabildo.plan.PlanRemarks;
import org.cabildo.plan.PlanStage;
import org.cabildo.plan.PlanStep;
import org.cabildo.plan.PlanSteps;
import org.cabildo.tenancy.TenantScope;
import org.cabildo.testing.Promises;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

class TenantHomeViewTest extends OfficeViewTest {

    @Autowired
    Promises promises;

    @Autowired
    Comments comments;

    @Autowired
    Commitments commitments;

    @Autowired
    PlanApproval approval;

    @Autowired
    PlanRemarks remarks;

    @Autowired
    Pillars pillars;

    @Autowired
    PlanSteps steps;

    @Autowired
    Attention attention;

    @Autowired
    People people;

    @Test
    void whoeverIsMentionedIsLedToTheTalkUntilTheyOpenedIt() {
        var made = promises.drafted("Plan abierto");
        people.give("bea@vista.invalid", "Bea", Set.of(Role.READER));
        var bea = people.enter(people.byEmail("bea@vista.invalid").orElseThrow().person(), TenantScope.tenant());
        comments.say(made.commitment(), "Vea esto", Set.of(bea.person()));
        comments.say(made.commitment(), "Y esto", Set.of(bea.person()));

        assertThat(sections()).noneMatch(section -> section.startsWith("Le avisan"));
        bea.act(() -> {
            assertThat(sections()).contains("Le avisan en una conversación interna (1)");
            assertThat(find(Anchor.class)
                            .withCondition(link -> link.getHref().endsWith("#conversacion"))
                            .single())
                    .satisfies(link -> {
                        assertThat(link.getHref())
                                .isEqualTo(path("/planes/" + made.plan() + "/compromisos/" + made.commitment()
                                        + "#conversacion"));
                        assertThat(link.getElement().getTextRecursively())
                                .startsWith("Abrir el presupuesto")
                                .endsWith("2 comentarios");
                    });
            comments.open(made.commitment());
            assertThat(sections()).noneMatch(section -> section.startsWith("Le avisan"));
            return true;
        });
    }

    @Test
    void whoeverDraftsIsToldWhatBecameOfAProposal() {
        var made = promises.drafted("Plan abierto");
        var version = approval.propose(made.plan());
        assertThat(sections()).noneMatch(section -> section.startsWith("Devueltas"));
        assertThat(find(Anchor.class).all())
                .extracting(card -> card.getElement().getTextRecursively())
                .anyMatch(text -> text.contains(
                        "Versión 1, propuesta por " + Officer.current().name() + " el "));

        remarks.sendBack(version, "Falta el indicador del hito 2");
        assertThat(sections())
                .contains("Devueltas con observaciones (1)")
                .noneMatch(section -> section.startsWith("Publicado"));
        promises.publish(made.plan());
        assertThat(sections())
                .contains("Publicado en los últimos 7 días (1)")
                .noneMatch(section -> section.startsWith("Devueltas"));
    }

    @Test
    void whatIsWrittenAndNotPublicIsAnErrandUntilItIsProposed() {
        var made = promises.published("Plan abierto");
        assertThat(sections()).noneMatch(section -> section.startsWith("Con cambios"));
        commitments.addMilestone(made.commitment(), Promises.milestone("Uno más", Promises.TODAY));

        assertThat(sections()).contains("Con cambios que el público no lee (1)");
        var unfinished = commitments.draft(made.plan(), Promises.commitment("Otro", Promises.TWO_YEARS));
        assertThat(sections()).contains("Borradores incompletos (1)");
        assertThat(find(Span.class).all())
                .extracting(Span::getText)
                .contains("Tiene cambios que el público no lee. Le falta una cosa para proponerse");
        commitments.delete(unfinished);
        var reader = fresh.officer(TenantScope.tenant(), Role.READER);
        reader.act(() -> {
            assertThat(sections()).noneMatch(section -> section.startsWith("Con cambios"));
            return true;
        });
        UI.getCurrent().navigate(path("/planes"));
        assertThat(find(Badge.class).all()).extracting(Badge::getText).contains("Con cambios sin publicar");

        approval.propose(made.plan(), "Falta un hito que se acordó");
        assertThat(sections()).noneMatch(section -> section.startsWith("Con cambios"));
    }

    @Test
    void pillarsThatAreNotPublicAreAnErrandOfWhoMayPublishThem() {
        pillars.publish();
        assertThat(sections()).noneMatch(section -> section.startsWith("Por publicar"));
        var one = pillars.all().getFirst();
        pillars.retire(one.id(), Promises.TODAY);

        assertThat(sections()).contains("Por publicar (1)");
        assertThat(find(Anchor.class).all())
                .extracting(card -> card.getElement().getTextRecursively())
                .anyMatch(text -> text.endsWith("como están aquí. Los planes no los esperan."));
        var reader = fresh.officer(TenantScope.tenant(), Role.READER);
        reader.act(() -> {
            assertThat(sections()).noneMatch(section -> section.startsWith("Por publicar"));
            return true;
        });
    }

    @Test
    void whoeverIsOnlyAnAddressIsLedToWriteTheirName() {
        sections();
        assertThat(find(Anchor.class).withText("Escribir su nombre").exists()).isFalse();
        people.give("solo@vista.invalid", "solo@vista.invalid", Set.of(Role.EDITOR));
        var solo =
                people.enter(people.byEmail("solo@vista.invalid").orElseThrow().person(), TenantScope.tenant());

        solo.act(() -> {
            sections();
            assertThat(find(Anchor.class)
                            .withText("Escribir su nombre")
                            .single()
                            .getHref())
                    .isEqualTo("/perfil");
            return true;
        });
    }

    @Test
    void anAbandonedPlanIsNobodysErrand() {
        var made = promises.drafted("Plan que se dejó");
        remarks.sendBack(approval.propose(made.plan()), "Falta el indicador del hito 2");
        var waiting = promises.drafted("Plan que esperaba").plan();
        approval.propose(waiting);
        assertThat(sections()).contains("Devueltas con observaciones (1)");

        abandon(made.plan());
        abandon(waiting);

        assertThat(sections())
                .noneMatch(section -> section.startsWith("Devueltas"))
                .noneMatch(section -> section.contains("aprob"));
        assertThat(waiting(fresh.officer(TenantScope.tenant(), Role.ADMINISTRATOR)))
                .isZero();
    }

    private void abandon(PlanId plan) {
        steps.take(
                plan,
                new PlanSteps.Taking(
                        PlanStep.ABANDON, PlanStage.PREPARATION, Promises.TODAY, "El concejo lo rechazó", null),
                Promises.TODAY);
    }

    @Test
    void aPlaceTellsHowManyPlansWaitThereForThatPerson() {
        var made = promises.drafted("Plan abierto");
        var version = approval.propose(made.plan());
        var here = TenantScope.tenant();
        var elsewhere = fresh.municipality("maipu");

        assertThat(waiting(fresh.officer(here, Role.APPROVER))).isEqualTo(1);
        assertThat(waiting(fresh.officer(here, Role.READER))).isZero();
        assertThat(waiting(fresh.officer(elsewhere, Role.ADMINISTRATOR))).isZero();

        remarks.sendBack(version, "Falta el indicador del hito 2");
        assertThat(waiting(fresh.officer(here, Role.EDITOR))).isEqualTo(1);
        assertThat(waiting(fresh.officer(here, Role.APPROVER))).isZero();
        assertThat(waiting(fresh.officer(elsewhere, Role.ADMINISTRATOR))).isZero();
    }

    private int waiting(Officer person) {
        return attention.in(Objects.requireNonNull(person.place()), person);
    }

    private List<String> sections() {
        UI.getCurrent().navigate(path("/planes"));
        navigate(path(""), TenantHomeView.class);
        return find(H2.class).all().stream().map(H2::getText).toList();
    }
}
