package org.cabildo.begun;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Supplier;
import org.cabildo.identity.Officer;
import org.cabildo.identity.Role;
import org.cabildo.kernel.Ids;
import org.cabildo.kernel.Refused;
import org.cabildo.kernel.Unknown;
import org.cabildo.tenancy.Sql;
import org.cabildo.tenancy.TenantId;
import org.cabildo.tenancy.TenantScope;
import org.cabildo.testing.FreshTenants;
import org.cabildo.testing.RoomTest;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

@RoomTest
class BegunWorkTest {

    private static final Beginning PLAN = Beginning.plan();
    private static final Map<String, String> TYPED =
            Map.of("title", "ab", "summary", "Línea 1\nLínea 2 «ñ» \"", "end", "");

    @Autowired
    FreshTenants fresh;

    @Autowired
    BegunWork work;

    @Autowired
    Sql sql;

    private TenantId renca;
    private TenantId maipu;
    private Officer ana;

    @BeforeEach
    void anEditorOfOneOfTwoNeighbours() {
        renca = fresh.municipality("renca");
        maipu = fresh.municipality("maipu");
        ana = fresh.officer(renca, Role.EDITOR);
    }

    @Test
    void keepsWhatIsTypedAlsoWhereNoRuleWouldTakeIt() {
        keep(renca, ana, PLAN, Map.of("title", "a"));
        keep(renca, ana, PLAN, TYPED);

        assertThat(find(renca, ana, PLAN)).map(Begun::said).contains(TYPED);
    }

    @Test
    void eachFormAndWhatItBelongsToIsKeptApart() {
        var milestone = Beginning.milestone(Ids.next());
        keep(renca, ana, PLAN, TYPED);

        assertThat(find(renca, ana, Beginning.pillar())).isEmpty();
        keep(renca, ana, milestone, Map.of("activity", "x"));
        assertThat(find(renca, ana, Beginning.milestone(Ids.next()))).isEmpty();
        forget(renca, ana, milestone);
        assertThat(find(renca, ana, milestone)).isEmpty();
        assertThat(find(renca, ana, PLAN)).isPresent();
    }

    @Test
    void aChangeRemembersWhatStoodThereAndEachMilestoneHasItsOwn() {
        var regar = Beginning.milestoneChange(Ids.next());
        var podar = Beginning.milestoneChange(Ids.next());
        var stood = Map.of("activity", "Regar", "weight", "1");
        as(renca, ana, () -> {
            work.keep(regar, Map.of("activity", "Regar más", "weight", "1"), stood);
            return true;
        });

        var begun = find(renca, ana, regar).orElseThrow();
        assertThat(begun.typed()).isEqualTo(Map.of("activity", "Regar más"));
        assertThat(begun.isOvertaken("activity", "Regar")).isFalse();
        assertThat(begun.isOvertaken("activity", "Secar")).isTrue();
        assertThat(find(renca, ana, podar)).isEmpty();

        var both = Set.of(regar, podar);
        assertThat(as(renca, ana, () -> work.find(both))).containsOnlyKeys(regar);
        var colleague = fresh.officer(renca, Role.ADMINISTRATOR);
        assertThat(as(renca, colleague, () -> work.find(both))).isEmpty();
        var there = fresh.officer(maipu, Role.EDITOR);
        var anaThere = new Officer(ana.person(), ana.name(), ana.email(), false, there.place());
        assertThat(as(maipu, anaThere, () -> work.find(both))).isEmpty();
    }

    @Test
    void theFormsOfOneMilestoneAreFoundTogetherAndKeptApart() {
        var milestone = Ids.next();
        var report = Beginning.progress(milestone);
        var correction = Beginning.correction(milestone);
        var delay = Beginning.delay(milestone);
        keep(renca, ana, report, Map.of("reached", "60"));
        keep(renca, ana, correction, Map.of("reason", "Faltaba un acta"));

        var found = as(renca, ana, () -> work.find(Set.of(report, correction, delay)));

        assertThat(found).containsOnlyKeys(report, correction);
        assertThat(found.get(report).said()).isEqualTo(Map.of("reached", "60"));
        forget(renca, ana, report);
        assertThat(as(renca, ana, () -> work.find(Set.of(report, correction, delay))))
                .containsOnlyKeys(correction);
        assertThat(as(renca, ana, () -> work.find(Set.of()))).isEmpty();
        var reader = fresh.officer(renca, Role.READER);
        assertThatThrownBy(() -> as(renca, reader, () -> work.find(Set.of(report))))
                .isInstanceOf(Refused.class);
    }

