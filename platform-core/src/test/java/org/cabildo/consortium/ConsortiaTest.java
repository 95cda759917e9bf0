package org.cabildo.consortium;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.concurrent.atomic.AtomicInteger;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.cabildo.consortium.published.MemberState;
import org.cabildo.consortium.published.Membership;
import org.cabildo.identity.Officer;
import org.cabildo.identity.Role;
import org.cabildo.kernel.Ids;
import org.cabildo.kernel.Refused;
import org.cabildo.kernel.Unknown;
import org.cabildo.ledger.OwedActs;
import org.cabildo.tenancy.Provisioning;
import org.cabildo.tenancy.Sql;
import org.cabildo.tenancy.TenantId;
import org.cabildo.tenancy.TenantScope;
import org.cabildo.tenancy.Tenants;
import org.cabildo.testing.FreshTenants;
import org.cabildo.testing.RoomTest;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

@RoomTest
class ConsortiaTest {

    private static final AtomicInteger NEXT = new AtomicInteger();
    private static final Officer COORDINATOR = FreshTenants.coordinator();

    @Autowired
    FreshTenants fresh;

    @Autowired
    Consortia consortia;

    @Autowired
    Membership membership;

    @Autowired
    Provisioning provisioning;

    @Autowired
    Tenants tenants;

    @Autowired
    OwedActs trails;

    @Autowired
    Sql sql;

    TenantId one;
    TenantId other;

    @BeforeEach
    void twoMunicipalities() {
        one = fresh.municipality("una");
        other = fresh.municipality("otra");
    }

    @Test
    void isFormedByAnOrderAndAsksWhoShallBelong() {
        var slug = slug();

        var ordered = COORDINATOR.act(() -> consortia.form("  Consorcio nuevo ", slug, Set.of(one, other)));
        work();

        var made = tenants.require(ordered.id());
        assertThat(made.name()).isEqualTo("Consorcio nuevo");
        assertThat(made.slug()).isEqualTo(slug);
        assertThat(made.synthetic()).isTrue(); // as its members are
        assertThat(membership.membersOf(ordered.id())).isEmpty(); // until each one's administrators say so
        assertThat(COORDINATOR.act(() -> consortia.members(ordered.id())))
                .allMatch(line -> line.state() == MemberState.INVITED)
                .extracting(MemberLine::other)
                .containsExactlyInAnyOrder(one, other);
    }

    @Test
    void hasTwoMembersOrMoreWhichAreNoConsortia() {
        var consortium = fresh.consortium("junta", one, other);

        assertRefused("consortium.name", () -> form(" ", slug(), one, other));
        assertRefused("consortium.members.few", () -> form("Solo", slug(), one));
        assertRefused("consortium.member.kind", () -> form("De consorcios", slug(), one, consortium));
        assertThatThrownBy(() -> form("Con nadie", slug(), one, new TenantId(Ids.next())))
                .isInstanceOf(Unknown.class);
    }

    @Test
    void takesNobodysAddress() {
        assertRefused("slug.taken", () -> form("Otra", tenants.require(one).slug(), one, other));
        var slug = slug();
        COORDINATOR.act(() -> {
            consortia.judge("Primera, solo juzgada", slug, Set.of(one, other)); // and so the address stays free
            return true;
        });
        form("Primera", slug, one, other);
        assertRefused("slug.taken", () -> form("Segunda, antes de hecha la primera", slug, one, other));
        assertRefused("slug.reserved", () -> form("Reservada", "admin", one, other));
        work();
    }

    @Test
    void isDatedWithASourceAndNoOtherIs() {
        var ours = fresh.consortium("nuestro", one, other);
        var theirs = fresh.consortium("ajeno", one, other);
        var before = membership.membersOf(theirs);

        date(ours, LocalDate.of(2024, 2, 1), " Convenio de cooperación ");

        assertThat(membership.membersOf(ours)).hasSize(2).allSatisfy(member -> {
            assertThat(member.joined()).isEqualTo(LocalDate.of(2024, 2, 1));
            assertThat(member.source()).isEqualTo("Convenio de cooperación");
        });
        assertThat(membership.membersOf(theirs)).isEqualTo(before);
        trails.carry();
        for (var whose : List.of(ours, one, other)) {
            assertThat(TenantScope.in(
                            whose,
                            () -> sql.of("select facts from ledger_entry where act = 'CONSORTIUM_DATED'")
                                    .query(String.class)
                                    .list()))
                    .isNotEmpty()
                    .allMatch(facts -> facts.contains("2024-02-01"));
        }
    }

    @Test
    void isNotDatedWithoutADayOrASource() {
        var ours = fresh.consortium("nuestro", one, other);

        assertRefused(
                "consortium.joined",
                () -> COORDINATOR.act(() -> {
                    consortia.date(ours, null, "Convenio");
                    return true;
                }));
        assertRefused("consortium.source", () -> date(ours, LocalDate.of(2024, 2, 1), " "));
        assertThatThrownBy(() -> date(one, LocalDate.of(2024, 2, 1), "Convenio"))
                .isInstanceOf(Unknown.class);
    }

    @Test
    void isTheCoordinatorsAlone() {
        var administrator = fresh.officer(one, Role.ADMINISTRATOR);
        var ours = fresh.consortium("nuestro", one, other);
        var slug = slug();

        assertThatThrownBy(() -> administrator.act(() -> consortia.form("Mío", slug, Set.of(one, other))))
                .isInstanceOf(Unknown.class);
        assertThatThrownBy(() -> administrator.act(() -> {
                    consortia.date(ours, LocalDate.of(2024, 2, 1), "Convenio");
                    return true;
                }))
                .isInstanceOf(Unknown.class);
        assertThatThrownBy(() -> consortia.form("De nadie", slug, Set.of(one, other)))
                .isInstanceOf(IllegalStateException.class);
    }

    private void form(String name, String slug, TenantId... members) {
        COORDINATOR.act(() -> consortia.form(name, slug, Set.copyOf(Arrays.asList(members))));
    }

    private void date(TenantId consortium, LocalDate joined, String source) {
        COORDINATOR.act(() -> {
            consortia.date(consortium, joined, source);
            return true;
        });
    }

    private void work() {
        while (provisioning.workOne()) {
            // until ours is done
        }
    }

    private static String slug() {
        return "consorcio-" + NEXT.incrementAndGet();
    }

    private static void assertRefused(String code, ThrowingCallable work) {
        assertThatThrownBy(work)
                .isInstanceOfSatisfying(
                        Refused.class,
                        refused -> assertThat(Objects.requireNonNull(refused).code())
                                .isEqualTo(code));
    }
}
