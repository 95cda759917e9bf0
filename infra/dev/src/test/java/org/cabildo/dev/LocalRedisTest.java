package org.cabildo.dev;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class LocalRedisTest {

    @Test
    void stopsAndStartsOnTheSamePort() throws Exception {
        try (var redis = LocalRedis.throwaway()) {
            assertThat(ask(redis, "PING")).containsExactly("+PONG");

            redis.stop();
            assertThat(Ports.isFree(redis.port())).isTrue();

            redis.start();
            assertThat(ask(redis, "PING")).containsExactly("+PONG");
            assertThat(redis.url()).isEqualTo("redis://127.0.0.1:" + redis.port());
        }
    }

    @Test
    void keepsItsDataAndIsTakenOver(@TempDir Path folder) throws Exception {
        var port = Ports.anyFree();
        var first = LocalRedis.kept(folder, port);
        ask(first, "SET palabra sigue");

        var again = LocalRedis.kept(folder, port); // as after a kill of the launcher
        assertThat(ask(again, "GET palabra")).contains("sigue");
        again.stop();
        try (var later = LocalRedis.kept(folder, port)) {
            assertThat(ask(later, "GET palabra")).contains("sigue");
        }
    }

    @Test
    void namesAPortThatAnotherProgramHolds(@TempDir Path folder) throws Exception {
        try (var other = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            assertThatThrownBy(() -> LocalRedis.kept(folder, other.getLocalPort()))
                    .isInstanceOf(CannotStart.class)
                    .hasMessage("Port %d is taken by another program.", other.getLocalPort());
        }
    }

    private static List<String> ask(LocalRedis redis, String command) throws IOException {
        try (var socket = new Socket(InetAddress.getLoopbackAddress(), redis.port())) {
            socket.getOutputStream().write((command + "\r\n").getBytes(StandardCharsets.UTF_8));
            socket.shutdownOutput();
            return new BufferedReader(new InputStreamReader(socket.getInputStream(), StandardCharsets.UTF_8))
                    .lines()
                    .toList();
        }
    }
}
