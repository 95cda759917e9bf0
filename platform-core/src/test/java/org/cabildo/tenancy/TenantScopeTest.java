package org.cabildo.tenancy;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.concurrent.Executors;
import org.cabildo.kernel.Ids;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.springframework.transaction.support.TransactionSynchronizationManager;

class TenantScopeTest {

    private final TenantId renca = new TenantId(Ids.next());
    private final TenantId maipu = new TenantId(Ids.next());

    @AfterEach
    void noTransaction() {
        TransactionSynchronizationManager.setActualTransactionActive(false);
    }

    @Test
    void nothingIsBoundOutside() {
        assertThat(TenantScope.isBound()).isFalse();
        assertThatThrownBy(TenantScope::current).isInstanceOf(IllegalStateException.class);
        assertThatThrownBy(TenantScope::tenant).isInstanceOf(IllegalStateException.class);
    }

    @Test
    void isBoundWhileTheWorkRunsAndGoneAfterwards() {
        assertThat(TenantScope.in(renca, TenantScope::tenant)).isEqualTo(renca);
        assertThat(TenantScope.isBound()).isFalse();
    }

    @Test
    void isGoneAlsoWhenTheWorkFails() {
        assertThatThrownBy(() -> TenantScope.run(renca, () -> {
                    throw new IllegalArgumentException("on purpose");
                }))
                .isInstanceOf(IllegalArgumentException.class);

        assertThat(TenantScope.isBound()).isFalse();
    }

    @Test
    void anotherScopeMayBeVisitedOutsideATransactionAndTheOwnComesBack() {
        TenantScope.run(renca, () -> {
            assertThat(TenantScope.in(maipu, TenantScope::tenant)).isEqualTo(maipu);
            assertThat(TenantScope.platform(TenantScope::current)).isEqualTo(new Scope.Platform());
            assertThat(TenantScope.tenant()).isEqualTo(renca);
        });
    }

    @Test
    void isNotSwitchedInsideATransaction() {
        TenantScope.run(renca, () -> {
            TransactionSynchronizationManager.setActualTransactionActive(true);
            assertThatThrownBy(() -> TenantScope.run(maipu, () -> {})).isInstanceOf(IllegalStateException.class);
            assertThatThrownBy(() -> TenantScope.runPlatform(() -> {})).isInstanceOf(IllegalStateException.class);
            assertThat(TenantScope.in(renca, TenantScope::tenant))
                    .as("the same scope again is no switch")
                    .isEqualTo(renca);
        });
    }

    @Test
    void aTenantIsNotEnteredInsideATransactionOfThePlatform() {
        TenantScope.runPlatform(() -> {
            TransactionSynchronizationManager.setActualTransactionActive(true);
            assertThatThrownBy(() -> TenantScope.run(renca, () -> {})).isInstanceOf(IllegalStateException.class);
            assertThat(TenantScope.platform(() -> "still here")).isEqualTo("still here");
        });
    }

    @Test
    void noScopeIsEnteredInsideATransactionThatHasNone() {
        TransactionSynchronizationManager.setActualTransactionActive(true);

        assertThatThrownBy(() -> TenantScope.run(renca, () -> {})).isInstanceOf(IllegalStateException.class);
        assertThatThrownBy(() -> TenantScope.runPlatform(() -> {})).isInstanceOf(IllegalStateException.class);
    }

    @Test
    void thePlatformsWorkIsNoTenants() {
        assertThatThrownBy(() -> TenantScope.platform(TenantScope::tenant)).isInstanceOf(IllegalStateException.class);
    }

    @Test
    void doesNotLeakToOtherThreads() throws Exception {
        try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
            boolean bound = TenantScope.call(
                    new Scope.OfTenant(renca),
                    () -> threads.submit(TenantScope::isBound).get());

            assertThat(bound).isFalse();
        }
    }

    @Test
    void whatTheWorkThrowsPassesUnchanged() {
        var thrown = new java.io.IOException("on purpose");

        assertThatThrownBy(() -> TenantScope.call(new Scope.OfTenant(renca), () -> {
                    throw thrown;
                }))
                .isSameAs(thrown);
    }
}
