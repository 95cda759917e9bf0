package org.cabildo.dev;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.net.URI;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;

class ProgramTest {

    private final BlockingQueue<String> log = new LinkedBlockingQueue<>();

    @Test
    void putsItsNameBeforeEachLineAndStopsWhenAsked() throws Exception {
        try (var portal = start("portal", Map.of())) {
            assertThat(log.poll(20, TimeUnit.SECONDS)).isEqualTo("portal   | knows ");
            var port = Ports.anyFree();
            try (var office = start("office", Map.of("SERVER_PORT", Integer.toString(port)))) {
                office.awaitHealthy(URI.create("http://localhost:" + port + "/health"), Duration.ofSeconds(20));
            }
            assertThat(portal.handle().isAlive()).isTrue();
        }
        assertThat(log).contains("office   | says goodbye");
    }

    @Test
    void isDeafToTheTerminalButNotToTheLauncher() throws Exception {
        var portal = start("portal", Map.of());
        assertThat(log.poll(20, TimeUnit.SECONDS)).contains("knows");

        Command.run(List.of("kill", "-INT", Long.toString(portal.handle().pid())))
                .orFail();
        Command.run(List.of("kill", "-HUP", Long.toString(portal.handle().pid())))
                .orFail();
        portal.close();

        assertThat(portal.ended())
                .succeedsWithin(20, TimeUnit.SECONDS)
                .isEqualTo(128 + 15); // ended by TERM, so neither by INT nor by HUP
    }

    @Test
    void tellsItsLastLinesWhenItDiesAtStart() {
        try (var worker = start("worker", Map.of("FAKE_FAILURE", "yes"))) {
            assertThatThrownBy(
                            () -> worker.awaitHealthy(URI.create("http://localhost:1/health"), Duration.ofSeconds(20)))
                    .isInstanceOf(CannotStart.class)
                    .hasMessageContaining("worker terminó con código 7")
                    .hasMessageContaining("cannot go on");
        }
    }

    private Program start(String name, Map<String, String> more) {
        var environment = new HashMap<>(System.getenv());
        environment.keySet().removeIf(key -> key.startsWith("CABILDO_"));
        environment.remove("JAVA_TOOL_OPTIONS");
        environment.putAll(more);
        var command = List.of(House.java(), "-cp", "target/test-classes", "org.cabildo.dev.FakeApplication");
        return Program.start(name, command, environment, Words.of(Map.of()), log::add);
    }
}
