package org.cabildo.admin.copying;

import static org.assertj.core.api.Assertions.assertThat;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.UI;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.component.html.H1;
import com.vaadin.flow.component.html.Paragraph;
import java.util.Map;
import org.cabildo.admin.As;
import org.cabildo.admin.OfficeViewTest;
import org.cabildo.commitment.CommitmentOrigins;
import org.cabildo.commitment.Commitments;
import org.cabildo.commitment.published.Origin;
import org.cabildo.copying.From;
import org.cabildo.identity.Role;
import org.cabildo.plan.Framework;
import org.cabildo.plan.PlanDraft;
import org.cabildo.plan.Plans;
import org.cabildo.tenancy.EventDelivery;
import org.cabildo.tenancy.TenantId;
import org.cabildo.tenancy.TenantKind;
import org.cabildo.tenancy.TenantScope;
import org.cabildo.testing.Promises;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

class CopyViewTest extends OfficeViewTest {

    @Autowired
    Promises promises;

    @Autowired
    Plans plans;

    @Autowired
    Commitments commitments;

    @Autowired
    CommitmentOrigins origins;

    @Autowired
    EventDelivery delivery;

    @Test
    void thePlanLeadsToTheListAndTheListToEachCommitment() {
        var plan = promises.drafted("Plan 2026").plan();
        navigate(path("/planes/" + plan), plan());
        find(Button.class).withText("Copiar un compromiso").single().click();
        var list = find(CopyListView.class).single();

        list.search.setValue("chileatiénde CL0001");

        assertThat(list.count.getText()).isEqualTo("Un compromiso");
        var link =
                test(list.grid).getCellComponent(0, 0).getChildren().findFirst().orElseThrow();
        assertThat(((Anchor) link).getText()).isEqualTo("Chileatiende");
        assertThat(((Anchor) link).getHref()).contains("/planes/" + plan + "/copiar/CL0001?q=chileati");
        assertThat(link.getElement().getAttribute("lang")).isEqualTo("en");
        list.kind.setValue(TenantKind.CONSORTIUM);
        assertThat(list.count.getText())
                .isEqualTo("Ningún compromiso coincide. Pruebe con menos palabras o quite un filtro.");
        assertThat(list.grid.isVisible()).isFalse();
        list.kind.clear();
        assertThat(list.grid.isVisible()).isTrue();
    }

    @Test
    void theListIsNarrowedAsItsAddressAsks() {
        var plan = promises.drafted("Plan 2026").plan();

        var list = asked(
                CopyListView.class,
                path("/planes/" + plan + "/copiar"),
                Map.of("q", "portal", "de", "NATIONAL_LIBRARY", "tipo", "NADA", "region", "00"));

        assertThat(list.search.getValue()).isEqualTo("portal");
        assertThat(list.from.getValue()).isEqualTo(From.NATIONAL_LIBRARY);
        assertThat(list.kind.getValue()).isNull();
        assertThat(list.region.getValue()).isNull();
        assertThat(test(list.grid).size()).isPositive().isLessThan(62);
    }

    @Test
    void whatIsCopiedIsSeenWholeBecomesADraftAndIsUndone() {
        var maipu = fresh.municipality("maipu");
        var source = offered(maipu);
        var plan = plans.draft(new PlanDraft("Plan 2040", Framework.OWN, Promises.TWO_YEARS, "", "", false));
        var view = navigate(path("/planes/" + plan + "/copiar/" + source.commitment()), CopyView.class);

        assertThat(find(H1.class).all()).extracting(H1::getText).contains("Copiar «Abrir el presupuesto»");
        assertThat(said(view))
                .contains("maipu", "Plan de Maipú", "Nadie sabe en qué se gasta", "Municipio y juntas de vecinos")
                .contains(
                        "Entrega información que no existía",
                        "Publicar 2027",
                        "En el original: 01-01-2026 a 30-06-2027")
                .contains("Quedará en blanco: quién responde.", "La institución no declara una licencia")
                .doesNotContain("SECPLA");
        view.copy.click();

        var copy = commitments.of(plan).getFirst();
        assertThat(origins.of(copy.id()))
                .get()
                .extracting(Origin::source)
                .isEqualTo(source.commitment().value());
        assertThat(UI.getCurrent().getInternals().getActiveViewLocation().getPath())
                .endsWith("/compromisos/" + copy.id());
        assertThat(find(Paragraph.class).all())
                .extracting(CopyViewTest::said)
                .contains("Adaptado de «Abrir el presupuesto»")
                .anyMatch(text -> text.startsWith("maipu · Plan de Maipú · compromiso 1 · copiado el"));
        find(Button.class).withText("Deshacer").single().click();
        assertThat(commitments.of(plan)).isEmpty();
    }

