package org.cabildo.bench;

import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.Arrays;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;

/**
 * A page that is always the same, in the portal's own server and behind the same doors. The measurement puts it on the
 * portal's path; no other application ever has it.
 */
@Controller
class ConstantPage {

    private byte[] page = {};

    /** @param bytes length of the page */
    @GetMapping("/constant")
    void page(@RequestParam int bytes, HttpServletResponse response) throws IOException {
        if (page.length != bytes) {
            var fresh = new byte[bytes];
            Arrays.fill(fresh, (byte) 'a');
            page = fresh;
        }
        response.setContentType("text/html;charset=UTF-8");
        response.setContentLength(page.length);
        response.getOutputStream().write(page);
    }
}
