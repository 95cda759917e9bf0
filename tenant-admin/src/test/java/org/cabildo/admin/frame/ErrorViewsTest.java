package org.cabildo.admin.frame;

import static org.assertj.core.api.Assertions.assertThat;

import com.vaadin.flow.component.UI;
import com.vaadin.flow.router.NotFoundException;
import org.cabildo.admin.OfficeViewTest;
import org.cabildo.kernel.Refused;
import org.cabildo.kernel.Unknown;
import org.junit.jupiter.api.Test;

/** Whatever goes wrong at an address, a page of this house says so. */
class ErrorViewsTest extends OfficeViewTest {

    @Test
    void eachFailureHasItsPage() {
        assertThat(pageFor(new Unknown("plan", 7))).isEqualTo(UnknownView.class);
        assertThat(pageFor(new NotFoundException())).isEqualTo(NoRouteView.class);
        assertThat(pageFor(new Refused("identity.role.editor", "No"))).isEqualTo(RefusedView.class);
        assertThat(pageFor(new IllegalStateException("a bug"))).isEqualTo(MishapView.class);
    }

    private static Class<?> pageFor(Exception failure) {
        return UI.getCurrent()
                .getInternals()
                .getRouter()
                .getErrorNavigationTarget(failure)
                .orElseThrow()
                .getNavigationTarget();
    }
}
