package org.cabildo.worker;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Answers {@code GET /health}: 503 until the platform's schema is migrated and orders are taken, then 200. */
@Component
class Health {

    private final InetSocketAddress address;
    private volatile boolean ready;
    private @Nullable HttpServer server; // while it is open

    Health(WorkerSettings settings) {
        this.address = new InetSocketAddress(settings.healthAddress(), settings.healthPort());
    }

    synchronized void open() {
        try {
            var opened = HttpServer.create(address, 0);
            opened.createContext("/", this::answer);
            opened.start();
            server = opened;
        } catch (IOException e) {
            throw new IllegalStateException(
                    "The health probe cannot listen on %s: choose another CABILDO_HEALTH_PORT".formatted(address), e);
        }
    }

    void ready() {
        ready = true;
    }

    synchronized int port() {
        return server == null ? address.getPort() : server.getAddress().getPort();
    }

    synchronized void close() {
        ready = false;
        if (server != null) {
            server.stop(0);
            server = null;
        }
    }

    private void answer(HttpExchange exchange) throws IOException {
        try (exchange) {
            if (!exchange.getRequestURI().getPath().equals("/health")) {
                say(exchange, 404, "not found\n");
            } else if (ready) {
                say(exchange, 200, "ready\n");
            } else {
                say(exchange, 503, "starting\n");
            }
        }
    }

    private static void say(HttpExchange exchange, int status, String text) throws IOException {
        boolean head = exchange.getRequestMethod().equals("HEAD");
        var body = text.getBytes(StandardCharsets.UTF_8);
        exchange.getResponseHeaders().set("Content-Type", "text/plain; charset=utf-8");
        exchange.sendResponseHeaders(status, head ? -1 : body.length);
        if (!head) {
            exchange.getResponseBody().write(body);
        }
    }
}
