package org.cabildo.dev;

import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Stands in for the worker, the back office and the portal: says what it was told and answers at its port. */
public final class FakeApplication {

    private FakeApplication() {}

    public static void main(String... args) throws IOException {
        var told = System.getenv();
        System.out.println("knows " + names(told));
        if (args.length > 0) {
            System.out.println("asked " + String.join(" ", args));
            System.exit(3);
        }
        if (told.containsKey("FAKE_FAILURE")) {
            System.out.println("cannot go on");
            System.exit(7);
        }
        Runtime.getRuntime().addShutdownHook(new Thread(() -> System.out.println("says goodbye")));
        var port = told.getOrDefault("SERVER_PORT", told.getOrDefault("CABILDO_HEALTH_PORT", ""));
        if (!port.isEmpty()) {
            serve(Integer.parseInt(port));
        }
        while (System.in.read() >= 0) {
            System.out.println("nobody should write to me");
        }
        Runtime.getRuntime().halt(0); // the launcher is gone
    }

    private static void serve(int port) throws IOException {
        var server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), port), 0);
        server.createContext("/health", exchange -> {
            exchange.sendResponseHeaders(200, -1);
            exchange.close();
        });
        server.start();
    }

    private static String names(Map<String, String> environment) {
        return Stream.of(
                        "DB_USER",
                        "DB_PASSWORD",
                        "OFFICE_KEY",
                        "PORTAL_KEY",
                        "LEDGER_KEY",
                        "OIDC_CLIENT_SECRET",
                        "DEMO",
                        "MAIL_FROM")
                .filter(name -> environment.containsKey("CABILDO_" + name))
                .collect(Collectors.joining(" "));
    }
}