    @Test
    void ofTheLibraryThePageSaysWhatIsNotKnown() {
        var plan = promises.drafted("Plan 2026").plan();

        var view = navigate(path("/planes/" + plan + "/copiar/CL0001"), CopyView.class);

        assertThat(said(view))
                .contains("Quedará en blanco: el problema, qué se hará, quiénes participan, quién responde, las fechas,"
                        + " los valores OGP, los hitos.")
                .contains("CL0001", "dígalo en castellano");
        view.copy.click();
        assertThat(commitments.of(plan)).hasSize(2);
        var again = navigate(path("/planes/" + plan + "/copiar/CL0001"), CopyView.class);
        assertThat(said(again)).contains("Este plan ya tiene una copia:");
    }

    @Test
    void whatIsOfferedNoMoreIsToldWithTheWayBack() {
        var maipu = fresh.municipality("maipu");
        var source = offered(maipu);
        as(maipu, () -> {
            commitments.withdraw(source.commitment(), "Ya lo exige una ley");
            return promises.publish(source.plan());
        });
        var plan = promises.drafted("Plan 2026").plan();

        var view = navigate(path("/planes/" + plan + "/copiar/" + source.commitment()), CopyView.class);

        assertThat(find(Paragraph.class).withAttribute("role", "alert").single().getText())
                .startsWith("Este compromiso ya no se ofrece");
        assertThat(view.copy.isVisible()).isFalse();
        assertThat(find(Anchor.class).withText("Volver a la búsqueda").all()).hasSize(1);
    }

    @Test
    @As(Role.READER)
    void whoOnlyReadsSeesItWithoutTheButton() {
        var own = TenantScope.tenant();
        var plan = as(own, () -> promises.drafted("Plan 2026").plan());

        var view = navigate(path("/planes/" + plan + "/copiar/CL0001"), CopyView.class);

        assertThat(view.copy.isVisible()).isFalse();
        assertThat(said(view)).contains("Para copiar se necesita el rol de edición");
        navigate(path("/planes/" + plan), plan());
        assertThat(find(Button.class).withText("Copiar un compromiso").all()).isEmpty();
    }

    @Test
    void theAttributionIsRemovedUntilItIsPublished() {
        var plan = promises.drafted("Plan 2026").plan();
        navigate(path("/planes/" + plan + "/copiar/CL0001"), CopyView.class)
                .copy
                .click();
        var copy = commitments.of(plan).getLast();

        find(Button.class).withText("Quitar la atribución").single().click();
        assertThat(consequence()).contains("solo si ya no queda nada de lo copiado");
        confirm();

        assertThat(origins.of(copy.id())).isEmpty();
        assertThat(find(Button.class).withText("Quitar la atribución").all()).isEmpty();
    }

    private Promises.Made offered(TenantId tenant) {
        var made = as(tenant, () -> promises.published("Plan de Maipú"));
        delivery.deliver(tenant);
        return made;
    }

    private <T> T as(TenantId tenant, ScopedValue.CallableOp<T, RuntimeException> work) {
        return TenantScope.in(
                tenant,
                () -> fresh.officer(tenant, Role.ADMINISTRATOR, Role.EDITOR, Role.APPROVER)
                        .act(work));
    }

    /** The page of the plan, which is hidden in its package. */
    @SuppressWarnings("unchecked") // found by its name, which tells not that it is a view
    private static Class<? extends Component> plan() {
        try {
            return (Class<? extends Component>) Class.forName("org.cabildo.admin.plan.PlanView");
        } catch (ClassNotFoundException e) {
            throw new IllegalStateException(e);
        }
    }

    private static String said(Component component) {
        return component.getElement().getTextRecursively();
    }
}
