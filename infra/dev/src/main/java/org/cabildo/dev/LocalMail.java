package org.cabildo.dev;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.regex.Pattern;
import org.springframework.boot.logging.LogLevel;
import org.springframework.boot.logging.LoggingSystem;
import org.subethamail.smtp.helper.BasicMessageListener;
import org.subethamail.smtp.server.SMTPServer;

/**
 * A real SMTP server for this machine only, which delivers nothing: it keeps the letters and shows them on a page. Both
 * listen on the loopback address, and the page answers nobody who comes by another name.
 */
public final class LocalMail implements AutoCloseable {

    private static final int LARGEST_LETTER = 10 << 20; // bytes
    private static final Pattern LETTER = Pattern.compile("/carta/([0-9a-f-]+)(/html)?");
    private static final String OWN_WORDS_ONLY = "default-src 'none'; style-src 'self'; img-src data:; base-uri 'none';"
            + " form-action 'none'; frame-ancestors 'none'";
    private static final String SANDBOX =
            "sandbox allow-popups allow-popups-to-escape-sandbox; default-src 'none'; style-src 'unsafe-inline'";

    private final Mailbox mailbox;
    private final SMTPServer smtp;
    private final HttpServer page;

    /** Platform threads: the launcher's readers of logs hold the few carriers that virtual threads would wait for. */
    private final ExecutorService threads = Executors.newFixedThreadPool(
            4, Thread.ofPlatform().name("mailbox-", 1).daemon().factory());

    private LocalMail(Path folder, int port) throws IOException {
        mailbox = new Mailbox(folder);
        smtp = SMTPServer.port(0)
                .bindAddress(InetAddress.getLoopbackAddress())
                .softwareName("Cabildo")
                .maxMessageSize(LARGEST_LETTER)
                .messageHandler((BasicMessageListener) (_, _, _, data) -> keep(data))
                .build();
        page = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), port), 0);
        page.setExecutor(threads);
        page.createContext("/", this::answer);
    }

    /** Starts a server whose page has a free port and whose letters lie in a folder that the caller throws away. */
    public static LocalMail start(Path folder) {
        return kept(folder, 0);
    }

    /**
     * Starts a server whose letters are kept in a folder.
     *
     * @param folder made if there is none
     * @param port of the page; 0 takes any free one
     */
    public static LocalMail kept(Path folder, int port) {
        LoggingSystem.get(LocalMail.class.getClassLoader()).setLogLevel("org.subethamail", LogLevel.ERROR);
        try {
            Files.createDirectories(
                    Objects.requireNonNullElse(folder.toAbsolutePath().getParent(), folder));
            var mail = new LocalMail(folder, port);
            mail.smtp.start();
            mail.page.start();
            return mail;
        } catch (IOException e) {
            throw new UncheckedIOException("Could not keep the local mail server in " + folder, e);
        }
    }

    private void keep(byte[] letter) {
        try (var in = new ByteArrayInputStream(letter)) {
            mailbox.keep(in);
        } catch (IOException e) {
            throw new UncheckedIOException("Could not keep a letter", e);
        }
    }

    /** Where letters are handed in, as {@code CABILDO_SMTP_URL} says it. */
    public String smtpUrl() {
        return "smtp://127.0.0.1:" + smtp.getPortAllocated();
    }

    /** Where the letters are read. */
    public String address() {
        return "http://localhost:" + page.getAddress().getPort();
    }

    /** All letters, the newest first. */
    public List<ReceivedLetter> letters() {
        return mailbox.all();
    }

    /** The newest letter to an address. */
    public Optional<ReceivedLetter> letterTo(String address) {
        return letters().stream().filter(letter -> letter.isTo(address)).findFirst();
    }

    private void answer(HttpExchange exchange) throws IOException {
        try (exchange) {
            var host = Objects.requireNonNullElse(exchange.getRequestHeaders().getFirst("Host"), "");
            if (!host.matches("(localhost|127\\.0\\.0\\.1):" + page.getAddress().getPort())) {
                say(exchange, 403, "text/plain", OWN_WORDS_ONLY, "This page is for this machine only.\n");
                return;
            }
            var path = exchange.getRequestURI().getPath();
            if (path.equals("/sign-in.css")) {
                say(exchange, 200, "text/css", OWN_WORDS_ONLY, style());
                return;
            }
            show(exchange, path, new MailboxPage(isEnglish(exchange)));
        }
    }

    private void show(HttpExchange exchange, String path, MailboxPage words) throws IOException {
        if (path.equals("/")) {
            say(exchange, 200, "text/html", OWN_WORDS_ONLY, words.list(mailbox.all()));
            return;
        }
        var asked = LETTER.matcher(path);
        var letter = asked.matches() ? mailbox.find(asked.group(1)) : Optional.<ReceivedLetter>empty();
        if (letter.isEmpty()) {
            say(exchange, 404, "text/html", OWN_WORDS_ONLY, words.unknown());
        } else if (asked.group(2) == null) {
            say(exchange, 200, "text/html", OWN_WORDS_ONLY, words.letter(letter.get()));
        } else {
            say(exchange, 200, "text/html", SANDBOX, letter.get().html());
        }
    }

    private static boolean isEnglish(HttpExchange exchange) {
        var query = Objects.requireNonNullElse(exchange.getRequestURI().getQuery(), "");
        return query.contains("lang=en");
    }

    private static String style() throws IOException {
        try (var in = Objects.requireNonNull(LocalMail.class.getResourceAsStream("sign-in.css"))) {
            return new String(in.readAllBytes(), StandardCharsets.UTF_8);
        }
    }

    private static void say(HttpExchange exchange, int status, String type, String policy, String text)
            throws IOException {
        boolean head = exchange.getRequestMethod().equals("HEAD");
        var body = text.getBytes(StandardCharsets.UTF_8);
        var headers = exchange.getResponseHeaders();
        headers.set("Content-Type", type + "; charset=utf-8");
        headers.set("Content-Security-Policy", policy);
        headers.set("X-Content-Type-Options", "nosniff");
        headers.set("Referrer-Policy", "no-referrer");
        headers.set("Cache-Control", "no-store");
        exchange.sendResponseHeaders(status, head ? -1 : body.length);
        if (!head) {
            exchange.getResponseBody().write(body);
        }
    }

    @Override
    public void close() {
        page.stop(0);
        smtp.stop();
        threads.shutdownNow();
    }
}
