package org.cabildo.portal.town;

import java.io.BufferedInputStream;
import java.io.ByteArrayOutputStream;
import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.net.InetAddress;
import java.net.Socket;
import java.net.SocketException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * A connection over which many requests are sent at once and answered in their order: what asks much spends its time in
 * the portal and not in a client. When the portal closes it, what is still unanswered is asked over a new one.
 */
public final class Pipe implements AutoCloseable {

    private static final int PATIENCE = 30_000; // milliseconds
    private final int port;
    private Socket socket;
    private InputStream in;

    /** @param port of the portal, on this machine */
    public Pipe(int port) throws IOException {
        this.port = port;
        connect();
    }

    /**
     * What was asked.
     *
     * @param head all its lines, each with its end, and the empty one
     */
    public record Asked(boolean bodiless, String head) {}

    /** What came back; a header that came twice is joined with commas. */
    public record Answer(int status, Map<String, String> headers, String body) {

        /** The header; empty if there is none. */
        public String header(String name) {
            return headers.getOrDefault(name, "");
        }
    }

    /** Asks all of them and returns the answers in the same order. */
    public List<Answer> ask(List<Asked> questions) throws IOException {
        var answers = new ArrayList<Answer>(questions.size());
        int refusals = 0;
        while (answers.size() < questions.size()) {
            int before = answers.size();
            try {
                send(questions.subList(before, questions.size()));
                while (answers.size() < questions.size()) {
                    var answer = read(questions.get(answers.size()).bodiless());
                    answers.add(answer);
                    if (answer.header("Connection").equalsIgnoreCase("close")) {
                        connect();
                        break;
                    }
                }
            } catch (EOFException | SocketException e) {
                refusals = answers.size() == before ? refusals + 1 : 0;
                if (refusals > 3) {
                    throw e;
                }
                connect();
            }
        }
        return answers;
    }

    private void connect() throws IOException {
        close();
        socket = new Socket(InetAddress.getLoopbackAddress(), port);
        socket.setTcpNoDelay(true);
        socket.setSoTimeout(PATIENCE);
        in = new BufferedInputStream(socket.getInputStream(), 1 << 16);
    }

    private void send(List<Asked> questions) throws IOException {
        var all = new StringBuilder();
        questions.forEach(question -> all.append(question.head()));
        socket.getOutputStream().write(all.toString().getBytes(StandardCharsets.ISO_8859_1));
    }

    private Answer read(boolean bodiless) throws IOException {
        int status = Integer.parseInt(line().split(" ", 3)[1]);
        var headers = new TreeMap<String, String>(String.CASE_INSENSITIVE_ORDER);
        for (var line = line(); !line.isEmpty(); line = line()) {
            int colon = line.indexOf(':');
            headers.merge(
                    line.substring(0, colon), line.substring(colon + 1).strip(), (one, other) -> one + ", " + other);
        }
        var empty = bodiless || status == 304 || status == 204;
        return new Answer(status, headers, empty ? "" : body(headers));
    }

    private String body(Map<String, String> headers) throws IOException {
        if (!"chunked".equalsIgnoreCase(headers.get("Transfer-Encoding"))) {
            return text(in.readNBytes(Integer.parseInt(headers.getOrDefault("Content-Length", "0"))));
        }
        var whole = new ByteArrayOutputStream();
        for (int size = chunk(); size > 0; size = chunk()) {
            whole.write(in.readNBytes(size));
            line();
        }
        line();
        return text(whole.toByteArray());
    }

    private int chunk() throws IOException {
        return Integer.parseInt(line().strip(), 16);
    }

    private String line() throws IOException {
        var line = new StringBuilder(64);
        for (int next = in.read(); next != '\n'; next = in.read()) {
            if (next < 0) {
                throw new EOFException("The portal closed the connection");
            }
            if (next != '\r') {
                line.append((char) next);
            }
        }
        return line.toString();
    }

    private static String text(byte[] bytes) {
        return new String(bytes, StandardCharsets.UTF_8);
    }

    @Override
    public void close() throws IOException {
        if (socket != null) {
            socket.close();
        }
    }
}
