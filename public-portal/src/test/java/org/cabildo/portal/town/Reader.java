package org.cabildo.portal.town;

import java.io.IOException;
import java.io.StringReader;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.Socket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.IntStream;
import javax.xml.parsers.DocumentBuilderFactory;
import javax.xml.parsers.ParserConfigurationException;
import org.springframework.boot.web.server.servlet.context.ServletWebServerApplicationContext;
import org.w3c.dom.Document;
import org.w3c.dom.Element;
import org.xml.sax.InputSource;
import org.xml.sax.SAXException;

/** Reads the portal as a browser does, under any host. */
public class Reader {

    static {
        // before the first client is made: it refuses to name another host than it connects to
        System.setProperty("jdk.httpclient.allowRestrictedHeaders", "host");
    }

    private static final Pattern BY_PATH = Pattern.compile("^/t/[^/]+");
    private final HttpClient client = HttpClient.newBuilder()
            .followRedirects(HttpClient.Redirect.NEVER)
            .version(HttpClient.Version.HTTP_1_1)
            .build();

    private final ServletWebServerApplicationContext portal;

    Reader(ServletWebServerApplicationContext portal) {
        this.portal = portal;
    }

    /** What came back. */
    public record Page(int status, Map<String, List<String>> headers, String body) {

        private static final Set<String> PASSING = Set.of("date", "x-request-id", "connection");

        /** The header; empty if there is none. */
        public String header(String name) {
            return String.join(", ", headers.getOrDefault(name, List.of()));
        }

        /** Its headers without those that differ from one answer to the next, such as the last one of a connection. */
        public Map<String, List<String>> lasting() {
            var lasting = new TreeMap<>(headers);
            lasting.keySet().removeIf(name -> PASSING.contains(name.toLowerCase(Locale.ROOT)));
            return lasting;
        }

        /** The page as a tree; fails unless it is well-formed. */
        public Document tree() {
            try {
                var factory = DocumentBuilderFactory.newInstance();
                factory.setFeature("http://apache.org/xml/features/nonvalidating/load-external-dtd", false);
                var builder = factory.newDocumentBuilder();
                builder.setErrorHandler(null);
                return builder.parse(new InputSource(new StringReader(body)));
            } catch (ParserConfigurationException | SAXException | IOException e) {
                throw new AssertionError("Not well-formed: " + e.getMessage() + "\n" + body, e);
            }
        }

        /** The elements of this name. */
        public List<Element> all(String name) {
            var nodes = tree().getElementsByTagName(name);
            return IntStream.range(0, nodes.getLength())
                    .mapToObj(nodes::item)
                    .map(Element.class::cast)
                    .toList();
        }

        /** The text of the page, without marks. */
        public String text() {
            return tree().getDocumentElement().getTextContent().replaceAll("\\s+", " ");
        }
    }

    /**
     * Reads a page.
     *
     * @param headers names and values, one after another
     */
    public Page get(String host, String path, String... headers) {
        return send("GET", host, path, headers);
    }

    /** What an address that leads nowhere is answered on the same portal: by host, or under {@code /t/<slug>}. */
    public Page nowhere(String host, String path) {
        return get(
                host,
                BY_PATH.matcher(path)
                                .results()
                                .findFirst()
                                .map(MatchResult::group)
                                .orElse("") + "/no/existe");
    }

    public Page send(String method, String host, String path, String... headers) {
        var request = HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + port() + path))
                .method(method, HttpRequest.BodyPublishers.noBody())
                .header("Host", host);
        if (headers.length > 0) {
            request.headers(headers);
        }
        try {
            var response = client.send(request.build(), HttpResponse.BodyHandlers.ofString(StandardCharsets.UTF_8));
            var named = new TreeMap<String, List<String>>(String.CASE_INSENSITIVE_ORDER);
            named.putAll(response.headers().map());
            return new Page(response.statusCode(), named, response.body());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }

    /** Fetches an answer as a browser does that takes it compressed. */
    public HttpResponse<byte[]> load(String host, String path) {
        var request = HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + port() + path))
                .header("Host", host)
                .header("Accept-Encoding", "gzip")
                .build();
        try {
            return client.send(request, HttpResponse.BodyHandlers.ofByteArray());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }

    /** Sends bytes no client would send, and returns all that comes back. */
    public String raw(String request) {
        try (var socket = new Socket(InetAddress.getLoopbackAddress(), port())) {
            socket.setSoTimeout(5_000);
            socket.getOutputStream().write(request.getBytes(StandardCharsets.ISO_8859_1));
            socket.getOutputStream().flush();
            return new String(socket.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private int port() {
        return portal.getWebServer() == null ? 0 : portal.getWebServer().getPort();
    }
}
