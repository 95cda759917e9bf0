package org.cabildo.pillar;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import org.cabildo.identity.Role;
import org.cabildo.kernel.Refused;
import org.cabildo.kernel.Unknown;
import org.cabildo.pillar.published.PublishedPillars;
import org.cabildo.tenancy.TenantScope;
import org.cabildo.testing.AsTenant;
import org.cabildo.testing.FreshTenants;
import org.cabildo.testing.RoomTest;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

@RoomTest
class PillarsTest {

    static final PillarDraft INTEGRITY =
            new PillarDraft("Integridad", "Actuar con probidad", List.of("Código de ética"), List.of(), List.of("PA"));

    @Autowired
    Pillars pillars;

    @Autowired
    PillarTemplates templates;

    @Autowired
    PublishedPillars published;

    @Autowired
    FreshTenants fresh;

    @Test
    @AsTenant("renca")
    void aTenantStartsWithItsTemplateAsADraft() {
        assertThat(pillars.all()).hasSize(3);
        assertThat(published.all()).isEmpty();
        assertThat(pillars.hasUnpublishedChanges()).isTrue();
    }

    @Test
    @AsTenant("renca")
    void addedRenamedReorderedAndRetiredPillarsAreShownOncePublished() {
        var added = pillars.add(INTEGRITY);
        pillars.move(added, 1);
        var second = pillars.all().get(1);
        pillars.change(
                second.id(),
                second.version(),
                new PillarDraft("Información abierta", "", List.of(), List.of(), List.of("ATI")));
        pillars.retire(pillars.all().get(2).id(), LocalDate.of(2026, 11, 30));
        pillars.publish();

        assertThat(published.all())
                .extracting(PublishedPillars.Pillar::name)
                .containsExactly("Integridad", "Información abierta", "Rendición pública de cuentas");
        assertThat(pillars.hasUnpublishedChanges()).isFalse();
    }

    @Test
    @AsTenant("renca")
    void aRetiredPillarCanBeRestoredAndTheLastOneStays() {
        var all = pillars.all();
        pillars.retire(all.get(0).id(), LocalDate.of(2026, 11, 30));
        pillars.retire(all.get(1).id(), LocalDate.of(2026, 11, 30));

        assertThatThrownBy(() -> pillars.retire(all.get(2).id(), LocalDate.of(2026, 11, 30)))
                .isInstanceOf(Refused.class);
        pillars.restore(all.get(0).id());
        assertThat(pillars.all()).filteredOn(line -> !line.retired()).hasSize(2);
    }

    @Test
    @AsTenant("renca")
    void aNewSetLeavesTheOldOneWithItsLastDay() {
        pillars.begin("concepcion", LocalDate.now(ZoneOffset.UTC).plusDays(30));

        assertThat(pillars.all()).hasSize(4);
        assertThat(pillars.sets()).hasSize(2);
        assertThat(pillars.sets().get(1).validTo()).isNotNull();
    }

    @Test
    @AsTenant("renca")
    void theSecondOfTwoOfficersIsToldAboutTheText() {
        var seen = pillars.text().version();
        pillars.changeText(seen, "Primera", List.of("Uno"));

        assertThatThrownBy(() -> pillars.changeText(seen, "Segunda", List.of()))
                .isInstanceOf(Refused.class)
                .extracting("code")
                .isEqualTo("stale");
        assertThat(pillars.text().definition()).isEqualTo("Primera");
    }

    @Test
    void allSevenSetsCanBeLoaded() {
        assertThat(templates.all())
                .extracting(PillarTemplate::code)
                .containsExactlyInAnyOrder("ogp", "concepcion", "achm", "santiago", "cplt", "segpres", "carta");
        assertThatThrownBy(() -> templates.require("otro")).isInstanceOf(Refused.class);
    }

    @Test
    @AsTenant(value = "renca", role = Role.READER)
    void aReaderChangesNothing() {
        assertThatThrownBy(() -> pillars.add(INTEGRITY)).isInstanceOf(Refused.class);
        assertThatThrownBy(() -> pillars.publish()).isInstanceOf(Refused.class);
    }

    @Test
    void maipuNeitherSeesNorChangesRencasPillars() {
        var renca = fresh.municipality("renca");
        var maipu = fresh.municipality("maipu");
        var id = TenantScope.in(renca, () -> fresh.officer(renca, Role.EDITOR).act(() -> pillars.add(INTEGRITY)));
        var stranger = fresh.officer(maipu, Role.ADMINISTRATOR);

        assertThatThrownBy(() -> TenantScope.in(
                        maipu,
                        () -> stranger.act(() -> {
                            pillars.retire(id, LocalDate.of(2026, 11, 30));
                            return true;
                        })))
                .isInstanceOf(Unknown.class);
        assertThat(TenantScope.in(maipu, () -> stranger.act(() -> pillars.all())))
                .noneMatch(line -> line.said().name().equals("Integridad"));
    }

    @Test
    void outsideATenantsScopeThereAreNoPillars() {
        var officer = fresh.officer(fresh.municipality("renca"), Role.ADMINISTRATOR);

        assertThatThrownBy(() -> officer.act(() -> pillars.all())).hasRootCauseInstanceOf(IllegalStateException.class);
        assertThatThrownBy(() -> officer.act(() -> TenantScope.platform(() -> pillars.all())))
                .isInstanceOf(IllegalStateException.class);
        assertThatThrownBy(() -> published.all()).hasRootCauseInstanceOf(IllegalStateException.class);
    }
}
