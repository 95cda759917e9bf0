package org.cabildo.portal.page;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.sql.SQLException;
import org.cabildo.kernel.Unknown;
import org.cabildo.portal.door.Language;
import org.cabildo.portal.town.PortalTest;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.mock.web.MockHttpServletResponse;

@PortalTest
class FailureTest {

    @Autowired
    Failures failures;

    @Test
    void aBugIsAnsweredWithAReferenceAndNothingElse() throws IOException {
        var response = answerTo(new IllegalStateException("secret of the house"));

        assertThat(response.getStatus()).isEqualTo(500);
        assertThat(response.getContentAsString())
                .containsPattern("Reference: <code>[A-Za-z0-9_-]{8}</code>")
                .doesNotContain("secret", "IllegalState");
    }

    @Test
    void whatIsUnknownIsNotFound() throws IOException {
        assertThat(answerTo(new Unknown("plan", "x")).getStatus()).isEqualTo(404);
    }

    @Test
    void aDatabaseThatIsAwayIsWorthAnotherTry() throws IOException {
        var response = answerTo(new IllegalStateException(new SQLException("gone", "08006")));

        assertThat(response.getStatus()).isEqualTo(503);
        assertThat(response.getHeader("Retry-After")).isEqualTo("5");
    }

    @Test
    void whatIsMadeForOthersFirstIsWorthAnotherTry() throws IOException {
        var response = answerTo(new Busy());

        assertThat(response.getStatus()).isEqualTo(503);
        assertThat(response.getHeader("Retry-After")).isEqualTo("10");
        assertThat(response.getContentAsString()).contains("We are very busy right now");
    }

    @Test
    void whatIsTooLongToBeMadeIsSaidToBeSo() throws IOException {
        var response = answerTo(new TooLong());

        assertThat(response.getStatus()).isEqualTo(404);
        assertThat(response.getContentAsString()).contains("This plan is too long for a PDF");
    }

    @Test
    void aStatementThatIsWrongIsABug() throws IOException {
        assertThat(answerTo(new IllegalStateException(new SQLException("no such column", "42703")))
                        .getStatus())
                .isEqualTo(500);
    }

    private MockHttpServletResponse answerTo(Throwable cause) throws IOException {
        var response = new MockHttpServletResponse();
        failures.failed(response, Language.ENGLISH, cause);
        return response;
    }
}
