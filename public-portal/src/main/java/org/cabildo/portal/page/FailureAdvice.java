package org.cabildo.portal.page;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import org.cabildo.portal.door.Language;
import org.cabildo.portal.door.Visit;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;
import org.springframework.web.bind.annotation.ControllerAdvice;
import org.springframework.web.bind.annotation.ExceptionHandler;

/** Leads what goes wrong in a page to the one place that answers it. */
@ControllerAdvice
@Order(Ordered.HIGHEST_PRECEDENCE)
class FailureAdvice {

    private final Failures failures;

    FailureAdvice(Failures failures) {
        this.failures = failures;
    }

    @ExceptionHandler(Throwable.class)
    void failed(HttpServletRequest request, HttpServletResponse response, Throwable cause) throws IOException {
        var visit = Visit.of(request);
        if (visit.isPresent()) {
            failures.failed(response, visit.get(), cause);
        } else {
            failures.failed(response, Language.SPANISH, cause);
        }
    }
}
