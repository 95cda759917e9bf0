package org.cabildo.tenancy;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import jakarta.persistence.EntityManagerFactory;
import java.sql.SQLException;
import org.cabildo.kernel.Ids;
import org.cabildo.kernel.Unknown;
import org.cabildo.testing.AsTenant;
import org.cabildo.testing.FreshTenants;
import org.cabildo.testing.RoomTest;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.transaction.support.TransactionTemplate;

@RoomTest
class ScopedConnectionsTest {

    private static final String WHO = "select current_user";

    @Autowired
    FreshTenants fresh;

    @Autowired
    ScopedConnections connections;

    @Autowired
    EntityManagerFactory persistence;

    @Autowired
    TransactionTemplate transaction;

    @Autowired
    KeyedPool pool;

    @Autowired
    Sql sql;

    @Test
    void outsideAScopeThereIsNoConnection() {
        assertThatThrownBy(connections::getConnection).isInstanceOf(IllegalStateException.class);
        assertThatThrownBy(connections::getAnyConnection).isInstanceOf(IllegalStateException.class);
        assertThatThrownBy(() -> connections.getConnection("platform")).isInstanceOf(IllegalStateException.class);
    }

    @Test
    void outsideAScopeNoSqlIsSaid() {
        assertThatThrownBy(() -> sql.of(WHO).query(String.class).single())
                .hasRootCauseInstanceOf(IllegalStateException.class)
                .hasRootCauseMessage("No scope is bound: enter one at a door before touching rows");
    }

    @Test
    void outsideAScopeNoTransactionBegins() {
        assertThatThrownBy(() -> transaction.executeWithoutResult(status -> {}))
                .hasRootCauseInstanceOf(IllegalStateException.class);
        assertThat(pool.active()).isZero();
    }

    @Test
    void outsideAScopeHibernateReadsNothing() {
        try (var session = persistence.createEntityManager()) {
            assertThatThrownBy(
                            () -> session.createNativeQuery(WHO, String.class).getSingleResult())
                    .hasStackTraceContaining("No scope is bound");
        }
    }

    @Test
    void aSessionOpenedOutsideAScopeIsOfNoUseInsideOne() {
        var renca = fresh.municipality("renca");

        try (var session = persistence.createEntityManager()) {
            assertThatThrownBy(() -> TenantScope.run(
                            renca,
                            () -> session.createNativeQuery(WHO, String.class).getSingleResult()))
                    .hasStackTraceContaining("another scope");
        }
    }

    @Test
    void aSessionOpenedInOneTenantIsOfNoUseInAnother() {
        var renca = fresh.municipality("renca");
        var maipu = fresh.municipality("maipu");

        try (var session = TenantScope.in(renca, persistence::createEntityManager)) {
            assertThatThrownBy(() -> TenantScope.run(
                            maipu,
                            () -> session.createNativeQuery(WHO, String.class).getSingleResult()))
                    .hasStackTraceContaining("another scope");
        }
    }

    @Test
    void everyScopeHasItsOwnLogin() {
        var renca = fresh.municipality("renca");
        var maipu = fresh.municipality("maipu");

        assertThat(who(renca)).isEqualTo(Overseer.keyOf(renca) + "_office");
        assertThat(who(maipu)).isEqualTo(Overseer.keyOf(maipu) + "_office");
        assertThat(TenantScope.platform(() -> sql.of(WHO).query(String.class).single()))
                .isEqualTo("cabildo_office");
    }

    @Test
    void aTenantThatDoesNotExistIsUnknown() {
        assertThatThrownBy(() -> TenantScope.call(
                        new Scope.OfTenant(new TenantId(Ids.next())),
                        () -> connections.getConnection().getMetaData()))
                .isInstanceOf(Unknown.class);
    }

    @Test
    void aConnectionIsNotHadByName() {
        assertThatThrownBy(() -> TenantScope.platform(() -> {
                    try {
                        return connections.getConnection("postgres", "");
                    } catch (SQLException e) {
                        throw new IllegalArgumentException(e);
                    }
                }))
                .hasRootCauseInstanceOf(SQLException.class);
    }

    @Test
    @AsTenant("renca")
    void hibernateAndSqlShareTheTransactionsOneConnection() {
        transaction.executeWithoutResult(status -> {
            var said = sql.of("select pg_backend_pid()").query(Integer.class).single();
            var session =
                    org.springframework.orm.jpa.EntityManagerFactoryUtils.getTransactionalEntityManager(persistence);
            var hibernate = session.createNativeQuery("select pg_backend_pid()", Integer.class)
                    .getSingleResult();

            assertThat(said).isEqualTo(hibernate);
            assertThat(pool.active()).isEqualTo(1);
        });
        assertThat(pool.active()).isZero();
    }

    @Test
    @AsTenant("renca")
    void aScopeIsNotSwitchedInATransaction() {
        var maipu = fresh.municipality("maipu");

        transaction.executeWithoutResult(status -> {
            assertThatThrownBy(() -> who(maipu)).isInstanceOf(IllegalStateException.class);
            assertThatThrownBy(() -> TenantScope.platform(
                            () -> sql.of(WHO).query(String.class).single()))
                    .isInstanceOf(IllegalStateException.class);
        });
        assertThat(who(maipu)).isEqualTo(Overseer.keyOf(maipu) + "_office");
    }

    @Test
    @AsTenant("renca")
    void whatIsRolledBackIsGone() {
        var before = version();

        assertThatThrownBy(() -> transaction.executeWithoutResult(status -> {
                    sql.of("update published_state set version = 777").update();
                    throw new IllegalArgumentException("on purpose");
                }))
                .isInstanceOf(IllegalArgumentException.class);

        assertThat(version()).isEqualTo(before);
    }

    private long version() {
        return sql.of("select version from published_state").query(Long.class).single();
    }

    private String who(TenantId tenant) {
        return TenantScope.in(tenant, () -> sql.of(WHO).query(String.class).single());
    }
}
