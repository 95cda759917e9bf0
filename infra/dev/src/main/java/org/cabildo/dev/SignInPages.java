package org.cabildo.dev;

import jakarta.servlet.RequestDispatcher;
import jakarta.servlet.http.HttpServletRequest;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.webmvc.error.ErrorController;
import org.springframework.http.CacheControl;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.security.web.csrf.CsrfToken;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestMapping;

/** Answers a browser that visits the local identity provider. */
@Controller
class SignInPages implements ErrorController {

    private static final MediaType CSS = new MediaType("text", "css", StandardCharsets.UTF_8);
    private static final MediaType HTML = new MediaType("text", "html", StandardCharsets.UTF_8);

    private final IdentityProvider.Registration registration;

    SignInPages(IdentityProvider.Registration registration) {
        this.registration = registration;
    }

    @GetMapping("/sign-in")
    ResponseEntity<String> signIn(HttpServletRequest request, CsrfToken token) {
        return page(pages(request).signIn(token), 200);
    }

    @GetMapping("/sign-in.css")
    ResponseEntity<byte[]> css() throws IOException {
        try (var css = Objects.requireNonNull(SignInPages.class.getResourceAsStream("sign-in.css"))) {
            return ResponseEntity.ok()
                    .contentType(CSS)
                    .cacheControl(CacheControl.noCache())
                    .body(css.readAllBytes());
        }
    }

    @GetMapping("/")
    ResponseEntity<String> home(
            HttpServletRequest request, @AuthenticationPrincipal @Nullable SignedIn person, CsrfToken token) {
        var page = pages(request);
        var office = registration.officeAddress();
        return page(person == null ? page.home(office) : page.home(person, token, office), 200);
    }

    @RequestMapping("/error")
    ResponseEntity<String> error(HttpServletRequest request) {
        var status = request.getAttribute(RequestDispatcher.ERROR_STATUS_CODE) instanceof Integer code ? code : 404;
        return page(pages(request).error(status), status);
    }

    private static SignInPage pages(HttpServletRequest request) {
        return new SignInPage(SignInWords.chosenBy(request));
    }

    private static ResponseEntity<String> page(String html, int status) {
        return ResponseEntity.status(status).contentType(HTML).body(html);
    }
}
