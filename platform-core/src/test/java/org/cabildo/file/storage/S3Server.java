package org.cabildo.file.storage;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import org.springframework.util.FileSystemUtils;

/** A real server that speaks S3, over a folder: S3Proxy, as a process of its own. It checks every signature. */
public final class S3Server implements AutoCloseable {

    public static final String BUCKET = "archivos";
    public static final String ACCESS_KEY = "cabildo";
    public static final String SECRET_KEY = "una-clave-de-prueba";
    private static final Duration TO_START = Duration.ofSeconds(60);
    private final Path folder;
    private final int port;
    private final Process process;

    private S3Server(Path folder, int port, Process process) {
        this.folder = folder;
        this.port = port;
        this.process = process;
    }

    /** Starts one with an empty bucket and waits until it answers. */
    public static S3Server start() throws IOException {
        var folder = Files.createTempDirectory("cabildo-s3");
        Files.createDirectories(folder.resolve("data").resolve(BUCKET));
        int port = freePort();
        var settings = Files.writeString(
                folder.resolve("s3proxy.conf"), """
                s3proxy.endpoint=http://127.0.0.1:%d
                s3proxy.authorization=aws-v2-or-v4
                s3proxy.identity=%s
                s3proxy.credential=%s
                jclouds.provider=filesystem-nio2
                jclouds.identity=x
                jclouds.credential=x
                jclouds.filesystem.basedir=%s
                """.formatted(port, ACCESS_KEY, SECRET_KEY, folder.resolve("data")));
        var process = new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "-Xmx128m",
                        "-jar",
                        Path.of("target", "s3", "s3proxy.jar").toString(),
                        "--properties",
                        settings.toString())
                .redirectErrorStream(true)
                .redirectOutput(folder.resolve("log").toFile())
                .start();
        var server = new S3Server(folder, port, process);
        Runtime.getRuntime().addShutdownHook(new Thread(process::destroyForcibly));
        server.await();
        return server;
    }

    private static int freePort() throws IOException {
        try (var socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            return socket.getLocalPort();
        }
    }

    private void await() throws IOException {
        long end = System.nanoTime() + TO_START.toNanos();
        while (System.nanoTime() < end && process.isAlive()) {
            try (var socket = new Socket(InetAddress.getLoopbackAddress(), port)) {
                if (socket.isConnected()) {
                    return;
                }
            } catch (IOException _) {
                Thread.onSpinWait(); // not yet
            }
            try {
                process.waitFor(Duration.ofMillis(100));
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
                throw new IllegalStateException(e);
            }
        }
        throw new IllegalStateException("S3Proxy did not start: " + Files.readString(folder.resolve("log")));
    }

    /** A storage in its bucket that signs with this key. */
    public S3Storage storage(String secretKey) {
        return new S3Storage(URI.create("http://127.0.0.1:" + port), "us-east-1", BUCKET, ACCESS_KEY, secretKey);
    }

    /** The folder behind the bucket. */
    Path bucket() {
        return folder.resolve("data").resolve(BUCKET);
    }

    /** Ends without a warning. */
    void kill() {
        process.destroyForcibly().onExit().join();
    }

    @Override
    public void close() throws IOException {
        kill();
        FileSystemUtils.deleteRecursively(folder);
    }
}