    @Test
    void aColleagueNeitherReadsNorForgetsIt() {
        var colleague = fresh.officer(renca, Role.EDITOR);
        keep(renca, ana, PLAN, TYPED);

        assertThat(find(renca, colleague, PLAN)).isEmpty();
        forget(renca, colleague, PLAN);
        keep(renca, colleague, PLAN, Map.of("title", "lo suyo"));

        assertThat(find(renca, ana, PLAN)).map(Begun::said).contains(TYPED);
        assertThat(find(renca, fresh.officer(renca, Role.ADMINISTRATOR), PLAN)).isEmpty();
    }

    @Test
    void thePersonThemselvesDoesNotFindItInAnotherTenant() {
        keep(renca, ana, PLAN, TYPED);
        var there = fresh.officer(maipu, Role.EDITOR);
        var anaThere = new Officer(ana.person(), ana.name(), ana.email(), false, there.place());

        assertThat(find(maipu, anaThere, PLAN)).isEmpty();
        forget(maipu, anaThere, PLAN);
        keep(maipu, anaThere, PLAN, Map.of("title", "de Maipú"));

        assertThat(find(renca, ana, PLAN)).map(Begun::said).contains(TYPED);
    }

    @Test
    void whoeverWorksElsewhereOrNowhereGetsNothing() {
        keep(renca, ana, PLAN, TYPED);
        var stranger = fresh.officer(maipu, Role.ADMINISTRATOR);

        assertThatThrownBy(() -> find(renca, stranger, PLAN)).isInstanceOf(Unknown.class);
        assertThatThrownBy(() -> keep(renca, stranger, PLAN, TYPED)).isInstanceOf(Unknown.class);
        assertThatThrownBy(() -> forget(renca, stranger, PLAN)).isInstanceOf(Unknown.class);
        assertThatThrownBy(() -> ana.act(() -> work.find(PLAN))).hasRootCauseInstanceOf(IllegalStateException.class);
        assertThatThrownBy(() -> TenantScope.in(renca, () -> work.find(PLAN)))
                .isInstanceOf(IllegalStateException.class);
        assertThat(find(renca, ana, PLAN)).isPresent();
    }

    @Test
    void aReaderBeginsNothing() {
        var reader = fresh.officer(renca, Role.READER);

        assertThatThrownBy(() -> keep(renca, reader, PLAN, TYPED))
                .isInstanceOfSatisfying(
                        Refused.class, refused -> assertThat(refused.code()).isEqualTo("identity.role.editor"));
    }

    @Test
    void whatIsLongerThanAnyFormIsRefusedAndWhatWasKeptStays() {
        keep(renca, ana, PLAN, TYPED);

        assertThatThrownBy(() -> keep(renca, ana, PLAN, Map.of("summary", "x".repeat(200_001))))
                .isInstanceOfSatisfying(
                        Refused.class, refused -> assertThat(refused.code()).isEqualTo("begun.long"));
        assertThat(find(renca, ana, PLAN)).map(Begun::said).contains(TYPED);
    }

    @Test
    void whatWasLeftAloneForNinetyDaysIsForgotten() {
        keep(renca, ana, PLAN, TYPED);
        keep(renca, ana, Beginning.pillar(), Map.of("name", "reciente"));
        TenantScope.run(
                renca,
                () -> sql.of("update begun_work set kept_at = kept_at - interval '91 days' where form = 'PLAN'")
                        .update());

        assertThat(find(renca, ana, PLAN)).isEmpty();
        assertThat(TenantScope.in(renca, work::forgetOld)).isEqualTo(1);
        assertThat(TenantScope.in(renca, work::forgetOld)).isZero();
        assertThat(find(renca, ana, Beginning.pillar())).isPresent();
    }

    private void keep(TenantId tenant, Officer officer, Beginning what, Map<String, String> said) {
        as(tenant, officer, () -> {
            work.keep(what, said, Map.of());
            return true;
        });
    }

    private Optional<Begun> find(TenantId tenant, Officer officer, Beginning what) {
        return as(tenant, officer, () -> work.find(what));
    }

    private void forget(TenantId tenant, Officer officer, Beginning what) {
        as(tenant, officer, () -> {
            work.forget(what);
            return true;
        });
    }

    private static <T> T as(TenantId tenant, Officer officer, Supplier<T> work) {
        return TenantScope.in(tenant, () -> officer.act(work::get));
    }
}
