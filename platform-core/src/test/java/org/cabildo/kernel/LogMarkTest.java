package org.cabildo.kernel;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.slf4j.MDC;

class LogMarkTest {

    @Test
    void marksWhatIsLoggedMeanwhileAndGivesTheFormerMarkBack() {
        try (var _ = LogMark.tenant("renca");
                var _ = LogMark.request("41")) {
            try (var _ = LogMark.tenant("maipu")) {
                assertThat(MDC.getCopyOfContextMap())
                        .containsEntry("tenant", "maipu")
                        .containsEntry("request", "41");
            }
            assertThat(MDC.get("tenant")).isEqualTo("renca");
        }

        assertThat(MDC.get("tenant")).isNull();
        assertThat(MDC.get("request")).isNull();
    }
}
