package org.cabildo.admin.plain;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;

/** Addresses of plain pages that a tab can be sent to. */
@Controller
class PlainPages {

    @GetMapping("/sin-acceso")
    void noLonger(HttpServletRequest request, HttpServletResponse response) throws IOException {
        PlainPage.NO_LONGER.write(request, response);
    }
}
