package org.cabildo.bench;

import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.net.InetAddress;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Supplier;

/** Asks a server on this machine for pages as fast as it answers, over connections that stay open. */
final class Load {

    private static final int CONNECTIONS = 8;
    private static final int MOST_REQUESTS = 400_000; // per connection: an end even if the clock stood still
    private static final int FIRST_NUMBER = 10_000_000;
    private static final AtomicInteger ASKED = new AtomicInteger();
    private final int port;

    Load(int port) {
        this.port = port;
    }

    /** The head and the length of an answer. */
    record Answer(int status, int length) {}

    /**
     * How many answers a second there are.
     *
     * @param header one more header line, or empty
     * @param expected what every answer must be
     */
    double perSecond(String path, String header, Answer expected, double seconds)
            throws InterruptedException, ExecutionException {
        var request = request(path, header);
        return perSecond(() -> request, expected, seconds);
    }

    /**
     * How many answers a second there are to questions of which none was asked before.
     *
     * @param expected what every answer must be; the questions are of one length
     */
    double perSecondAnew(String path, Answer expected, double seconds) throws InterruptedException, ExecutionException {
        return perSecond(() -> request(anew(path), ""), expected, seconds);
    }

    /** The address of a page as nobody asked for it before. */
    static String anew(String path) {
        return path + "?q=" + (FIRST_NUMBER + ASKED.getAndIncrement());
    }

    private double perSecond(Supplier<byte[]> requests, Answer expected, double seconds)
            throws InterruptedException, ExecutionException {
        var running = new ArrayList<Future<Integer>>();
        long begun = System.nanoTime();
        try (var threads = Executors.newFixedThreadPool(CONNECTIONS)) {
            for (int i = 0; i < CONNECTIONS; i++) {
                running.add(threads.submit(() -> loop(requests, expected, begun + (long) (seconds * 1e9))));
            }
        }
        double spent = (System.nanoTime() - begun) / 1e9;
        long count = 0;
        for (var one : running) {
            count += one.get();
        }
        return count / spent;
    }

    /** Asks once. */
    Answer once(String path, String header) throws IOException {
        try (var socket = new Socket(InetAddress.getLoopbackAddress(), port);
                var in = new BufferedInputStream(socket.getInputStream(), 1 << 16)) {
            socket.getOutputStream().write(request(path, header));
            return read(in);
        }
    }

    private byte[] request(String path, String header) {
        var head = "GET " + path + " HTTP/1.1\r\nHost: localhost:" + port + "\r\nAccept: text/html\r\n"
                + (header.isEmpty() ? "" : header + "\r\n") + "\r\n";
        return head.getBytes(StandardCharsets.US_ASCII);
    }

    private int loop(Supplier<byte[]> requests, Answer expected, long end) throws IOException {
        try (var line = open()) {
            int count = 0;
            while (System.nanoTime() < end && count < MOST_REQUESTS) {
                line.ask(requests.get(), expected);
                count++;
            }
            return count;
        }
    }

    /** A connection that stays open until it is closed. */
    Line open() throws IOException {
        return new Line();
    }

    /** Asks over one open connection; for one thread at a time. */
    final class Line implements AutoCloseable {

        private final Socket socket;
        private final InputStream in;

        private Line() throws IOException {
            socket = new Socket(InetAddress.getLoopbackAddress(), port);
            socket.setTcpNoDelay(true);
            socket.setSoTimeout(20_000);
            in = new BufferedInputStream(socket.getInputStream(), 1 << 16);
        }

        /** Asks for a page and reads it whole. */
        void ask(String path, Answer expected) throws IOException {
            ask(request(path, ""), expected);
        }

        private void ask(byte[] request, Answer expected) throws IOException {
            socket.getOutputStream().write(request);
            var answer = read(in);
            if (!answer.equals(expected)) {
                throw new IOException("Expected " + expected + " but got " + answer);
            }
        }

        @Override
        public void close() throws IOException {
            socket.close();
        }
    }

    private static Answer read(InputStream in) throws IOException {
        int status = Integer.parseInt(line(in).substring(9, 12));
        int length = 0;
        for (var line = line(in); !line.isEmpty(); line = line(in)) {
            if (line.regionMatches(true, 0, "Content-Length:", 0, 15)) {
                length = Integer.parseInt(line.substring(15).strip());
            }
        }
        in.skipNBytes(length);
        return new Answer(status, length);
    }

    private static String line(InputStream in) throws IOException {
        var line = new StringBuilder();
        for (int next = in.read(); next != '\n'; next = in.read()) {
            if (next < 0) {
                throw new IOException("The server hung up");
            }
            if (next != '\r') {
                line.append((char) next);
            }
        }
        return line.toString();
    }
}
