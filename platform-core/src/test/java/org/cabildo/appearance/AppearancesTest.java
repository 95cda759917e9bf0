package org.cabildo.appearance;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.cabildo.testing.Papers.pdf;
import static org.cabildo.testing.Papers.png;
import static org.cabildo.testing.Papers.sent;

import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.cabildo.appearance.published.Appearance;
import org.cabildo.appearance.published.Colour;
import org.cabildo.appearance.published.PublishedAppearance;
import org.cabildo.appearance.published.Section;
import org.cabildo.file.StoredFile;
import org.cabildo.file.StoredFiles;
import org.cabildo.file.UnusedFiles;
import org.cabildo.file.published.PublishedFiles;
import org.cabildo.identity.Role;
import org.cabildo.kernel.Refused;
import org.cabildo.kernel.Unknown;
import org.cabildo.tenancy.Sql;
import org.cabildo.tenancy.TenantId;
import org.cabildo.tenancy.TenantScope;
import org.cabildo.testing.AsTenant;
import org.cabildo.testing.FreshTenants;
import org.cabildo.testing.RoomTest;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

@RoomTest
class AppearancesTest {

    private static final AppearanceDraft GREEN =
            new AppearanceDraft("#1d663a", "", Optional.empty(), List.of(Section.FACTS), Set.of(Section.PILLARS));

    @Autowired
    Appearances appearances;

    @Autowired
    PublishedAppearance published;

    @Autowired
    StoredFiles files;

    @Autowired
    PublishedFiles publishedFiles;

    @Autowired
    UnusedFiles unused;

    @Autowired
    Sql sql;

    @Autowired
    FreshTenants fresh;

    private static AppearanceDraft with(StoredFile arms, String alternative) {
        return new AppearanceDraft(
                "", "", Optional.of(new Appearance.Arms(arms.id().sha256(), alternative)), List.of(), Set.of());
    }

    @Test
    @AsTenant("renca")
    void aPortalLooksPlainUntilSomethingElseIsPublished() {
        assertThat(appearances.draft().appearance()).isEqualTo(Appearance.PLAIN);
        assertThat(appearances.hasUnpublishedChanges()).isFalse();

        var before = published.state();
        appearances.save(0, GREEN);

        assertThat(published.state()).isEqualTo(before);
        assertThat(before.appearance()).isEmpty();
        assertThat(appearances.hasUnpublishedChanges()).isTrue();

        appearances.publish();

        assertThat(appearances.hasUnpublishedChanges()).isFalse();
        assertThat(published.state().version()).isEqualTo(before.version() + 1);
        assertThat(published.state().appearance()).hasValueSatisfying(look -> {
            assertThat(look.accent()).contains(new Colour(0x1d663a));
            assertThat(look.second()).isEmpty();
            assertThat(look.order()).startsWith(Section.FACTS, Section.PLANS).hasSize(Section.values().length);
            assertThat(look.shown()).doesNotContain(Section.PILLARS).hasSize(Section.values().length - 1);
        });
    }

    @Test
    @AsTenant("renca")
    void whatWasPromisedIsNeverHidden() {
        appearances.save(0, new AppearanceDraft("", "", Optional.empty(), List.of(), Set.of(Section.values())));

        assertThat(appearances.draft().appearance().shown())
                .containsExactly(Section.PLANS, Section.PREPARING, Section.CONSORTIA, Section.MEMBERS);
    }

    @Test
    @AsTenant("renca")
    void aColourThatCannotBeReadIsRefusedWithTheNearestThatCan() {
        var pale = new AppearanceDraft("#ffd500", "", Optional.empty(), List.of(), Set.of());

        assertThatThrownBy(() -> appearances.save(0, pale))
                .isInstanceOf(Refused.class)
                .hasMessageStartingWith("#ffd500 has a contrast of 1.3")
                .extracting("code")
                .isEqualTo("appearance.accent.contrast");
        var nearest = AppearanceDraft.near(new Colour(0xffd500)).toString();
        appearances.save(0, new AppearanceDraft(nearest, nearest, Optional.empty(), List.of(), Set.of()));
        assertThat(appearances.draft().appearance().second().map(Colour::toString))
                .contains(nearest);

        for (var no : List.of("rojo", "#12", "#0f4c5c;}")) {
            assertThatThrownBy(() ->
                            appearances.save(1, new AppearanceDraft("", no, Optional.empty(), List.of(), Set.of())))
                    .extracting("code")
                    .isEqualTo("appearance.second.form");
        }
    }

