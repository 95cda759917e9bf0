package org.cabildo.admin.door;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.net.URI;
import java.util.Locale;
import org.cabildo.admin.plain.PlainPage;
import org.springframework.web.filter.OncePerRequestFilter;

/**
 * Lets in who came to the office under its own name. What is made of the name in a request, a redirect or the way back
 * from sign-in, then leads here and nowhere else. The sign of life is given under any name.
 */
final class OwnName extends OncePerRequestFilter {

    private final String name;

    /** @param address of the office, as officers write it */
    OwnName(URI address) {
        if (address.getHost() == null) {
            throw new IllegalArgumentException(
                    "CABILDO_OFFICE_ADDRESS is a web address, such as https://oficina.example, but was " + address);
        }
        this.name = plain(address.getHost());
    }

    private static String plain(String host) {
        var name = host.toLowerCase(Locale.ROOT);
        return name.endsWith(".") ? name.substring(0, name.length() - 1) : name;
    }

    @Override
    protected boolean shouldNotFilter(HttpServletRequest request) {
        return request.getRequestURI().equals("/health");
    }

    @Override
    protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws ServletException, IOException {
        if (plain(request.getServerName()).equals(name)) {
            chain.doFilter(request, response);
        } else {
            PlainPage.NOT_FOUND.write(request, response);
        }
    }
}
