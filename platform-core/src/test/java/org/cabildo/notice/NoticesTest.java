package org.cabildo.notice;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Set;
import java.util.function.Supplier;
import org.cabildo.identity.Officer;
import org.cabildo.identity.PersonId;
import org.cabildo.identity.Role;
import org.cabildo.kernel.Ids;
import org.cabildo.kernel.Refused;
import org.cabildo.kernel.Unknown;
import org.cabildo.tenancy.Sql;
import org.cabildo.tenancy.TenantId;
import org.cabildo.tenancy.TenantKind;
import org.cabildo.tenancy.TenantScope;
import org.cabildo.testing.FreshTenants;
import org.cabildo.testing.RoomTest;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.dao.DataAccessException;

@RoomTest
class NoticesTest {

    private static final Officer COORDINATOR =
            new Officer(new PersonId(Ids.next()), "Nora Nacional", "nora@ejemplo.invalid", true, null);

    @Autowired
    FreshTenants fresh;

    @Autowired
    Notices notices;

    @Autowired
    ReceivedNotices received;

    @Autowired
    Sql sql;

    @Test
    void whatIsAddressedToOneIsNotSeenByAnother() {
        var renca = fresh.municipality("renca");
        var maipu = fresh.municipality("maipu");
        var id = published(said("Solo Renca", new Audience.Chosen(Set.of(renca))));
        var ofMaipu = fresh.officer(maipu, Role.ADMINISTRATOR);

        assertThat(unread(renca, fresh.officer(renca, Role.READER))).contains(id);
        assertThat(unread(maipu, ofMaipu)).doesNotContain(id);
        assertThat(all(maipu, ofMaipu)).extracting(ReceivedNotice::id).doesNotContain(id);
        assertThatThrownBy(() -> read(maipu, ofMaipu, id)).isInstanceOf(Unknown.class);
        assertThat(written(id).readers()).isZero();
        assertThat(written(id).addressed()).isEqualTo(1);
    }

    @Test
    void kindsAndRegionsReachThoseTheyName() {
        var renca = fresh.municipality("renca");
        var consortium = fresh.consortium("junta", renca);
        var toConsortia = published(said("Consorcios", new Audience.Kinds(Set.of(TenantKind.CONSORTIUM))));
        var toCapital = published(said("Capital", new Audience.Regions(Set.of("13"))));
        var toSouth = published(said("Sur", new Audience.Regions(Set.of("10", "11"))));
        var toAll = published(said("Todos", new Audience.All()));

        assertThat(unread(renca, fresh.officer(renca, Role.EDITOR)))
                .contains(toCapital, toAll)
                .doesNotContain(toConsortia, toSouth);
        assertThat(unread(consortium, fresh.officerFor(consortium, renca, Role.READER)))
                .contains(toConsortia, toAll)
                .doesNotContain(toSouth);
        List.of(toConsortia, toCapital, toSouth, toAll).forEach(this::withdraw);
    }

    @Test
    void onceReadItIsNotShownAgainAndIsCountedOnce() {
        var renca = fresh.municipality("renca");
        var ana = fresh.officer(renca, Role.READER);
        var bea = fresh.officer(renca, Role.EDITOR);
        var id = published(said("Se lee una vez", new Audience.Chosen(Set.of(renca))));

        read(renca, ana, id);
        read(renca, ana, id);

        assertThat(unread(renca, ana)).doesNotContain(id);
        assertThat(unread(renca, bea)).contains(id);
        assertThat(all(renca, ana))
                .filteredOn(one -> one.id().equals(id))
                .singleElement()
                .satisfies(one -> assertThat(one.readAt()).isPresent());
        assertThat(written(id).readers()).isEqualTo(1);
    }

    @Test
    void aDraftAWithdrawnOneAndOneWhoseTimeIsNotNowAreNotShown() {
        var renca = fresh.municipality("renca");
        var ana = fresh.officer(renca, Role.READER);
        var to = new Audience.Chosen(Set.of(renca));
        var draft = coordinating(() -> notices.draft(said("Borrador", to)));
        var withdrawn = published(said("Retirado", to));
        withdraw(withdrawn);
        var later = published(new NoticeDraft(
                "Mañana",
                "Texto",
                "",
                "",
                Severity.WARNING,
                now().plus(Duration.ofDays(1)),
                now().plus(Duration.ofDays(2)),
                to));
        var over = published(said("Pasado", to));
        TenantScope.runPlatform(() -> sql.of("update notice set starts_at = now() - interval '2 day',"
                        + " ends_at = now() - interval '1 day' where id = ?")
                .param(over.value())
                .update());

        assertThat(unread(renca, ana)).doesNotContain(draft, withdrawn, later, over);
        assertThat(all(renca, ana))
                .extracting(ReceivedNotice::id)
                .contains(over)
                .doesNotContain(draft, withdrawn, later);
    }

    @Test
    void whatWasPublishedIsWithdrawnAndNeverChanged() {
        var id = published(said("Fijo", new Audience.All()));

        assertCode("notice.state.draft", () -> change(id, said("Otro", new Audience.All())));
        withdraw(id);
        assertCode("notice.state.published", () -> withdraw(id));
        assertThat(written(id).said().title()).isEqualTo("Fijo");
    }