    @Test
    @AsTenant("renca")
    void theSecondOfTwoOfficersIsTold() {
        appearances.save(0, GREEN);

        assertThatThrownBy(
                        () -> appearances.save(0, new AppearanceDraft("", "", Optional.empty(), List.of(), Set.of())))
                .isInstanceOf(Refused.class)
                .extracting("code")
                .isEqualTo("stale");
        assertThat(appearances.draft().appearance().accent()).contains(new Colour(0x1d663a));
    }

    @Test
    @AsTenant("renca")
    void armsAreKeptWithTheDraftAndPublicOnlyOncePublished() {
        var arms = files.keep(sent("escudo.png", png(30, 40, 0xaa0000)));
        appearances.save(0, with(arms, " Escudo de Renca "));

        assertThat(held(arms)).isTrue();
        assertThat(publishedFiles.find(arms.id().sha256())).isEmpty();

        appearances.publish();

        assertThat(publishedFiles.find(arms.id().sha256())).isPresent();
        assertThat(published.state().appearance().orElseThrow().arms())
                .contains(new Appearance.Arms(arms.id().sha256(), "Escudo de Renca"));
    }

    @Test
    @AsTenant("renca")
    void armsThatWereReplacedAreForgottenUnlessThePublicHasThem() {
        var first = files.keep(sent("a.png", png(30, 40, 0xaa0000)));
        var shown = files.keep(sent("b.png", png(30, 40, 0x00aa00)));
        var third = files.keep(sent("c.png", png(30, 40, 0x0000aa)));
        appearances.save(0, with(first, "Escudo"));
        appearances.save(1, with(first, "Escudo, mejor dicho"));
        assertThat(held(first)).isTrue();

        appearances.save(2, with(shown, "Escudo"));
        assertThat(held(first)).isFalse();
        appearances.publish();
        appearances.save(3, with(third, "Escudo"));
        appearances.save(4, GREEN);
        assertThat(held(shown)).as("the public has it").isTrue();
        assertThat(held(third)).isFalse();
        assertThat(unused.forget()).as("for a day they can be chosen again").isZero();

        aDayGoesBy();

        assertThat(unused.forget()).isEqualTo(2);
        assertThatThrownBy(() -> files.require(first.id())).isInstanceOf(Unknown.class);
        assertThatThrownBy(() -> files.require(third.id())).isInstanceOf(Unknown.class);
        assertThat(files.require(shown.id())).isEqualTo(shown);
        assertThat(publishedFiles.find(shown.id().sha256())).isPresent();
    }

    @Test
    @AsTenant("renca")
    void armsThatAreChosenAgainOrProveAReportStay() {
        var again = files.keep(sent("a.png", png(30, 40, 0xaa0000)));
        var proof = files.keep(sent("b.png", png(30, 40, 0x00aa00)));
        appearances.save(0, with(again, "Escudo"));
        appearances.save(1, with(proof, "Escudo"));
        files.publish(proof.id(), "acta.png"); // as a report does that it proves
        appearances.save(2, with(again, "Escudo"));

        aDayGoesBy();

        assertThat(unused.forget()).isZero();
        assertThat(files.require(again.id())).isEqualTo(again);
        assertThat(publishedFiles.find(proof.id().sha256())).isPresent();
    }

    @Test
    @AsTenant("renca")
    void whatIsRefusedAsStaleLetsNothingGo() {
        var mine = files.keep(sent("a.png", png(30, 40, 0xaa0000)));
        var theirs = files.keep(sent("b.png", png(30, 40, 0x00aa00)));
        appearances.save(0, with(theirs, "Escudo"));

        assertThatThrownBy(() -> appearances.save(0, with(mine, "Escudo")))
                .extracting("code")
                .isEqualTo("stale");

        assertThat(held(theirs)).isTrue();
        assertThat(held(mine)).isFalse();
    }

    private void aDayGoesBy() {
        sql.of("update stored_file set uploaded_at = uploaded_at - interval '25 hours'")
                .update();
    }

    private boolean held(StoredFile file) {
        return sql.of("select used_at is not null from stored_file where sha256 = ?")
                .param(file.id().sha256())
                .query(Boolean.class)
                .single();
    }

