package org.cabildo.admin;

import static java.net.http.HttpResponse.BodyHandlers.ofString;

import java.io.IOException;
import java.net.CookieManager;
import java.net.CookiePolicy;
import java.net.HttpCookie;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.util.regex.Pattern;
import org.cabildo.dev.DemoPeople;

/** Somebody's browser, without the screen: cookies, sign-in, tabs. */
final class Visitor {

    private final CookieManager cookies = new CookieManager(null, CookiePolicy.ACCEPT_ALL);
    private final HttpClient client = HttpClient.newBuilder()
            .cookieHandler(cookies)
            .followRedirects(HttpClient.Redirect.NEVER)
            .build();

    /** An open tab, as Vaadin's client knows it. */
    record OpenTab(int ui, String key) {}

    HttpResponse<String> get(String path) {
        return send(request(path).build());
    }

    /** Asks for a page and says more than a browser would: names and values, one after another. */
    HttpResponse<String> get(String path, String... headers) {
        return send(request(path).headers(headers).build());
    }

    /** The value of the office's cookie. */
    String session() {
        return cookies.getCookieStore().getCookies().stream()
                .filter(cookie -> cookie.getName().equals("CABILDO_OFFICE"))
                .map(HttpCookie::getValue)
                .findFirst()
                .orElseThrow();
    }

    /** A browser that has another's cookie, or one that somebody made up. */
    static Visitor withSession(String value) {
        var visitor = new Visitor();
        var cookie = new HttpCookie("CABILDO_OFFICE", value);
        cookie.setPath("/");
        cookie.setVersion(0);
        visitor.cookies.getCookieStore().add(URI.create(Office.SignIn.ADDRESS), cookie);
        return visitor;
    }

    /** Follows redirects to the end, as a browser does. */
    HttpResponse<String> follow(String path) {
        var answer = get(path);
        for (int i = 0; i < 12 && answer.statusCode() / 100 == 3; i++) {
            answer = send(HttpRequest.newBuilder(answer.uri()
                            .resolve(answer.headers().firstValue("Location").orElseThrow()))
                    .header("Accept", "text/html,*/*;q=0.5")
                    .header("Sec-Fetch-Dest", "document")
                    .build());
        }
        return answer;
    }

    /** Sends the form of a page, with the token that the page carries. */
    HttpResponse<String> submit(HttpResponse<String> page, String path, String fields) {
        var token = find(page.body(), "name=\"_csrf\" value=\"([^\"]+)\"");
        return send(request(path)
                .header("Content-Type", "application/x-www-form-urlencoded")
                .POST(BodyPublishers.ofString("_csrf=" + encoded(token) + fields))
                .build());
    }

    /** Sends a form that no page of ours gave. */
    HttpResponse<String> post(String path, String fields) {
        return send(request(path)
                .header("Content-Type", "application/x-www-form-urlencoded")
                .POST(BodyPublishers.ofString(fields))
                .build());
    }

    /** Asks for a page, signs in when asked to, and ends where the page is. */
    HttpResponse<String> signIn(String email, String path) {
        var form = follow(path);
        var token = find(form.body(), "name=\"_csrf\" value=\"([^\"]+)\"");
        var answer = send(HttpRequest.newBuilder(form.uri().resolve("/sign-in?lang=es"))
                .header("Accept", "text/html,*/*;q=0.5")
                .header("Content-Type", "application/x-www-form-urlencoded")
                .POST(BodyPublishers.ofString(
                        "_csrf=" + encoded(token) + "&email=" + encoded(email) + "&password=" + DemoPeople.PASSWORD))
                .build());
        return follow(answer.headers().firstValue("Location").orElseThrow());
    }

    /** Opens a tab at a page, as the page's script does. */
    OpenTab open(String location) {
        var answer = get("/?v-r=init&location=" + encoded(location) + "&query=");
        if (answer.statusCode() != 200) {
            throw new IllegalStateException("No tab: " + answer.statusCode() + " " + answer.body());
        }
        return new OpenTab(
                Integer.parseInt(find(answer.body(), "\"v-uiId\":(\\d+)")),
                find(answer.body(), "\"Vaadin-Security-Key\":\"([^\"]+)\""));
    }

    /** Goes to a page inside a tab. */
    String navigate(OpenTab tab, String route, int message) {
        return post(tab, """
                {"csrfToken":"%s","rpc":[{"type":"event","node":1,"event":"ui-navigate","data":{"route":"%s","query":"",\
                "appShellTitle":"","historyState":{"idx":0},"trigger":""}}],"syncId":%d,"clientId":%d}
                """.formatted(tab.key(), route, message, message));
    }

    String post(OpenTab tab, String message) {
        return send(HttpRequest.newBuilder(URI.create(Office.SignIn.ADDRESS + "/?v-r=uidl&v-uiId=" + tab.ui()))
                        .header("Content-Type", "application/json; charset=UTF-8")
                        .POST(BodyPublishers.ofString(message))
                        .build())
                .body();
    }

    private HttpResponse<String> send(HttpRequest request) {
        try {
            return client.send(request, ofString());
        } catch (IOException e) {
            throw new IllegalStateException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }

    private static HttpRequest.Builder request(String path) {
        return HttpRequest.newBuilder(URI.create(path.startsWith("http") ? path : Office.SignIn.ADDRESS + path))
                .header("Accept", "text/html,*/*;q=0.5")
                .header("Sec-Fetch-Dest", "document");
    }

    static String find(String text, String pattern) {
        var matcher = Pattern.compile(pattern).matcher(text);
        if (!matcher.find()) {
            throw new IllegalStateException("No " + pattern + " in " + text);
        }
        return matcher.group(1);
    }

    private static String encoded(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8);
    }
}