    @Test
    void aDraftIsChangedWholeAndKeepsWhatItSays() {
        var renca = fresh.municipality("renca");
        var id = coordinating(() -> notices.draft(said("Uno", new Audience.Chosen(Set.of(renca)))));
        var other = new NoticeDraft(
                "<b>Dos</b>",
                "<script>alert(1)</script>",
                "Two",
                "Text",
                Severity.URGENT,
                now(),
                now().plus(Duration.ofHours(3)),
                new Audience.Kinds(Set.of(TenantKind.MUNICIPALITY, TenantKind.CONSORTIUM)));

        change(id, other);

        assertThat(written(id).said()).isEqualTo(other);
        coordinating(() -> {
            notices.discard(id);
            return true;
        });
        assertThatThrownBy(() -> written(id)).isInstanceOf(Unknown.class);
    }

    @Test
    void nobodyButACoordinatorWritesAndNobodyReadsWithoutATenant() {
        var renca = fresh.municipality("renca");
        var id = published(said("Ajeno", new Audience.Chosen(Set.of(renca))));
        var draft = said("X", new Audience.All());
        for (var role : Role.values()) {
            var officer = fresh.officer(renca, role);
            for (var act : List.<Runnable>of(
                    notices::all,
                    () -> notices.require(id),
                    () -> notices.draft(draft),
                    () -> notices.change(id, draft),
                    () -> notices.publish(id),
                    () -> notices.withdraw(id),
                    () -> notices.discard(id))) {
                assertThatThrownBy(() -> TenantScope.in(renca, () -> officer.act(() -> done(act))))
                        .isInstanceOf(Unknown.class);
            }
        }
        assertThatThrownBy(() -> COORDINATOR.act(received::unread)).isInstanceOf(IllegalStateException.class);
        assertThatThrownBy(() -> unread(renca, COORDINATOR)).isInstanceOf(Unknown.class);
        assertThatThrownBy(() -> TenantScope.in(
                        renca,
                        () -> sql.of("select count(*)::int from notice")
                                .query(Integer.class)
                                .single()))
                .isInstanceOf(DataAccessException.class);
    }

    @Test
    void whatCannotBeTakenIsSaidPlainly() {
        var hour = Duration.ofHours(1);
        assertCode("notice.title.missing", () -> say(" ", "x", "", "", hour));
        assertCode("notice.title.long", () -> say("x".repeat(121), "x", "", "", hour));
        assertCode("notice.text.missing", () -> say("x", "", "", "", hour));
        assertCode("notice.text.long", () -> say("x", "x".repeat(2_001), "", "", hour));
        assertCode("notice.english.half", () -> say("x", "x", "x", "", hour));
        assertCode("notice.period.backwards", () -> say("x", "x", "", "", Duration.ZERO));
        assertCode("notice.audience.empty", () -> new Audience.Regions(Set.of()));
        assertThat(say("Hola", "Texto", "", "", hour).title(true)).isEqualTo("Hola");
    }

    private static void assertCode(String code, Runnable act) {
        assertThatThrownBy(act::run)
                .isInstanceOfSatisfying(
                        Refused.class, no -> assertThat(no.code()).isEqualTo(code));
    }

    private static NoticeDraft say(String title, String text, String en, String enText, Duration length) {
        var from = now();
        return new NoticeDraft(
                title, text, en, enText, Severity.INFORMATION, from, from.plus(length), new Audience.All());
    }

    private static NoticeDraft said(String title, Audience to) {
        return new NoticeDraft(
                title,
                "Mantención el viernes",
                "",
                "",
                Severity.INFORMATION,
                now().minusSeconds(60),
                now().plus(Duration.ofHours(1)),
                to);
    }

    private NoticeId published(NoticeDraft said) {
        return coordinating(() -> {
            var id = notices.draft(said);
            notices.publish(id);
            return id;
        });
    }

    private Notice written(NoticeId id) {
        return coordinating(() -> notices.require(id));
    }

    private void change(NoticeId id, NoticeDraft said) {
        coordinating(() -> done(() -> notices.change(id, said)));
    }

    private void withdraw(NoticeId id) {
        coordinating(() -> done(() -> notices.withdraw(id)));
    }

    private List<NoticeId> unread(TenantId tenant, Officer officer) {
        return TenantScope.in(tenant, () -> officer.act(received::unread)).stream()
                .map(ReceivedNotice::id)
                .toList();
    }

    private List<ReceivedNotice> all(TenantId tenant, Officer officer) {
        return TenantScope.in(tenant, () -> officer.act(received::all));
    }

    private void read(TenantId tenant, Officer officer, NoticeId id) {
        TenantScope.run(tenant, () -> officer.act(() -> done(() -> received.read(id))));
    }

    private static Instant now() {
        return Instant.now().truncatedTo(ChronoUnit.MILLIS);
    }

    private static boolean done(Runnable act) {
        act.run();
        return true;
    }

    private static <T> T coordinating(Supplier<T> work) {
        return COORDINATOR.act(work::get);
    }
}
