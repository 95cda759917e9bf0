package org.cabildo.portal.page;

import jakarta.servlet.DispatcherType;
import jakarta.servlet.RequestDispatcher;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import org.cabildo.kernel.Unknown;
import org.cabildo.portal.door.Language;
import org.springframework.boot.webmvc.error.ErrorController;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.RequestMapping;

/** Answers what the servlet container itself finds wrong. */
@Controller
class ContainerErrors implements ErrorController {

    private final Failures failures;

    ContainerErrors(Failures failures) {
        this.failures = failures;
    }

    @RequestMapping("/error")
    void error(HttpServletRequest request, HttpServletResponse response) throws IOException {
        if (request.getDispatcherType() != DispatcherType.ERROR) {
            throw new Unknown("page", "/error");
        }
        if (request.getAttribute(RequestDispatcher.ERROR_EXCEPTION) instanceof Throwable cause) {
            failures.failed(response, Language.SPANISH, cause);
        } else {
            failures.unknown(response, Language.SPANISH);
        }
    }
}
