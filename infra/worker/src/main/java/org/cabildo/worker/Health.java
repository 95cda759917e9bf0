package org.cabildo.worker;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import io.micrometer.prometheusmetrics.PrometheusMeterRegistry;
import java.io.IOException;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.stereotype.Component;

/**
 * Answers {@code GET /health}: 503 until the platform's schema is migrated and orders are taken, then 200; and the
 * worker's figures where the applications have theirs.
 */
@Component
class Health {

    private final InetSocketAddress address;
    private final ObjectProvider<PrometheusMeterRegistry> figures;
    private volatile boolean ready;
    private @Nullable HttpServer server; // while it is open

    Health(WorkerSettings settings, ObjectProvider<PrometheusMeterRegistry> figures) {
        this.figures = figures;
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
            var path = exchange.getRequestURI().getPath();
            var registry = figures.getIfAvailable();
            if (path.equals("/actuator/prometheus") && registry != null) {
                say(exchange, 200, registry.scrape());
            } else if (!path.equals("/health")) {
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
