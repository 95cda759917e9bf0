package org.cabildo.testing;

import java.io.ByteArrayOutputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.DatagramPacket;
import java.net.DatagramSocket;
import java.net.InetAddress;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;

/** A name server on this machine that knows TXT records only, as much of RFC 1035 as asking for one needs. */
public final class Dns {

    private static final int TXT = 16;
    private static final int ANSWERS = 0x8580; // an answer, authoritative, recursion asked for and available
    private static final int NO_SUCH_NAME = 3;
    private static final int LONGEST_STRING = 255;
    private final DatagramSocket socket;
    private final Map<String, List<String>> texts = new ConcurrentHashMap<>();
    private final Set<String> silent = ConcurrentHashMap.newKeySet();

    private Dns(DatagramSocket socket) {
        this.socket = socket;
    }

    /** Starts one that lasts as long as the JVM. */
    public static Dns start() {
        try {
            var server = new Dns(new DatagramSocket(0, InetAddress.getLoopbackAddress()));
            Thread.ofPlatform().daemon().name("dns").start(server::serve);
            return server;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Its address as JNDI writes it. */
    public String url() {
        return "dns://127.0.0.1:" + socket.getLocalPort();
    }

    /** From now on a name has these TXT records. */
    public void says(String name, String... records) {
        texts.put(name.toLowerCase(Locale.ROOT), List.of(records));
    }

    /** From now on a name does not exist. */
    public void forgets(String name) {
        texts.remove(name.toLowerCase(Locale.ROOT));
    }

    /** From now on whoever asks for the name gets an answer again. */
    public void answers(String name) {
        silent.remove(name.toLowerCase(Locale.ROOT));
    }

    /** From now on whoever asks for the name waits in vain. */
    public void neverAnswers(String name) {
        silent.add(name.toLowerCase(Locale.ROOT));
    }

    private void serve() {
        var packet = new DatagramPacket(new byte[1500], 1500);
        while (!socket.isClosed()) {
            try {
                socket.receive(packet);
                answer(packet);
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }
    }

    private void answer(DatagramPacket asked) throws IOException {
        var reading = ByteBuffer.wrap(asked.getData(), 0, asked.getLength());
        var id = reading.getShort(0);
        reading.position(12);
        var name = name(reading);
        int kind = reading.getShort();
        if (silent.contains(name)) {
            return;
        }
        var said = texts.get(name);
        var found = said != null && kind == TXT ? said : List.<String>of();
        var bytes = new ByteArrayOutputStream();
        var writing = new DataOutputStream(bytes);
        writing.writeShort(id);
        writing.writeShort(said == null ? ANSWERS | NO_SUCH_NAME : ANSWERS);
        writing.writeShort(1);
        writing.writeShort(found.size());
        writing.writeInt(0);
        writing.write(asked.getData(), 12, reading.position() + 2 - 12); // the question again, with its class
        for (var text : found) {
            write(writing, text.getBytes(StandardCharsets.US_ASCII));
        }
        socket.send(new DatagramPacket(bytes.toByteArray(), bytes.size(), asked.getSocketAddress()));
    }

    private static String name(ByteBuffer reading) {
        var name = new StringBuilder();
        for (int length = reading.get(); length > 0; length = reading.get()) {
            var label = new byte[length];
            reading.get(label);
            name.append(name.isEmpty() ? "" : ".").append(new String(label, StandardCharsets.US_ASCII));
        }
        return name.toString().toLowerCase(Locale.ROOT);
    }

    private static void write(DataOutputStream writing, byte[] text) throws IOException {
        if (text.length > LONGEST_STRING) {
            throw new IllegalArgumentException("A string of a TXT record has 255 bytes at most");
        }
        writing.writeShort(0xC00C); // the name asked for
        writing.writeShort(TXT);
        writing.writeShort(1);
        writing.writeInt(0);
        writing.writeShort(text.length + 1);
        writing.writeByte(text.length);
        writing.write(text);
    }
}