    @Test
    @AsTenant("renca")
    void armsThatAreNoPictureOrThatNobodyDescribesAreRefused() {
        var paper = files.keep(sent("acta.pdf", pdf("acta")));
        var arms = files.keep(sent("escudo.png", png(30, 40, 0xaa0000)));

        assertThatThrownBy(() -> appearances.save(0, with(paper, "Escudo")))
                .extracting("code")
                .isEqualTo("appearance.arms.kind");
        assertThatThrownBy(() -> appearances.save(0, with(arms, " x ")))
                .extracting("code")
                .isEqualTo("appearance.arms.alternative");
        assertThat(held(paper)).as("a refused draft holds nothing").isFalse();
        assertThat(appearances.draft().version()).isZero();
    }

    @Test
    @AsTenant(value = "renca", role = Role.READER)
    void aReaderChangesNothing() {
        assertThat(appearances.draft().appearance()).isEqualTo(Appearance.PLAIN);
        assertThatThrownBy(() -> appearances.save(0, GREEN)).isInstanceOf(Refused.class);
        assertThatThrownBy(() -> appearances.publish()).isInstanceOf(Refused.class);
    }

    @Test
    @AsTenant(value = "renca", role = Role.EDITOR)
    void anEditorSavesAndDoesNotPublish() {
        appearances.save(0, GREEN);

        assertThatThrownBy(() -> appearances.publish()).extracting("code").isEqualTo("identity.role.approver");
        assertThat(published.state().appearance()).isEmpty();
    }

    @Test
    void whoOnlyApprovesPublishesTheArmsToo() {
        var renca = fresh.municipality("renca");
        var arms = as(renca, Role.EDITOR, () -> {
            var kept = files.keep(sent("escudo.png", png(30, 40, 0xaa0000)));
            appearances.save(0, with(kept, "Escudo"));
            return kept;
        });

        assertThatThrownBy(() -> as(renca, Role.APPROVER, () -> {
                    appearances.save(1, GREEN);
                    return true;
                }))
                .extracting("code")
                .isEqualTo("identity.role.editor");
        as(renca, Role.APPROVER, () -> {
            appearances.publish();
            return true;
        });

        assertThat(TenantScope.in(renca, () -> publishedFiles.find(arms.id().sha256())))
                .isPresent();
    }

    @Test
    void maipuNeitherSeesNorTakesWhatRencaLooksLike() {
        var renca = fresh.municipality("renca");
        var maipu = fresh.municipality("maipu");
        var arms = as(renca, Role.ADMINISTRATOR, () -> {
            var kept = files.keep(sent("escudo.png", png(30, 40, 0xaa0000)));
            appearances.save(0, GREEN);
            appearances.save(1, with(kept, "Escudo de Renca"));
            appearances.publish();
            return kept;
        });

        assertThat(TenantScope.in(maipu, published::state).appearance()).isEmpty();
        assertThat(as(maipu, Role.READER, () -> appearances.draft()))
                .isEqualTo(new Appearances.Drafted(Appearance.PLAIN, 0));
        assertThatThrownBy(() -> as(maipu, Role.ADMINISTRATOR, () -> {
                    appearances.save(0, with(arms, "Escudo ajeno"));
                    return true;
                }))
                .extracting("code")
                .isEqualTo("file.gone");
        var stranger = fresh.officer(renca, Role.ADMINISTRATOR);
        assertThatThrownBy(() -> TenantScope.in(maipu, () -> stranger.act(() -> appearances.draft())))
                .isInstanceOf(Unknown.class);
    }

    private <T> T as(TenantId tenant, Role role, java.util.function.Supplier<T> work) {
        return TenantScope.in(tenant, () -> fresh.officer(tenant, role).act(work::get));
    }

    @Test
    void outsideATenantsScopeNothingLooksLikeAnything() {
        var officer = fresh.officer(fresh.municipality("renca"), Role.ADMINISTRATOR);

        assertThatThrownBy(() -> officer.act(() -> appearances.draft()))
                .hasRootCauseInstanceOf(IllegalStateException.class);
        assertThatThrownBy(() -> officer.act(() -> TenantScope.platform(() -> appearances.draft())))
                .isInstanceOf(IllegalStateException.class);
        assertThatThrownBy(() -> published.state()).hasRootCauseInstanceOf(IllegalStateException.class);
    }
}
