package org.cabildo.dev;

import static java.net.http.HttpResponse.BodyHandlers.ofString;
import static org.assertj.core.api.Assertions.assertThat;

import java.net.CookieManager;
import java.net.CookiePolicy;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.util.Base64;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class IdentityProviderTest {

    private static final String CALLBACK = "http://localhost:8081/login/oauth2/code/cabildo";
    private static final String HOME = "http://localhost:8081/";
    private static final String VERIFIER = "a-verifier-of-more-than-forty-three-characters-0123456789";

    private static IdentityProvider provider;

    private final HttpClient browser = HttpClient.newBuilder()
            .cookieHandler(new CookieManager(null, CookiePolicy.ACCEPT_ALL))
            .build();

    @BeforeAll
    static void start() {
        provider = IdentityProvider.start(Set.of(URI.create(CALLBACK)), Set.of(URI.create(HOME)));
    }

    @AfterAll
    static void stop() {
        provider.close();
    }

    @Test
    void describesItself() throws Exception {
        var discovery = get("/.well-known/openid-configuration").body();

        assertThat(discovery)
                .contains("\"issuer\":\"" + provider.issuer() + "\"")
                .contains("\"end_session_endpoint\":\"" + provider.issuer() + "/connect/logout\"")
                .contains("\"userinfo_endpoint\":\"" + provider.issuer() + "/userinfo\"");
    }

    @Test
    void listsTheDemoPeopleInTheReadersLanguage() throws Exception {
        var spanish = get("/sign-in").body();
        assertThat(spanish)
                .contains("<html lang=\"es-CL\">", "Solo para uso local", "Coordinación nacional", "autocomplete");
        DemoPeople.all().forEach(person -> assertThat(spanish).contains(person.email(), person.name()));

        assertThat(get("/sign-in?lang=en").body())
                .contains("<html lang=\"en\">", "For local use only", "National coordinator");
        assertThat(spanish).doesNotContain("<script", "style=");
    }

    @Test
    void signsADemoPersonInAndTellsTheClientWho() throws Exception {
        var code = codeFor("edicion@puerto-ejemplo.invalid");

        var tokens = exchange(code, provider.clientSecret());
        assertThat(tokens.statusCode()).isEqualTo(200);
        var claims = claims(field(tokens.body(), "id_token"));
        assertThat(claims)
                .contains(
                        "\"email\":\"edicion@puerto-ejemplo.invalid\"",
                        "\"email_verified\":true",
                        "\"name\":\"Matías Cárcamo\"",
                        "\"locale\":\"es-CL\"",
                        "\"nonce\":\"n-1\"",
                        "\"sub\":\""
                                + SignedIn.as("edicion@puerto-ejemplo.invalid", "")
                                        .subject() + "\"");
        var person = browser.send(
                request("/userinfo")
                        .header("Authorization", "Bearer " + field(tokens.body(), "access_token"))
                        .build(),
                ofString());
        assertThat(person.body()).contains("\"email\":\"edicion@puerto-ejemplo.invalid\"", "\"name\":\"Matías");
    }

    @Test
    void signsOutAndReturnsToTheApplication() throws Exception {
        var idToken = field(
                exchange(codeFor("lectura@puerto-ejemplo.invalid"), provider.clientSecret())
                        .body(),
                "id_token");

        var left = get("/connect/logout?"
                + form(Map.of("id_token_hint", idToken, "post_logout_redirect_uri", HOME, "state", "s")));

        assertThat(left.statusCode()).isEqualTo(302);
        assertThat(left.headers().firstValue("Location")).hasValue(HOME + "?state=s");
        assertThat(authorize(CALLBACK).headers().firstValue("Location"))
                .hasValueSatisfying(to -> assertThat(to).endsWith("/sign-in"));
    }

    @Test
    void letsAJustInvitedPersonInByAnyAddress() throws Exception {
        var tokens = exchange(codeFor("  Alcaldia@Conguillio.Example "), provider.clientSecret());

        assertThat(claims(field(tokens.body(), "id_token"))).contains("\"email\":\"alcaldia@conguillio.example\"");
    }

    @Test
    void refusesAWrongPasswordAndKeepsTheAddressTyped() throws Exception {
        var refused = signIn("alguien@ejemplo.invalid", "otra");

        assertThat(refused.statusCode()).isEqualTo(422);
        assertThat(refused.body()).contains("role=\"alert\"", "value=\"alguien@ejemplo.invalid\"");
        assertThat(signIn("<b>sin-arroba", DemoPeople.PASSWORD).body())
                .contains("&lt;b&gt;sin-arroba")
                .doesNotContain("<b>sin");
    }

    @Test
    void refusesAWrongClientSecret() throws Exception {
        var refused = exchange(codeFor("lectura@puerto-ejemplo.invalid"), "wrong");

        assertThat(refused.statusCode()).isEqualTo(401);
        assertThat(refused.body()).contains("invalid_client");
    }

    @Test
    void refusesAWrongVerifierAndARequestWithoutChallenge() throws Exception {
        var code = codeFor("lectura@puerto-ejemplo.invalid");

        assertThat(exchange(code, provider.clientSecret(), "another-verifier-of-more-than-forty-three-characters-000")
                        .body())
                .contains("invalid_grant");
        assertThat(get("/oauth2/authorize?"
                                + form(Map.of(
                                        "response_type",
                                        "code",
                                        "client_id",
                                        provider.clientId(),
                                        "redirect_uri",
                                        CALLBACK,
                                        "scope",
                                        "openid")))
                        .headers()
                        .firstValue("Location"))
                .hasValueSatisfying(to -> assertThat(to).contains("error=invalid_request"));
    }

    @Test
    void refusesAForeignRedirectAddressWithoutGoingThere() throws Exception {
        var refused = authorize("http://localhost:8081/elsewhere");

        assertThat(refused.statusCode()).isEqualTo(400);
        assertThat(refused.headers().firstValue("Location")).isEmpty();
        assertThat(refused.body()).contains("No se puede seguir");
    }

    @Test
    void keepsItsKeyOverARestart(@TempDir Path folder) throws Exception {
        var port = Ports.anyFree();
        String keys;
        String secret;
        try (var first = IdentityProvider.kept(folder, port, "http://localhost:8081")) {
            keys = get(URI.create(first.issuer() + "/oauth2/jwks")).body();
            secret = first.clientSecret();
        }

        try (var second = IdentityProvider.kept(folder, port, "http://localhost:8081")) {
            assertThat(get(URI.create(second.issuer() + "/oauth2/jwks")).body()).isEqualTo(keys);
            assertThat(second.clientSecret()).isEqualTo(secret);
        }
    }

    private String codeFor(String email) throws Exception {
        assertThat(authorize(CALLBACK).statusCode()).isEqualTo(302);
        var signedIn = signIn(email, DemoPeople.PASSWORD);
        var back = get(URI.create(signedIn.headers().firstValue("Location").orElseThrow()));
        var address = back.headers().firstValue("Location").orElseThrow();
        assertThat(address).startsWith(CALLBACK + "?code=").contains("state=s-1");
        return find(address, "code=([^&]+)");
    }

    private HttpResponse<String> authorize(String redirect) throws Exception {
        var challenge = Base64.getUrlEncoder()
                .withoutPadding()
                .encodeToString(
                        MessageDigest.getInstance("SHA-256").digest(VERIFIER.getBytes(StandardCharsets.US_ASCII)));
        var parameters = new LinkedHashMap<>(Map.of(
                "response_type", "code",
                "client_id", provider.clientId(),
                "redirect_uri", redirect,
                "scope", "openid profile email",
                "state", "s-1",
                "nonce", "n-1",
                "code_challenge", challenge,
                "code_challenge_method", "S256"));
        return get("/oauth2/authorize?" + form(parameters));
    }

    private HttpResponse<String> signIn(String email, String password) throws Exception {
        var token = find(get("/sign-in").body(), "name=\"_csrf\" value=\"([^\"]+)\"");
        var fields = Map.of("_csrf", token, "email", email, "password", password);
        return browser.send(
                request("/sign-in?lang=es")
                        .header("Content-Type", "application/x-www-form-urlencoded")
                        .POST(BodyPublishers.ofString(form(fields)))
                        .build(),
                ofString());
    }

    private HttpResponse<String> exchange(String code, String secret) throws Exception {
        return exchange(code, secret, VERIFIER);
    }

    private HttpResponse<String> exchange(String code, String secret, String verifier) throws Exception {
        var fields = Map.of(
                "grant_type", "authorization_code",
                "code", code,
                "redirect_uri", CALLBACK,
                "code_verifier", verifier);
        var basic = Base64.getEncoder()
                .encodeToString((provider.clientId() + ":" + secret).getBytes(StandardCharsets.UTF_8));
        return HttpClient.newHttpClient()
                .send(
                        request("/oauth2/token")
                                .header("Authorization", "Basic " + basic)
                                .header("Content-Type", "application/x-www-form-urlencoded")
                                .POST(BodyPublishers.ofString(form(fields)))
                                .build(),
                        ofString());
    }

    private HttpResponse<String> get(String path) throws Exception {
        return browser.send(request(path).build(), ofString());
    }

    private HttpResponse<String> get(URI address) throws Exception {
        return browser.send(
                HttpRequest.newBuilder(address)
                        .header("Accept", "text/html, */*")
                        .build(),
                ofString());
    }

    private static HttpRequest.Builder request(String path) {
        return HttpRequest.newBuilder(URI.create(provider.issuer() + path)).header("Accept", "text/html, */*;q=0.5");
    }

    private static String form(Map<String, String> fields) {
        return fields.entrySet().stream()
                .map(field -> field.getKey() + "=" + URLEncoder.encode(field.getValue(), StandardCharsets.UTF_8))
                .collect(Collectors.joining("&"));
    }

    private static String claims(String token) {
        return new String(Base64.getUrlDecoder().decode(token.split("\\.", -1)[1]), StandardCharsets.UTF_8);
    }

    private static String field(String json, String name) {
        return find(json, "\"" + name + "\":\"([^\"]+)\"");
    }

    private static String find(String text, String pattern) {
        var matcher = Pattern.compile(pattern).matcher(text);
        assertThat(matcher.find()).as("%s in %s", pattern, text).isTrue();
        return matcher.group(1);
    }
}
